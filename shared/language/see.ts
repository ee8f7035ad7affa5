import type { Lang } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { complaintFeatures } from "./complaint-features.ts";
import { type CueFound, findCues, type PlaybookNames } from "./cues.ts";
import { namedSigns } from "./model/complaint-model.ts";
import type { Around } from "./model/cue-model.ts";
import type { Named } from "./model/linear-model.ts";
import { findNames, type NameBook } from "./names.ts";
import { normalise } from "./normalise.ts";
import { bindPlaybook } from "./situations.ts";
import { withBookForms } from "./spoken-finnish.ts";
import { type Reading, read } from "./tokens.ts";

/** The present year, where a text is read for its words and not for how long ago 2014 is. */
const ANY_YEAR = 2026;

/** A text as the cue model sees it, in a language that is known. */
export function seeForCues(
  text: string,
  lang: Lang,
  playbook: Playbook,
): { reading: Reading; around: Around } {
  const written = read(normalise(text));
  const reading = lang === "fi" ? withBookForms(written) : written;
  const names = bindPlaybook(playbook).names;
  const hits = findCues(reading, lang, names, ANY_YEAR);
  return {
    reading,
    around: { hits, names: namesIn(reading, names), features: complaintFeatures(reading, lang, hits, 0) },
  };
}

/** Tokens that name the brand itself or one of its rivals. */
function namesIn({ tokens }: Reading, names: PlaybookNames): Around["names"] {
  const at = new Map<number, "own" | "rival" | "firm">();
  const mark = (book: NameBook, name: "own" | "rival") => {
    for (const { first, last } of findNames(book, tokens))
      for (let i = first; i <= last; i++) at.set(i, name);
  };
  mark(names.competitors, "rival");
  mark(names.own, "own");
  return at;
}

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
