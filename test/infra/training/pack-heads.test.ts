import { describe, expect, it } from "vitest";
import { heaviest, packedHeads } from "../../../infra/training/pack-heads.ts";
import { unpackedSentences } from "../../../shared/language/model/sentence-model.ts";

const BITS = 11;
const fitOf = (weights: Readonly<Record<number, number>>) => ({
  bias: 0,
  weights: Float64Array.from({ length: 2 ** BITS }, (_, at) => weights[at] ?? 0),
});

describe("the weights as they are written down", () => {
  it("come back in their buckets, however far these lie apart", () => {
    const first = { 0: 1, 1: -1, 255: 0.5, 256: 1, 766: -0.25, 2047: 1 };
    const second = { 510: -2, 1020: 2 };
    const { weights, scale } = unpackedSentences(packedHeads([fitOf(first), fitOf(second)], BITS, [0, 0]));
    const back = [0, 1].map((head) =>
      Object.fromEntries(
        Array.from({ length: 2 ** BITS }, (_, at) => [
          at,
          Math.round((weights[at * 2 + head] ?? 0) * (scale[head] ?? 0) * 100) / 100,
        ]).filter(([, weight]) => weight !== 0),
      ),
    );
    expect(back).toEqual([{ ...first, 255: 0.5, 766: -0.25 }, second]);
  });

  it("are the heaviest alone", () => {
    const { weights } = heaviest(fitOf({ 3: 0.1, 5: -4, 7: 2, 9: -0.5 }), 2);
    expect([...weights.entries()].filter(([, weight]) => weight !== 0)).toEqual([
      [5, -4],
      [7, 2],
    ]);
  });
});
