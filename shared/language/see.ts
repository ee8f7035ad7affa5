import type { Lang } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { complaintFeatures } from "./complaint-features.ts";
import { findCues } from "./cues.ts";
import { boundedPoints, namedSigns } from "./model/complaint-model.ts";
import type { Around } from "./model/cue-model.ts";
import type { Seen } from "./model/linear-model.ts";
import { normalise } from "./normalise.ts";
import { bindPlaybook } from "./situations.ts";
import { withBookForms } from "./spoken-finnish.ts";
import { type Reading, read } from "./tokens.ts";
import { whoIsNamed } from "./who-is-named.ts";

/** The present year, where a text is read for its words and not for how long ago 2014 is. */
const ANY_YEAR = 2026;

/** A text as the models see it, in a language that is known: as the complaint model does, and as the cue model does. */
export function see(
  text: string,
  lang: Lang,
  playbook: Playbook,
): { seen: Seen; around: Around; reading: Reading } {
  const written = read(normalise(text));
  const reading = lang === "fi" ? withBookForms(written) : written;
  const names = bindPlaybook(playbook).names;
  const hits = findCues(reading, lang, names, ANY_YEAR);
  const features = complaintFeatures(reading, lang, hits, 0);
  const who = whoIsNamed(reading.tokens, names);
  return {
    reading,
    seen: { reading, who, signs: namedSigns(reading, features, hits), points: boundedPoints(features) },
    around: { hits, names: who, features },
  };
}
