import type { Lang } from "../complaint/ids.ts";
import { formatMoney, Money } from "../complaint/money.ts";
import type { Proportion, Reason } from "../complaint/remedy.ts";
import { reasonPhrases } from "./reason-phrases.ts";

/**
 * A reason in the agent's language, in words that could be read to the customer's face. An unknown code is shown as
 * it is, so that nothing that spoke is hidden.
 */
export function renderReason(reason: Reason, lang: Lang): string {
  const phrases = reasonPhrases[lang];
  const template = phrases.reasons[reason.code];
  if (template === undefined) return reason.code;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => valueIn(reason, name, lang));
}

function valueIn(reason: Reason, name: string, lang: Lang): string {
  const value = reason.values[name];
  if (value === undefined) return "–";
  const money = Money.safeParse(value);
  if (money.success) return formatMoney(money.data, lang);
  if (name === "share" && typeof value === "number") return percent(value, lang);
  const words = reasonPhrases[lang].words;
  return words[String(value)] ?? String(value);
}

/** Cost against the relationship: `costs 18 € of goods, 4 % of about 430 € at risk`. */
export function renderProportion(
  proportion: Proportion,
  lang: Lang,
  goods: "goods" | "money" = "money",
): string {
  const { cost, atRisk, share } = proportion;
  const code = share === undefined ? "proportion-unknown" : "proportion";
  return renderReason(
    { code, values: { cost, atRisk, goods, ...(share === undefined ? {} : { share }) } },
    lang,
  );
}

/** `4 %`; below one per cent `under 1 %`, and above ten times the whole in times: `12 ×`. */
export function percent(share: number, lang: Lang): string {
  const { under } = reasonPhrases[lang];
  if (share > 0 && share < 0.01) return `${under} 1 %`;
  if (share >= 10) return `${Math.round(share)} ×`;
  return `${Math.round(share * 100)} %`;
}
