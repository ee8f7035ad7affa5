import { formatMoney, type Money } from "../complaint/money.ts";
import type { Decision, Remedy } from "../complaint/remedy.ts";
import type { ComposeInput } from "./compose.ts";
import { fromBrand } from "./finnish-from.ts";
import { hourSaid } from "./hour-said.ts";
import type { Line, PhraseSet } from "./reply-phrases/phrase-set.ts";
import { type AnsweringDecision, isFitting, isGoodwillOnly, mustConfirm, wordsFor } from "./reply-plan.ts";
import type { SaidBack } from "./said-back.ts";
import { pick, richest, say } from "./say.ts";

/** What the pair of texts says will happen, and within how many hours of sending. */
export type PromiseMade = {
  readonly what: "write-privately" | "exchange" | "refund" | "call" | "look-into";
  readonly byHours: number;
};

/** The promise that the texts make; none where the agent writes in own words. */
export function promiseOf(decision: Decision, isOffered = false): PromiseMade | undefined {
  if (isOffered && decision.outcome === "by-hand") return { what: "look-into", byHours: 24 };
  if (decision.outcome !== "remedy" && decision.outcome !== "escalate") return undefined;
  if (decision.outcome === "escalate" || mustConfirm(decision))
    return { what: "write-privately", byHours: 4 };
  switch (decision.remedy.kind) {
    case "exchange":
    case "replacement":
      return { what: "exchange", byHours: 48 };
    case "refund":
    case "part-refund":
      return { what: "refund", byHours: 24 };
    case "attention":
      return { what: "look-into", byHours: 24 };
    default:
      return { what: "write-privately", byHours: 24 };
  }
}

/** The private message: the remedy in plain words, the exact sum, what is needed, a choice, and till when I am here. */
export function composePrivate(input: ComposeInput, set: PhraseSet, said: SaidBack, formal: boolean): string {
  const { hello, sorry, remedy, end } = privateParts(input, set, said, formal);
  return [hello, sorry, remedy, end].filter((part) => part !== "").join(" ");
}

/** `remedy` holds all that the decision says: kind, sum, choices, code, what is needed. `end` is signed. */
type PrivateParts = Readonly<Record<"hello" | "sorry" | "remedy" | "end", string>>;

