import type { Finding } from "../complaint/draft.ts";
import type { Channel, Instant, Lang } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import type { Decision } from "../complaint/remedy.ts";
import { inSmallLetters, type SmallLetters } from "./wording.ts";

/** What the lint reads of a playbook: names, prices, stores, and what the brand's voice avoids. */
export type LintPlaybook = Pick<
  Playbook,
  "ownNames" | "competitors" | "priceList" | "stores" | "voice" | "situations"
>;

/** One of the two texts, with what is known of it. */
export type LintInput = {
  readonly side: "public" | "private";
  readonly text: string;
  /** The writer's language; the reply is to be in it. */
  readonly lang: Lang;
  readonly channel: Channel;
  readonly playbook: LintPlaybook;
  readonly matchConfirmed: boolean;
  readonly decision?: Decision | undefined;
  /** Whether what is answered complains. Not known: told by the decision, else by the reply's own words. */
  readonly answersComplaint?: boolean | undefined;
  /** By when what is promised is stored to be done, seen from `now` in the brand's time zone. ISO instants. */
  readonly promised?:
    | { readonly dueAt: Instant; readonly now: Instant; readonly timeZone: string }
    | undefined;
  /** What the writer wrote in public: what stands there may be said back. */
  readonly writerText?: string | undefined;
  /** Public replies of the last 30 days. */
  readonly recentReplies?: readonly string[] | undefined;
  readonly signerName?: string | undefined;
  /** The name that the message may give beside the signer's. */
  readonly followedByName?: string | undefined;
  /** Single-use code that may stand in the private message. */
  readonly storeOrderCode?: string | undefined;
};

/** A text as the checks read it. */
export type Linted = LintInput & {
  /** The text in small letters: what the rules are looked for in. */
  readonly small: SmallLetters;
  /** Whether an address with its protocol stands in it, or stood there before it was blanked. */
  readonly hasAddress: boolean;
};

/** @param written the text with its addresses, where `input` has it without them */
export const linted = (input: LintInput, written = input.text): Linted => ({
  ...input,
  small: inSmallLetters(input.text),
  hasAddress: /https?:\/\//i.test(written),
});

/** One check: looks at a text, says what it found. */
export type Check = (input: Linted) => readonly Finding[];

/** Makes a finding at a place of the text. */
export const findingAt = (
  input: LintInput,
  start: number,
  end: number,
  rest: Pick<Finding, "rule" | "severity" | "overrulable" | "reason"> & {
    readonly better?: string | undefined;
  },
): Finding => ({
  rule: rest.rule,
  severity: rest.severity,
  overrulable: rest.overrulable,
  side: input.side,
  start,
  end,
  reason: rest.reason,
  ...(rest.better === undefined ? {} : { better: rest.better }),
});

/** Addresses and handles blanked, every offset kept: no digit or word inside one says anything to a reader. */
export const withoutAddresses = (text: string): string =>
  text.replace(/https?:\/\/\S+|(?<![\p{L}\d._%+-])@\w+/gu, (address) => " ".repeat(address.length));

/** The sentence around a place in a text. */
export function wordsAround<T extends string>(text: T, at: number): T {
  const isEnd = (index: number) => sentenceEnds.includes(text.charAt(index));
  let start = at;
  while (start > 0 && !isEnd(start - 1)) start -= 1;
  let end = at;
  while (end < text.length && !isEnd(end)) end += 1;
  return text.slice(start, end) as T;
}
const sentenceEnds = ".!?;\n";
