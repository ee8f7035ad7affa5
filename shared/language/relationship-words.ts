import type { Lang } from "../complaint/ids.ts";
import { formatMoney, type Money } from "../complaint/money.ts";
import type { Relationship, RelationshipStep } from "../complaint/relationship.ts";
import { relationshipPhrases } from "./relationship-phrases.ts";

const LOCALES = { en: "en-IE", fi: "fi-FI", sv: "sv-FI" } as const;
const MINOR_PER_MAJOR = 100;

/**
 * A relationship in words that could be read to the person's face: `Customer since 2014, 61 purchases in 4 kinds of
 * goods, about €310 margin expected in two years.` Undefined where nothing is known of the person.
 */
export function relationshipInWords(relationship: Relationship, lang: Lang): string | undefined {
  if (relationship.basis !== "purchases") return undefined;
  const say = relationshipPhrases[lang];
  const bought = [
    say.purchases(relationship.purchases),
    ...(relationship.categories.length === 0 ? [] : [say.kinds(relationship.categories.length)]),
  ].join(" ");
  const parts = [
    ...(relationship.since === undefined ? [] : [say.since(relationship.since.slice(0, 4))]),
    bought,
    say.expected(formatMoney(roughly(relationship.expected), lang)),
  ].join(", ");
  return `${parts[0]?.toLocaleUpperCase(LOCALES[lang]) ?? ""}${parts.slice(1)}.`;
}

/** How the expectation was told, and how sure it is. Undefined in records made before that was kept. */
export function forecastInWords({ forecast }: Relationship, lang: Lang): string | undefined {
  if (forecast === undefined) return undefined;
  const say = relationshipPhrases[lang];
  if (forecast.by === "decay") return say.byDecay;
  const day = new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(forecast.fittedAt),
  );
  const [least, most] = [forecast.least, forecast.most].map((amount) => formatMoney(roughly(amount), lang));
  return `${say.range(least ?? "", most ?? "")} ${say.byModel(day, number(forecast.customers, lang))}`;
}

/** One line of the arithmetic as label, figure and source. */
export function stepInWords(
  { label, figure, source }: RelationshipStep,
  lang: Lang,
): { label: string; figure: string; source: string } {
  const say = relationshipPhrases[lang];
  const names = (of: readonly RelationshipStep["label"][]) => of.map((each) => say.labels[each]);
  const sourceWords = (): string => {
    switch (source.kind) {
      case "purchases":
        return say.sources.purchases;
      case "playbook":
        return source.words;
      case "lifetime-model":
        return say.sources.model;
      case "decay":
        return say.sources.decay;
      case "product":
        return names(source.of).join(" × ");
      case "greatest":
        return say.sources.greatest(names(source.of).join("; "));
      default:
        return source satisfies never;
    }
  };
  const figureWords = (): string => {
    if ("money" in figure) return formatMoney(figure.money, lang);
    if ("share" in figure)
      return new Intl.NumberFormat(LOCALES[lang], { style: "percent" }).format(figure.share);
    return number(figure.count, lang);
  };
  return { label: say.labels[label], figure: figureWords(), source: sourceWords() };
}

const number = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);

/** Two figures that say something, whole units of money: more would promise a knowledge that nobody has. */
function roughly({ minor, currency }: Money): Money {
  const major = Math.round(minor / MINOR_PER_MAJOR);
  const grain = 10 ** Math.max(0, String(major).length - 2);
  return { minor: Math.round(major / grain) * grain * MINOR_PER_MAJOR, currency };
}
