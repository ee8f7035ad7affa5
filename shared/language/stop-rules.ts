import type { StopCase } from "../complaint/assessment.ts";
import type { Lang } from "../complaint/ids.ts";
import type { StopSayings } from "./stop-sayings.ts";
import { STOP_EN } from "./stop-sayings-en.ts";
import { STOP_FI } from "./stop-sayings-fi.ts";
import { STOP_SV } from "./stop-sayings-sv.ts";

const SAYINGS: Readonly<Record<Lang, StopSayings>> = { en: STOP_EN, fi: STOP_FI, sv: STOP_SV };

/** In the order of gravity. What touches life comes first; a threat of the law comes after what was done. */
const BY_GRAVITY: readonly StopCase[] = [
  "danger",
  "death",
  "allergy",
  "food-illness",
  "injury",
  "child-writing",
  "discrimination",
  "crime",
  "others-data",
  "lawyer",
  "authority",
  "journalist",
  "employee",
  "boycott",
];

const inAll = (of: (sayings: StopSayings) => readonly string[]): Record<Lang, readonly string[]> => ({
  en: of(SAYINGS.en),
  fi: of(SAYINGS.fi),
  sv: of(SAYINGS.sv),
});

/**
 * Sayings that mean that a person must act and no remedy is drafted, in the syntax of `compileGrammar`.
 * Recall before precision: a stop too many costs a minute, a stop too few a cheerful voucher to somebody hurt.
 * Read in the text's language, and in all three where the language is in doubt. Listed in the order of gravity.
 * `unless` names what the same words mostly mean instead; `mayEndWell` stands unless nobody was hurt.
 */
export const STOP_RULES: readonly {
  stop: StopCase;
  say: Readonly<Record<Lang, readonly string[]>>;
  unless: Readonly<Record<Lang, readonly string[]>>;
  mayEndWell: Readonly<Record<Lang, readonly string[]>>;
}[] = BY_GRAVITY.map((stop) => ({
  stop,
  say: inAll((sayings) => sayings[stop].say),
  unless: inAll((sayings) => sayings[stop].unless ?? []),
  mayEndWell: inAll((sayings) => sayings[stop].mayEndWell ?? []),
}));
