import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNKNOWN_BRAND } from "../../../infra/cli/unknown-brand.ts";
import { Lang } from "../../../shared/complaint/ids.ts";
import { type LinearModel, rowOf, sumOf } from "../../../shared/language/model/linear-model.ts";
import {
  type SentenceModel,
  sentenceRowOf,
  sentencesOf,
  weigher,
  wholeOf,
} from "../../../shared/language/model/sentence-model.ts";
import { aroundIn, see, seenIn } from "../../../shared/language/see.ts";
import { WEIGHED } from "../../../shared/language/weigh-cues.ts";
import { weightsFor } from "../../../shared/language/weights.ts";

const words = fc.constantFrom(
  "never",
  "again",
  "the",
  "shop",
  "Vodafone",
  "@shop",
  "2014",
  "30 €",
  "!!",
  "?",
  "sooooo",
  "asiakas",
  "köpte",
  "ei",
  "inte",
  "😡",
  "great",
  ".",
  "\n",
  "teiltä",
  "don't",
  "#NeverAgain",
  "ää",
  "ﬁ",
  "\u200b",
);
const text = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(" "));
const lang = fc.constantFrom(...Lang.options);
const BITS = 12;
/** Weights without a pattern, so that a bucket that is missed or doubled shows. */
const unlike = (length: number) => Int8Array.from({ length }, (_, at) => ((at * 7919) % 255) - 127);

describe("a complaint model", () => {
  it("says of a text what the training saw in it", () => {
    const model: LinearModel = {
      bits: BITS,
      weights: unlike(2 ** BITS),
      scale: 0.01,
      bias: 0.3,
      slope: 1,
      shift: 0,
      from: 0.5,
      prior: 0.5,
      known: new Map(),
    };
    fc.assert(
      fc.property(text, lang, (written, of) => {
        const seen = seenIn(see(written, of, UNKNOWN_BRAND));
        const { index, value } = rowOf(BITS, seen);
        let sum = 0;
        index.forEach((bucket, at) => {
          sum += (model.weights[bucket] ?? 0) * (value[at] ?? 0);
        });
        expect(sumOf(model, seen)).toBeCloseTo(sum * model.scale + model.bias + model.prior * seen.points, 6);
      }),
      { numRuns: 300 },
    );
  });

  it("does not say more of a text that is said twice over", () => {
    const { complaint } = weightsFor("en");
    const once = "My parcel is late and nobody answers the phone.";
    const of = (written: string) => sumOf(complaint, seenIn(see(written, "en", UNKNOWN_BRAND)));
    expect(Math.abs(of(`${once} ${once} ${once}`))).toBeLessThan(3 * Math.abs(of(once)) + 3);
  });
});

describe("a model of sentences", () => {
  const model: SentenceModel = {
    bits: BITS,
    weights: unlike(2 ** BITS * WEIGHED.length),
    scale: [0.01, 0.02, 0.03, 0.04],
    bias: [0.1, 0.2, 0.3, 0.4],
    from: [0, 0, 0, 0],
    known: new Map(),
  };

  it("says of each sentence what the training saw in it, and which words gave it", () => {
    fc.assert(
      fc.property(text, lang, (written, of) => {
        const sight = see(written, of, UNKNOWN_BRAND);
        const { reading } = sight;
        const around = aroundIn(sight);
        for (const sentence of [...sentencesOf(reading.tokens), wholeOf(reading.tokens)]) {
          const { index, value } = sentenceRowOf(BITS, reading, sentence, around);
          const weigh = weigher(model, reading, around);
          const [sums, byToken] = [weigh.sums(sentence), weigh.byToken(sentence)];
          expect(byToken.length).toBe((sentence.last - sentence.first + 1) * WEIGHED.length);
          WEIGHED.forEach((_, head) => {
            let sum = 0;
            index.forEach((bucket, at) => {
              sum += (model.weights[bucket * WEIGHED.length + head] ?? 0) * (value[at] ?? 0);
            });
            expect(sums[head]).toBeCloseTo(sum * (model.scale[head] ?? 1) + (model.bias[head] ?? 0), 5);
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the shipped weights", () => {
  it.each(Lang.options)("of %s are of the size that they say, and no larger than is allowed", (of) => {
    const { complaint, cues } = weightsFor(of);
    expect(complaint.weights.length).toBe(2 ** complaint.bits);
    expect(cues.weights.length).toBe(2 ** cues.bits * WEIGHED.length);
    expect(complaint.weights.length + cues.weights.length).toBeLessThanOrEqual(512 * 1024);
    expect(new Set(complaint.weights).size).toBeGreaterThan(20);
  });
});
