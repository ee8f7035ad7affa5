import {
  ANSWERED_ELSEWHERE,
  type AnsweredByAccount,
  type AnsweredCustomer,
} from "../complaint/answered-elsewhere.ts";
import type { Cue } from "../complaint/cue.ts";
import type { Channel, Lang } from "../complaint/ids.ts";
import type { PriceListLine, Situation } from "../complaint/playbook.ts";
import type { Decision } from "../complaint/remedy.ts";
import { composePrivate, type PromiseMade, promiseOf } from "./compose-private.ts";
import { en } from "./reply-phrases/en.ts";
import { fi } from "./reply-phrases/fi.ts";
import type { Line, PhraseSet } from "./reply-phrases/phrase-set.ts";
import { sv } from "./reply-phrases/sv.ts";
import { isAnswering, planOf } from "./reply-plan.ts";
import { readSaid, type SaidBack } from "./said-back.ts";
import { asSentences, hashOf, pick, richest, say, sayable } from "./say.ts";
import { weightedLength } from "./weighted-length.ts";
import { shareOfGrams } from "./word-grams.ts";

export type ComposeInput = {
  readonly lang: Lang;
  readonly channel: Channel;
  readonly situation?: Situation | undefined;
  readonly decision: Decision;
  /**
   * What the same words would get from a stranger. The public text is made from it alone, so that it does not tell a
   * customer from a passer-by. Left out where an agent chose the remedy: then the text follows the choice.
   */
  readonly asStranger?: Decision | undefined;
  /** Where the person has the answer to this matter already: the draft says so, and gives nothing a second time. */
  readonly elsewhere?:
    | { readonly account?: AnsweredByAccount | undefined; readonly customer?: AnsweredCustomer | undefined }
    | undefined;
  readonly brandName: string;
  /** The mention, as written in public. */
  readonly text: string;
  readonly cues: readonly Cue[];
  /** Until this is true nothing of the purchase history is named, in private neither. */
  readonly matchConfirmed: boolean;
  readonly priceListLine?: PriceListLine | undefined;
  readonly shift: {
    readonly name: string;
    readonly untilText: string;
    readonly followedByName?: string | undefined;
  };
  /** The same seed gives the same texts. */
  readonly seed: string;
  readonly register: "sinä" | "te" | "du" | "ni" | "you";
  /** Single-use code of an order that the place already has in writing. */
  readonly storeOrderCode?: string | undefined;
  /** Surely a complaint of which a person decides: the pair is sorry and promises to look into it, and no more. */
  readonly isOffered?: boolean | undefined;
  readonly timeZone: string;
  /** Public replies of the last weeks: the draft keeps its distance from them. */
  readonly recent?: readonly string[] | undefined;
};

export type Composed = {
  readonly lang: Lang;
  readonly public: string;
  readonly private?: string;
  readonly promise?: PromiseMade;
  /** Codes of what was said back and why it is so. */
  readonly reasons: string[];
};

export const sets: Record<Lang, PhraseSet> = { en, fi, sv };

/** 280 weighted characters; X docs, "Counting characters". On Facebook a little more reads as well. */
export const longest: Record<Channel, number> = { x: 280, facebook: 330 };
export const tries = 48;
/** A reply that shares more than this of its four-word runs with another reads like a form letter. */
const tooAlike = 0.5;

/**
 * The pair of texts for one decision. The public one says back the writer's own point, is sorry without condition,
 * tells the outcome in everyday words and leads to the private one; it holds no sum, no purchase and no name but the
 * signer's, and it does not depend on whether the writer was matched. The private one has the means and the exact sum.
 *
 * A stop case has one human first line and no private text: that one is the agent's own. Where the same account has
 * the answer under another comment, the public text says where, and there is no private one if a remedy was given there.
 *
 * @throws {Error} when no text fits the channel, which the phrase sets must make impossible
 */
export function compose(input: ComposeInput): Composed {
  const set = sets[input.lang];
  const said = readSaid(input.text, input.cues, set, input.priceListLine);
  const formal = input.register === "te" || input.register === "ni";
  const sign = ` – ${input.shift.name}`;
  const make = (attempt: number) => asSentences(publicText(input, set, said, formal, attempt)) + sign;
  const chosen = choose(input, make);
  const reasons = [...said.flags].map((flag) => `says-back:${flag}`).toSorted();
  if (input.decision.outcome === "stop")
    return { lang: input.lang, public: chosen, reasons: ["stop-case", ...reasons] };
  const isElsewhere = saysElsewhere(input);
  if (isElsewhere) reasons.unshift(ANSWERED_ELSEWHERE);
  if (isElsewhere && input.elsewhere?.account?.given) return { lang: input.lang, public: chosen, reasons };
  const promise = input.elsewhere?.customer ? undefined : promiseOf(input.decision, input.isOffered);
  return {
    lang: input.lang,
    public: chosen,
    private: asSentences(composePrivate(input, set, said, formal)),
    ...(promise ? { promise } : {}),
    reasons,
  };
}

/** The answer stands under another comment of the same account; a stop case and an own answer are never waved on. */
export const saysElsewhere = ({ elsewhere, decision, situation }: ComposeInput): boolean =>
  elsewhere?.account !== undefined &&
  situation !== undefined &&
  (decision.outcome === "remedy" || decision.outcome === "escalate");

