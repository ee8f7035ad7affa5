import type { Channel } from "../complaint/ids.ts";
import { type ComposeInput, longest, sets } from "./compose.ts";
import { fillText, type Slots } from "./incident-text.ts";
import { pick, say } from "./say.ts";
import { weightedLength } from "./weighted-length.ts";

type Spoken = Pick<ComposeInput, "lang" | "register"> & { readonly channel: Channel };

/**
 * How a reply asks for the writer's message, as whole sentences without their last stop. Only X needs it: there a
 * message may go only to who has written one, while on Facebook ours follows the comment.
 */
function requests({ lang, register, channel }: Spoken): readonly string[] {
  if (channel === "facebook") return [];
  const isFormal = register === "te" || register === "ni";
  return sets[lang].step[channel].map((line) =>
    say(line, {}, "incident", isFormal)
      .replace(/^[.,]\s*/, "")
      .replace(/\.$/, ""),
  );
}

/** An incident's public text with each way to ask for a message: more than one only on X. */
const allTexts = (text: string, slots: Slots, spoken: Spoken): readonly string[] => {
  const asked = requests(spoken);
  return asked.length === 0
    ? [fillText(text, slots)]
    : asked.map((step) => fillText(text, { ...slots, step }));
};

/** The longest of them, which is the one to count. */
export const longestPublic = (text: string, slots: Slots, spoken: Spoken): string =>
  allTexts(text, slots, spoken).reduce((one, two) => (weightedLength(two) > weightedLength(one) ? two : one));

/** The one for this seed, of those that fit the channel with this signer's name; of all where none does. */
export function publicFor(text: string, slots: Slots, spoken: Spoken, seed: string): string {
  const all = allTexts(text, slots, spoken);
  const fitting = all.filter((each) => weightedLength(each) <= longest[spoken.channel]);
  return pick(fitting.length > 0 ? fitting : all, `${seed}/step`) ?? "";
}