export function privateParts(
  input: ComposeInput,
  set: PhraseSet,
  said: SaidBack,
  formal: boolean,
): PrivateParts {
  const { decision, situation, shift, lang } = input;
  const phrases = set.private;
  const slots: Record<string, string> = {
    ...said.slots,
    name: shift.name,
    brand: input.brandName,
    fromBrand: fromBrandSlot(input.brandName),
    until: hourSaid(shift.untilText, lang),
    ...(shift.followedByName ? { next: shift.followedByName } : {}),
    ...(input.storeOrderCode ? { code: input.storeOrderCode } : {}),
  };
  const speak = (lines: readonly Line[] | undefined, part: string): string => {
    const line = pick(richest(lines ?? [], said), `${input.seed}/${part}`);
    return line === undefined ? "" : say(line, slots, `${input.seed}/${part}`, formal);
  };
  const sorryFor = () =>
    speak(phrases.sorry[wordsFor(situation?.id ?? "other")] ?? phrases.sorry["other"], "sorry");
  const hello = speak(phrases.hello[input.channel], "hello");
  const till = speak(shift.followedByName ? phrases.till.followed : phrases.till.alone, "till");
  const end = `${till} – ${shift.name}`;
  if (decision.outcome !== "remedy" && decision.outcome !== "escalate") {
    const ask = `${speak(phrases.choices["attention"], "ask")}.`;
    if (!input.isOffered) return { hello, sorry: "", remedy: ask, end };
    return { hello, sorry: sorryFor(), remedy: `${speak(phrases.remedy["attention"], "looks")} ${ask}`, end };
  }
  const sorry = sorryFor();
  const answered = input.elsewhere?.customer;
  if (answered) {
    slots["message"] = set.elsewhere.message[answered.channel];
    return { hello, sorry, remedy: speak(set.elsewhere.told, "elsewhere"), end };
  }
  if (decision.outcome === "escalate")
    return { hello, sorry, remedy: speak(phrases.holding, "holding"), end };

  const terms = termsOf(decision, input, said);
  if (terms.sum) slots["sum"] = formatMoney(terms.sum, lang);
  if (terms.price) slots["price"] = formatMoney(terms.price, lang);
  if (terms.instead) slots["priceSum"] = formatMoney(terms.instead, lang);
  const remedy = terms.remedyKeys.map((key) => speak(phrases.remedy[key], `remedy-${key}`)).join(" ");
  const isAsking = mustConfirm(decision) || terms.isHidden;
  const choices = isAsking
    ? []
    : terms.choiceKeys
        .flatMap((key) => phrases.choices[key] ?? [])
        .map((line, i) => say(line, slots, `${input.seed}/c${i}`, formal));
  const sayIt = (template: Line) => say(template, slots, input.seed, formal);
  const chosen =
    choices.length > 1
      ? `${sayIt(phrases.choose)} ${choices.map((choice, i) => `(${i + 1}) ${choice}`).join("; ")}.`
      : choices.map((choice) => `${choice}.`).join("");
  const practice =
    decision.remedy.kind === "exchange" && !isAsking && said.flags.has("practice")
      ? speak(phrases.practice, "practice")
      : "";
  const code = terms.isGoods && input.storeOrderCode ? speak(phrases.codeLine, "code") : "";
  const closing = isAsking
    ? `${speak(phrases.confirm, "confirm")} ${speak(phrases.neverCard, "card")}`
    : terms.isMoney
      ? `${speak(phrases.neverCard, "card")} ${terms.needsNoReceipt ? speak(phrases.noReceipt, "receipt") : ""}`
      : terms.isGoods
        ? speak(phrases.noReceipt, "receipt")
        : "";
  const means = [remedy, chosen, practice, code, closing].filter((part) => part !== "").join(" ");
  return { hello, sorry, remedy: means, end };
}

/** In Finnish: " Kenttäkaupasta", or the name as it is behind a comma. */
function fromBrandSlot(name: string): string {
  const from = fromBrand(name);
  return from === undefined ? `, ${name}` : ` ${from}`;
}

type Terms = {
  readonly remedyKeys: readonly string[];
  readonly choiceKeys: readonly string[];
  readonly sum?: Money;
  readonly price?: Money;
  /** The whole price, where the money can be had instead. */
  readonly instead?: Money;
  readonly isMoney: boolean;
  readonly isGoods: boolean;
  /** False where the payment must be found, and where perhaps nothing was bought. */
  readonly needsNoReceipt: boolean;
  /** The amount was read from a purchase that this writer has not yet confirmed to be theirs. */
  readonly isHidden: boolean;
};