/** A stop and a person's own answer are what they are; so is a wait for a limit that is the brand's and not the writer's. */
function shownOf({ decision, asStranger }: ComposeInput): Decision {
  if (!asStranger || decision.outcome === "stop" || !isAnswering(decision)) return decision;
  const isOurLimit = decision.outcome === "escalate" && ourLimits.has(decision.limitMet);
  return isOurLimit ? decision : asStranger;
}
const ourLimits: ReadonlySet<string> = new Set(["agent-day", "brand-month"]);

/** The first that fits and is not like a recent one; else, of those that fit, the one least like them. */
function choose(input: ComposeInput, make: (attempt: number) => string): string {
  const recent = input.recent ?? [];
  let best: { text: string; likeness: number } | undefined;
  for (let attempt = 0; attempt < tries; attempt++) {
    const text = make(attempt);
    if (weightedLength(text) > longest[input.channel]) continue;
    const likeness = Math.max(0, ...recent.map((other) => shareOfGrams(text, other)));
    if (likeness <= tooAlike) return text;
    if (!best || likeness < best.likeness) best = { text, likeness };
  }
  if (!best)
    throw new Error(`no ${input.lang} text for ${input.channel} fits ${longest[input.channel]} characters`);
  return best.text;
}

function publicText(
  input: ComposeInput,
  set: PhraseSet,
  said: SaidBack,
  formal: boolean,
  attempt: number,
): string {
  const seed = `${input.seed}#${attempt}`;
  const { channel } = input;
  const decision = shownOf(input);
  const speak = (
    lines: Parameters<typeof pick<Parameters<typeof say>[0]>>[0],
    part: string,
    slots = said.slots,
  ) => {
    const line = pick(lines, `${seed}/${part}`);
    return line === undefined ? "" : say(line, slots, `${seed}/${part}`, formal);
  };
  if (decision.outcome === "stop") {
    // Only what was written: nobody is said to be ill who did not say so.
    const first = speak(richest(set.stop[decision.stopCase], said), "stop");
    // Some stop cases need no private line from us: a child is asked for a grown-up, others are called by a person.
    const noStep = decision.stopCase === "child-writing" || decision.stopCase === "journalist";
    return noStep ? first : `${first} ${speak(set.stopStep[channel], "step")}`;
  }
  const plan = planOf(decision, input.situation, said, input.isOffered);
  // The later the attempt, the plainer: first the fullest sentences, then whatever is true and short.
  const isPlain = attempt >= (2 * tries) / 3;
  const step = speak(set.step[channel], "step");
  if (plan.kind === "by-hand") {
    const sorry = plan.isComplaint ? ` ${speak(sayable(set.sorry, noneSaid(said)), "sorry")}` : "";
    return `${joined(speak(set.byHand, "hand"), step)}${sorry}`.replace(/\.\./g, ".");
  }
  const np = speak(richest(linesFor(set.np, plan.keys), said, true), "np");
  const slots = { ...said.slots, np };
  const hurts = linesFor(set.hurt, plan.keys);
  const told = isPlain ? sayable(hurts, noneSaid(said)) : richest(hurts, said, true);
  const bonds = isPlain ? [] : richest(set.bond, said);
  // What the writer says of us both goes first, unless what happened can be said back more closely.
  const isBond = bonds.length > 0 && depthOf(bonds) >= depthOf(richest(hurts, said));
  const point = isBond ? speak(bonds, "bond", slots) : speak(told, "hurt", slots);
  const sorry = speak(
    isPlain || input.situation?.loss === "attention"
      ? sayable(set.sorry, noneSaid(said))
      : apologies(set, said, seed),
    "sorry",
  );
  if (saysElsewhere(input)) {
    const { under, privately, openly } = set.elsewhere;
    const where = input.elsewhere?.account?.privately ? privately : openly;
    return `${point} ${sorry} ${speak(where, "elsewhere", { ...said.slots, under: under[channel] })}`;
  }
  const outcome = speak(richest(linesFor(set.outcome, plan.outcome), said, true), "outcome", slots);
  const comesOfIt = joined(outcome, step);
  const isSorryFirst = !isPlain && hashOf(`${seed}/order`) % 5 === 0;
  return isSorryFirst
    ? `${speak(set.sorryFirst, "sorry")} ${point} ${comesOfIt}`
    : `${point} ${sorry} ${comesOfIt}`;
}

/** When the writer had asked us, that is what we are sorry for; a plain word otherwise, and sometimes. */
const apologies = (set: PhraseSet, said: SaidBack, seed: string) =>
  hashOf(`${seed}/asked`) % 4 === 0 ? sayable(set.sorry, noneSaid(said)) : richest(set.sorry, said);

/** How much of what the writer said the first of these lines says back. */
const depthOf = (lines: readonly Line[]): number => {
  const [first] = lines;
  return first === undefined || typeof first === "string" ? 0 : first.needs.length;
};

const noneSaid = (said: SaidBack): SaidBack => ({ flags: new Set(), slots: said.slots });

export const linesFor = <T>(
  table: Readonly<Record<string, readonly T[]>>,
  keys: readonly string[],
): readonly T[] => {
  for (const key of keys) {
    const lines = table[key];
    if (lines) return lines;
  }
  return [];
};

/** Outcome and step are one breath: `…, and I'm writing to you`, or two sentences where the step begins with a stop. */
export function joined(outcome: string, step: string): string {
  if (step.startsWith(".")) return `${outcome}${step}`;
  // Two breaths are enough: where the outcome has a comma already the step is a sentence of its own.
  if (/[,;:]/.test(outcome)) return `${outcome}. ${step.replace(/^,?\s*(?:and|ja|och)\s/u, "")}`;
  return step.startsWith(",") ? `${outcome}${step}` : `${outcome}, ${step}`;
}
