import { type ComposeInput, joined, linesFor, longest, sets, tries } from "./compose.ts";
import { privateParts } from "./compose-private.ts";
import { planOf } from "./reply-plan.ts";
import { readSaid } from "./said-back.ts";
import { asSentences, pick, richest, say } from "./say.ts";
import { weightedLength } from "./weighted-length.ts";

/** The parts of a pair of texts that no model words: what comes of it, the means, greeting, times and signature. */
export type ReplyParts = {
  /** The public text around the model's words, with the first outcome that fits the channel. */
  publicWith(words: string): string;
  privateWith(words: string): string;
};

/** What a model writes in place of what the decision says; it fills neither, and knows no other. */
export const SLOTS = { public: "{outcome}", private: "{remedy}" } as const;

/** Of a remedy or an escalation; a stop case and what a person answers by hand have none: no model is asked there. */
export function replyParts(input: ComposeInput): ReplyParts | undefined {
  if (input.decision.outcome === "by-hand") return undefined;
  // Where the answer is elsewhere there is nothing to word.
  if (input.elsewhere?.account ?? input.elsewhere?.customer) return undefined;
  const set = sets[input.lang];
  const said = readSaid(input.text, input.cues, set, input.priceListLine);
  const plan = planOf(input.decision, input.situation, said);
  if (plan.kind !== "answer") return undefined;
  const formal = input.register === "te" || input.register === "ni";
  const outcome = (attempt: number): string => {
    const seed = `${input.seed}#model${attempt}`;
    const speak = (lines: Parameters<typeof richest>[0], part: string) => {
      const line = pick(lines, `${seed}/${part}`);
      return line === undefined ? "" : say(line, said.slots, `${seed}/${part}`, formal);
    };
    const comes = speak(richest(linesFor(set.outcome, plan.outcome), said, true), "outcome");
    return joined(comes, speak(set.step[input.channel], "step"));
  };
  const sign = ` – ${input.shift.name}`;
  return {
    publicWith(words) {
      const made = Array.from(
        { length: tries },
        (_, attempt) => asSentences(words.replace(SLOTS.public, () => outcome(attempt))) + sign,
      );
      return made.find((text) => weightedLength(text) <= longest[input.channel]) ?? made[0] ?? "";
    },
    privateWith(words) {
      const { hello, remedy, end } = privateParts(input, set, said, formal);
      return asSentences(`${hello} ${words.replace(SLOTS.private, () => remedy)} ${end}`);
    },
  };
}
