import * as z from "zod";
import type { Lang } from "../complaint/ids.ts";
import { readLanguageFile } from "./language-files.ts";
import { type LinearModel, unpacked } from "./model/linear-model.ts";
import { type SentenceModel, unpackedSentences } from "./model/sentence-model.ts";

/** What ships for a language; `docs/model-card.md` says what it was made from and how good it is. */
export type Weights = {
  complaint: LinearModel;
  cues: SentenceModel;
  stops: SentenceModel;
  situations: SentenceModel;
};

const base64 = z.string();
const OfSentences = z.object({
  bits: z.int(),
  scale: z.array(z.number()),
  bias: z.array(z.number()),
  from: z.array(z.number()),
  weights: z.array(base64),
});
const Complaint = z.object({
  bits: z.int(),
  scale: z.number(),
  bias: z.number(),
  prior: z.number(),
  slope: z.number(),
  shift: z.number(),
  from: z.number(),
  weights: base64,
});
/** `weights.json`, as `infra/training/rebuild.ts` writes it. */
const WeightsFile = z.object({
  complaint: Complaint,
  cues: OfSentences,
  stops: OfSentences,
  situations: OfSentences,
});

const ready = new Map<Lang, Weights>();

/** Read and unpacked when a language is first met. */
export function weightsFor(lang: Lang): Weights {
  const known = ready.get(lang);
  if (known) return known;
  const { complaint, cues, stops, situations } = WeightsFile.parse(
    JSON.parse(readLanguageFile(lang, "weights.json")),
  );
  const made = {
    complaint: unpacked(complaint),
    cues: unpackedSentences(cues),
    stops: unpackedSentences(stops),
    situations: unpackedSentences(situations),
  };
  ready.set(lang, made);
  return made;
}
