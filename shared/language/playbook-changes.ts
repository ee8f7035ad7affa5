import type { Lang } from "../complaint/ids.ts";
import { type Currency, formatMoney } from "../complaint/money.ts";
import { RemedyRule } from "../complaint/playbook.ts";
import type { Difference, Value } from "../complaint/playbook-diff.ts";
import { changeWords, sayings } from "./playbook-change-phrases.ts";
import { reasonPhrases } from "./reason-phrases.ts";

/** More of a list or a text than this is not read in a sentence; the file has it. */
const WORDS_SHOWN = 8;
const LETTERS_SHOWN = 160;
const SHARES = new Set(["shareOfValueAtRisk", "shareWhenPartMissing"]);

type Context = { readonly lang: Lang; readonly currency: Currency };

/**
 * One difference of two playbooks as a sentence for the person who answers for them. Sums are written out in the
 * currency of the file that they stand in; nothing is converted.
 */
export function sayDifference(
  difference: Difference,
  lang: Lang,
  currencyBefore: Currency,
  currencyAfter: Currency,
): string {
  const { at, kind } = difference;
  const saying = sayings.find((one) => one.kind === kind && fits(one.at.split("."), at));
  if (saying === undefined) throw new Error(`nothing says a difference that is ${kind}`);
  const [before, after] = [
    { lang, currency: currencyBefore },
    { lang, currency: currencyAfter },
  ];
  const slots: Record<string, string> = {
    path: at.join("."),
    id: at[2] ?? "",
    last: lastOf(at),
    lang: changeWords[lang][lastOf(at)] ?? lastOf(at),
    ...("before" in difference ? { before: said(difference.before, at, before) } : {}),
    ...("after" in difference ? { after: said(difference.after, at, after) } : {}),
    ...(difference.kind === "words"
      ? { added: listed(difference.added, lang), removed: listed(difference.removed, lang) }
      : {}),
  };
  return saying[lang].replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? "");
}

const lastOf = (at: readonly string[]): string => at[at.length - 1] ?? "";

function fits([head, ...pattern]: readonly string[], [name, ...at]: readonly string[]): boolean {
  if (head === "**") return true;
  if (head === undefined || name === undefined) return head === name;
  return (head === "*" || head === name) && fits(pattern, at);
}

function said(value: Value, at: readonly string[], context: Context): string {
  const { lang, currency } = context;
  const name = lastOf(at);
  const words = changeWords[lang];
  if (typeof value === "number") {
    if (name.endsWith("Minor")) return formatMoney({ minor: value, currency }, lang);
    return SHARES.has(name) ? percent(value, lang) : decimal(value, lang);
  }
  if (typeof value === "boolean") return words[String(value)] ?? String(value);
  if (typeof value === "string") return isCode(at) ? (words[value] ?? value) : quoted(value);
  const remedy = RemedyRule.safeParse(value);
  if (remedy.success) return saidRemedy(remedy.data, context);
  if (Array.isArray(value)) {
    const ladder = RemedyRule.array().safeParse(value);
    if (!ladder.success)
      return value.map((one: Value) => (typeof one === "string" ? one : shown(one))).join(", ");
    return ladder.data.length === 0
      ? (words["nothing"] ?? "")
      : ladder.data.map((one) => saidRemedy(one, context)).join(words["next"]);
  }
  return saidBlock(value, at, context);
}

/** Of a situation what it gives, of anything else with a name the name; the rest as it stands in the file. */
function saidBlock(value: Value, at: readonly string[], context: Context): string {
  if (typeof value !== "object" || value === null || !("floor" in value)) {
    if (typeof value === "object" && value !== null && "name" in value && typeof value["name"] === "string")
      return quoted(value["name"]);
    if (
      typeof value === "object" &&
      value !== null &&
      "priceMinor" in value &&
      value["priceMinor"] !== undefined
    )
      return said(value["priceMinor"], [...at, "priceMinor"], context);
    return shown(value);
  }
  const words = changeWords[context.lang];
  return (["owed", "floor"] as const)
    .flatMap((part) => {
      const rule = RemedyRule.safeParse(part in value ? Reflect.get(value, part) : undefined);
      return rule.success ? [`${words[part]}: ${saidRemedy(rule.data, context)}`] : [];
    })
    .join("; ");
}

/** What may be given, in a few words: `part of the price back (25 %)`. */
export const sayRule = (rule: RemedyRule, lang: Lang, currency: Currency): string =>
  saidRemedy(rule, { lang, currency });

function saidRemedy({ kind, share, amountMinor }: RemedyRule, { lang, currency }: Context): string {
  const words = changeWords[lang];
  const name = reasonPhrases[lang].words[kind] ?? kind;
  if (amountMinor !== undefined) return `${name} (${formatMoney({ minor: amountMinor, currency }, lang)})`;
  if (share === "when-part-missing") return `${name} (${words["share"]})`;
  if (share !== undefined) return `${name} (${percent(share, lang)})`;
  const isMoney = kind === "refund" || kind === "part-refund";
  return isMoney ? `${name} (${words["receipt"]})` : name;
}

const listed = (values: readonly Value[], lang: Lang): string => {
  if (values.length === 0) return changeWords[lang]["nothing"] ?? "";
  const shownOnes = values.slice(0, WORDS_SHOWN).map((value) => quoted(String(value)));
  const more = values.length - shownOnes.length;
  return `${values.length} (${shownOnes.join(", ")}${more > 0 ? ", …" : ""})`;
};

/** Words of a closed list are said, a person's own words are quoted. */
const isCode = (at: readonly string[]): boolean => lastOf(at) === "loss" || lastOf(at) === "currency";
const shorten = (text: string): string =>
  text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN)}…` : text;
const quoted = (text: string): string => `“${shorten(text)}”`;
const shown = (value: Value): string =>
  shorten(JSON.stringify(value).replace(/[{}]/g, "").replace(/"/g, "").replace(/,/g, ", "));
const localeOf: Record<Lang, string> = { en: "en-IE", fi: "fi-FI", sv: "sv-FI" };
const decimal = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(localeOf[lang], { maximumFractionDigits: 6, useGrouping: false }).format(value);
const percent = (share: number, lang: Lang): string => `${decimal(share * 100, lang)} %`;
