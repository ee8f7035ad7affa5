import { readFileSync } from "node:fs";
import type { Lang } from "../complaint/ids.ts";

/**
 * What is known of a language lies in files beside the program, one folder a language, and is read when a text in it
 * is first met: most functions see one language. A bundle brings the folder along as it is (`infra/cloud/bundle.ts`).
 */
export type LanguageFile = "cues.txt" | "stops.txt" | "complaint.txt" | "signs.txt" | "weights.json";

/** @throws when the file is not there: the bundle was made without it */
export const readLanguageFile = (lang: Lang, file: LanguageFile): string =>
  readFileSync(new URL(`./languages/${lang}/${file}`, import.meta.url), "utf8");
