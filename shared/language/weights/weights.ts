import type { Lang } from "../../complaint/ids.ts";
import { type LinearModel, unpacked } from "../model/linear-model.ts";
import { type SentenceModel, unpackedSentences } from "../model/sentence-model.ts";
import * as en from "./en.ts";
import * as fi from "./fi.ts";
import * as sv from "./sv.ts";

/** What ships for a language; `docs/model-card.md` says what it was made from and how good it is. */
export type Weights = { complaint: LinearModel; cues: SentenceModel; stops: SentenceModel };

const packed = { en, fi, sv };
const ready = new Map<Lang, Weights>();

/** Unpacked when a language is first read: most functions see one. */
export function weightsFor(lang: Lang): Weights {
  const known = ready.get(lang);
  if (known) return known;
  const made = {
    complaint: unpacked(packed[lang].complaint),
    cues: unpackedSentences(packed[lang].cues),
    stops: unpackedSentences(packed[lang].stops),
  };
  ready.set(lang, made);
  return made;
}
