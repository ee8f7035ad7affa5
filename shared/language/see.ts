import type { Lang } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { complaintFeatures } from "./complaint-features.ts";
import { type CueFound, findCues } from "./cues.ts";
import { namedSigns } from "./model/complaint-model.ts";
import type { Named } from "./model/linear-model.ts";
import { normalise } from "./normalise.ts";
import { bindPlaybook } from "./situations.ts";
import { withBookForms } from "./spoken-finnish.ts";
import { type Reading, read } from "./tokens.ts";

/** The present year, where a text is read for its words and not for how long ago 2014 is. */
const ANY_YEAR = 2026;

/** A text as the complaint model sees it, in a language that is known. */
export function see(
  text: string,
  lang: Lang,
  playbook: Playbook,
): { reading: Reading; cues: CueFound[]; named: Named } {
  const written = read(normalise(text));
  const reading = lang === "fi" ? withBookForms(written) : written;
  const cues = findCues(reading, lang, bindPlaybook(playbook).names, ANY_YEAR);
  return { reading, cues, named: namedSigns(reading, complaintFeatures(reading, lang, cues, 0), cues) };
}
