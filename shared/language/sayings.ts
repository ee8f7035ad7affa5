import * as z from "zod";
import { StopCase } from "../complaint/assessment.ts";
import { CueKind } from "../complaint/cue.ts";
import type { Lang } from "../complaint/ids.ts";
import { type LanguageFile, readLanguageFile } from "./language-files.ts";
import { parseSayings } from "./parse-sayings.ts";

/** How a text is meant, beside what it says. */
const Sign = z.enum(["irony", "join-in", "no-complaint", "planted", "elsewhere", "chat"]);
export type Sign = z.infer<typeof Sign>;

/**
 * Groups of words that speak for or against a complaint. `put-right`: a failure that was put right at once, told in
 * praise. `dealing`: had to do with the brand (bought, ate, asked, was there); says nothing of how it went.
 */
const SayingFeature = z.enum([
  "failure",
  "success-denied",
  "verdict",
  "waiting",
  "money",
  "why",
  "anger",
  "praise",
  "thanks",
  "greeting",
  "offer",
  "put-right",
  "dealing",
]);
export type SayingFeature = z.infer<typeof SayingFeature>;

const StopAs = z.enum(["said", "may-end-well", "unless"]);

/** What a saying says; exactly one of these. */
export type Meaning = {
  /** `as` says it, tells of what may end well, or says what the same words mostly mean instead. */
  stop: { stop: StopCase; as: z.infer<typeof StopAs> } | undefined;
  sign: Sign | undefined;
  feature: SayingFeature | undefined;
  cue: { kind: CueKind; detail: string } | undefined;
};
const NONE: Meaning = { stop: undefined, sign: undefined, feature: undefined, cue: undefined };

/** What touches life comes first; a threat of the law comes after what was done. */
export const STOPS_BY_GRAVITY: readonly StopCase[] = [
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

/** What the headings of a file say, in their own words. */
const MEANINGS: readonly {
  readonly file: Exclude<LanguageFile, "weights.json">;
  readonly meaning: (heading: readonly string[]) => Meaning;
}[] = [
  {
    // Recall before precision: a stop too many costs a minute, a stop too few a cheerful voucher to somebody hurt.
    file: "stops.txt",
    meaning: ([stop, as]) => ({
      ...NONE,
      stop: { stop: StopCase.parse(stop), as: StopAs.parse(as ?? "said") },
    }),
  },
  { file: "signs.txt", meaning: ([sign]) => ({ ...NONE, sign: Sign.parse(sign) }) },
  { file: "complaint.txt", meaning: ([feature]) => ({ ...NONE, feature: SayingFeature.parse(feature) }) },
  {
    file: "cues.txt",
    meaning: ([kind, detail]) => ({
      ...NONE,
      cue: { kind: CueKind.parse(kind), detail: z.string().parse(detail) },
    }),
  },
];

/**
 * All sayings of a language; those of stop cases come first.
 * @throws {RangeError} with file and line, for a heading that means nothing
 */
export function sayingsOf(lang: Lang): { means: Meaning; say: readonly string[] }[] {
  return MEANINGS.flatMap(({ file, meaning }) =>
    parseSayings(readLanguageFile(lang, file), `${lang}/${file}`).map(({ heading, line, say }) => {
      try {
        return { means: meaning(heading), say };
      } catch (cause) {
        throw new RangeError(`${lang}/${file}:${line}: "${heading.join(" ")}" is no heading of this file`, {
          cause,
        });
      }
    }),
  );
}
