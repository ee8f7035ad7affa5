import { describe, expect, it } from "vitest";
import { UNKNOWN_BRAND } from "../../../infra/cli/unknown-brand.ts";
import { type LabelledStop, trainStops } from "../../../infra/training/train-stops.ts";
import { unpackedSentences } from "../../../shared/language/model/sentence-model.ts";
import { see } from "../../../shared/language/see.ts";
import { weighStops } from "../../../shared/language/weigh-stops.ts";

const THINGS = [
  "boots",
  "skates",
  "helmets",
  "tents",
  "rackets",
  "skis",
  "gloves",
  "bottles",
  "bags",
  "bikes",
];
const post = (text: string, stop?: LabelledStop["stop"]): LabelledStop => ({
  text,
  playbook: UNKNOWN_BRAND,
  stop,
  known: false,
  ordinary: stop === undefined,
});
const rows = THINGS.flatMap((thing) => [
  post(`We bought ${thing} on Friday. The zorple bit him and he wept.`, "injury"),
  post(`The ${thing} are here. My quibbler writes to you next.`, "lawyer"),
  post(`When will the ${thing} come? I ordered them in May.`),
  post(`Lovely ${thing}, thank you.`),
]);
const OPTIONS = { lang: "en", bits: 10, keep: 500, cost: 1, folds: 4, from: 0 } as const;

describe("training the stop cases", () => {
  const { packed, figures } = trainStops(rows, OPTIONS);
  const model = unpackedSentences(packed);
  const stopIn = (text: string) => weighStops(model, see(text, "en", UNKNOWN_BRAND));

  it("learns of each kind the words that tell it, wherever in a post they stand", () => {
    expect(stopIn("Skates again. Hello. The zorple bit him and he wept.")).toBe("injury");
    expect(stopIn("My quibbler writes to you next. The skates are here.")).toBe("lawyer");
    expect(stopIn("When will the skates come? I ordered them in May.")).toBeUndefined();
  });

  it("says how many it finds, and how many it stops in vain", () => {
    expect(figures.rows).toBe(2 * THINGS.length);
    expect(figures.found).toBeGreaterThan(0.9);
    expect(figures.falsely).toBeLessThan(0.1);
  });

  it("gives the same weights for the same rows", () => {
    expect(trainStops(rows, OPTIONS).packed).toEqual(packed);
  });
});