function termsOf(
  decision: Extract<AnsweringDecision, { outcome: "remedy" }>,
  input: ComposeInput,
  said: SaidBack,
): Terms {
  const { remedy } = decision;
  const situation = wordsFor(input.situation?.id ?? "other");
  const isMoney = remedy.kind === "refund" || remedy.kind === "part-refund";
  const mayName = (money: Money): boolean => isNameable(money, remedy, input);
  const isHidden = remedy.value !== undefined && !mayName(remedy.value);
  const code = input.storeOrderCode ? ["refund:code"] : [];
  const base = { isMoney, isGoods: false, needsNoReceipt: true, isHidden };
  if (isMoney && remedy.value === undefined) {
    return {
      ...base,
      remedyKeys: [noSumKey(remedy.kind, input.situation)],
      choiceKeys: ["refund:no-sum"],
      needsNoReceipt: false,
    };
  }
  if (isMoney && remedy.value) {
    if (isHidden) return { ...base, remedyKeys: [`${remedy.kind}:unconfirmed`], choiceKeys: [] };
    const choiceKeys = ["refund", ...code];
    if (isGoodwillOnly(remedy)) {
      const attention = input.situation?.loss === "money" ? [] : [attentionKey(situation)];
      const needed = attention.filter((key) => key !== "attention");
      // Where a page or nobody answered, or the queue was too long, perhaps nothing was paid that could go back.
      const mayBeUnpaid =
        input.situation?.loss === "attention" || situation === "website-fault" || situation === "long-wait";
      const ways = mayBeUnpaid ? ["goodwill", ...code] : choiceKeys;
      return {
        ...base,
        remedyKeys: [...attention, `${remedy.kind}:goodwill`],
        choiceKeys: [...ways, ...needed].slice(0, 1),
        sum: remedy.value,
        needsNoReceipt: !mayBeUnpaid,
      };
    }
    const price = priceOf(remedy, input);
    if (
      remedy.kind === "part-refund" &&
      price &&
      price.minor > remedy.value.minor &&
      remedy.goodwill.minor === 0
    ) {
      const key = shareKey(input);
      return { ...base, remedyKeys: [key], choiceKeys, sum: remedy.value, price };
    }
    return { ...base, remedyKeys: [remedy.kind], choiceKeys, sum: remedy.value };
  }
  const instead = decision.alternatives.find((other) => other.kind === "refund")?.value;
  const money = instead && mayName(instead) ? { instead } : {};
  if (remedy.kind === "exchange") {
    // Who was sold something used wants the same thing new, and has no size or model to choose.
    const own = "exchange:worn-or-marked";
    if (situation === "worn-or-marked")
      return { ...base, isGoods: true, remedyKeys: [own], choiceKeys: [own] };
    const isPair = said.slots["s"] === "";
    const key = isFitting(input.situation, said) ? "exchange-fit" : "exchange";
    return { ...base, isGoods: true, remedyKeys: [key], choiceKeys: [isPair ? "exchange" : "exchange:one"] };
  }
  if (remedy.kind === "replacement" || remedy.kind === "redo") {
    const choiceKeys = [remedy.kind, ...(money.instead ? [`${remedy.kind}:refund`] : [])];
    return { ...base, ...money, isGoods: true, remedyKeys: [remedy.kind], choiceKeys };
  }
  if (remedy.kind === "voucher" && remedy.value) {
    return { ...base, remedyKeys: ["voucher"], choiceKeys: ["voucher"], sum: remedy.value };
  }
  return { ...base, remedyKeys: [attentionKey(situation)], choiceKeys: [attentionKey(situation)] };
}

/** That a part was missing is said only where it was, not where the whole was bad. */
const shareKey = ({ situation }: ComposeInput): string =>
  situation?.owed?.share === "when-part-missing" ? "part-refund:share" : "part-refund:of-price";

function noSumKey(kind: string, situation: ComposeInput["situation"]): string {
  // A difference is owed where a sum was wrong; where a meal was, it is the price or a part of it.
  if (situation && situation.loss !== "money") return `${kind}:unconfirmed`;
  const id = wordsFor(situation?.id ?? "other");
  const isOwn = kind === "refund" && (id === "refund-slow" || id === "overcharged");
  return isOwn ? `refund:no-sum:${id}` : `${kind}:no-sum`;
}

const attentionKeys = ["late-delivery", "out-of-stock", "website-fault"];
const attentionKey = (situation: string): string =>
  attentionKeys.includes(situation) ? `attention:${situation}` : "attention";

/** The price list's own price: public knowledge, which a message may name to anyone. */
const priceOf = (remedy: Remedy, input: ComposeInput): Money | undefined =>
  remedy.priceFrom?.kind === "price-list" && input.priceListLine && remedy.value
    ? { minor: input.priceListLine.priceMinor, currency: remedy.value.currency }
    : undefined;

/** An amount may be named when the link is confirmed, or when it was not read from a purchase. */
export function isNameable(money: Money, remedy: Remedy, input: ComposeInput): boolean {
  if (input.matchConfirmed || remedy.priceFrom?.kind !== "purchase") return true;
  const line = input.priceListLine;
  if (!line) return false;
  const isListed = money.minor === line.priceMinor;
  const isListedShare = money.minor === Math.floor(line.priceMinor * (line.shareWhenPartMissing ?? 1) + 0.5);
  return isListed || isListedShare;
}
