import type { Lang } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { complaintFeatures } from "./complaint-features.ts";
import { type CueFound, findCues } from "./cues.ts";
import { readSayings, type Said } from "./grammar.ts";
import { boundedPoints, namedSigns } from "./model/complaint-model.ts";
import { type Form, formOf, withMarks } from "./model/grams.ts";
import type { Seen } from "./model/linear-model.ts";
import { type Around, type Hit, type Trait, traitsOf } from "./model/sentence-model.ts";
import { normalise } from "./normalise.ts";
import type { PlaybookNames } from "./playbook-names.ts";
import type { ComplaintFeatures } from "./score-complaint.ts";
import { bindPlaybook } from "./situations.ts";
import { withBookForms } from "./spoken-finnish.ts";
import { type Reading, read } from "./tokens.ts";
import { findFirms, type NamedFirm, whoIsNamed } from "./who-is-named.ts";

/** What the rules see of a text. Training and reading take it from here, so that they cannot see differently. */
export type Sight = {
  reading: Reading;
  /** All that the sayings of its language find. */
  said: Said;
  /** As the grammar found them, before any model has a say. */
  cues: CueFound[];
  /** Without the playbook's situations: the models know of none. */
  features: ComplaintFeatures;
  who: ReadonlyMap<number, NamedFirm>;
  /** Tokens as the models read them, and features as those of sentences do: told once for all. */
  forms: readonly Form[];
  traits: readonly Trait[];
};

/** @param year the present year, for "since 2014" */
export function seeReading(
  reading: Reading,
  said: Said,
  lang: Lang,
  names: PlaybookNames,
  year: number,
): Sight {
  const firms = findFirms(names, reading.tokens);
  const cues = findCues(reading, lang, names, year, said, firms);
  const who = whoIsNamed(reading.tokens, names, firms);
  return sightOf(reading, said, cues, who);
}

export function sightOf(
  reading: Reading,
  said: Said,
  cues: CueFound[],
  who: ReadonlyMap<number, NamedFirm>,
): Sight {
  const features = complaintFeatures(reading, said, cues);
  const forms = reading.tokens.map((token, at) => formOf(token, who.get(at)));
  return { reading, said, cues, features, who, forms, traits: traitsOf(features) };
}

/** The present year, where a text is read for its words and not for how long ago 2014 is. */
const ANY_YEAR = 2026;

/** A text in a language that is known. */
export function see(text: string, lang: Lang, playbook: Playbook): Sight {
  const written = read(normalise(text));
  const reading = lang === "fi" ? withBookForms(written) : written;
  const said = readSayings(reading.tokens, lang);
  return seeReading(reading, said, lang, bindPlaybook(playbook).names, ANY_YEAR);
}

/** The same as the complaint model sees it. @param features where they are to be taken otherwise than literally */
export const seenIn = ({ reading, cues, forms, features: literal }: Sight, features = literal): Seen => ({
  forms: withMarks(forms, reading.marks),
  signs: namedSigns(reading, features, cues),
  points: boundedPoints(features),
});

/** The same as a model of sentences sees it. @param hits what the grammar says to it: cues, or stop cases */
export const aroundIn = ({ cues, who, forms, traits }: Sight, hits: readonly Hit[] = cues): Around => ({
  hits,
  names: who,
  forms,
  traits,
});
