import { describe, expect, it } from "vitest";
import { UNKNOWN_BRAND } from "../../infra/cli/unknown-brand.ts";
import type { SentenceModel } from "../../shared/language/model/sentence-model.ts";
import { see } from "../../shared/language/see.ts";
import { STOPS, weighStops } from "../../shared/language/weigh-stops.ts";

const BITS = 6;
/** A model to which every text says only what its biases say. */
const saying = (bias: Partial<Record<(typeof STOPS)[number], number>>): SentenceModel => ({
  bits: BITS,
  weights: new Int8Array(2 ** BITS * STOPS.length),
  scale: STOPS.map(() => 1),
  bias: STOPS.map((stop) => bias[stop] ?? -1),
  from: STOPS.map(() => 0.5),
  known: new Map(),
});
const sight = see("Three stitches. And a ruined holiday.", "en", UNKNOWN_BRAND);

describe("stop cases by weight", () => {
  it("stop where a kind reaches what it has to, for the kind that weighs most", () =>
    expect(weighStops(saying({ injury: 0.9, danger: 0.6 }), sight)).toBe("injury"));

  it("are none where no kind does", () => expect(weighStops(saying({ lawyer: 0.4 }), sight)).toBeUndefined());

  it("pass over what the sayings know not to be meant", () => {
    const model = saying({ death: 0.9, injury: 0.6 });
    expect(weighStops(model, sight, new Set(["death"]))).toBe("injury");
    expect(weighStops(model, sight, new Set(["death", "injury"]))).toBeUndefined();
  });

  it("are none in a text without words", () =>
    expect(weighStops(saying({ injury: 9 }), see("🙂", "en", UNKNOWN_BRAND))).toBeUndefined());
});
