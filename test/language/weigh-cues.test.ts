import { describe, expect, it } from "vitest";
import { playbookFor, UNKNOWN_BRAND } from "../../infra/cli/unknown-brand.ts";
import { type LabelledCues, trainCues } from "../../infra/training/train-cues.ts";
import { unpackedSentences } from "../../shared/language/model/sentence-model.ts";
import { see } from "../../shared/language/see.ts";
import { weighCues } from "../../shared/language/weigh-cues.ts";

const brand = playbookFor(UNKNOWN_BRAND)({ brand: "Kenttäkauppa" });
const THINGS = [
  "skates",
  "helmets",
  "tents",
  "rackets",
  "skis",
  "gloves",
  "bottles",
  "bags",
  "bikes",
  "boots",
];
const NONE = { relationship: [], competitor: [], churn: [], warning: [] };
const row = (text: string, churn: string[] = []): LabelledCues => ({
  text,
  playbook: brand,
  spans: { ...NONE, churn },
  fresh: true,
});
const rows = THINGS.flatMap((thing) => [
  row(`The ${thing} broke. We zorple the plimsy to you.`, ["zorple the plimsy"]),
  row(`The ${thing} are here. When do you open?`),
  row(`Lovely ${thing} and a lovely day.`),
]);
const { packed } = trainCues(rows, { lang: "en", bits: 10, keep: 500, cost: 1, folds: 2, from: 0 });
const model = unpackedSentences(packed);

/** The same model, where words must reach `from`. */
const found = (text: string, isComplaint: boolean, { playbook = brand, from = 0 } = {}) =>
  weighCues({ ...model, from: model.from.map(() => from) }, see(text, "en", playbook), {
    addressed: playbook !== UNKNOWN_BRAND,
    isComplaint,
  }).map(({ kind, detail, start, end }) => `${kind} ${detail}: ${text.slice(start, end)}`);

const TOLD = "The skates broke. We zorple the plimsy to you.";

describe("a cue by its words", () => {
  it("is found in a complaint, on the words that weigh", () => {
    const [cue] = found(TOLD, true);
    expect(cue).toMatch(/^churn worded: .*zorple/);
  });

  it("is found where nobody complains, and must be said more plainly there", () => {
    const least = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4].filter(
      (from) => found(TOLD, true, { from }).length > 0,
    );
    const most = least.at(-1) ?? 0;
    expect(found(TOLD, false, { from: most - 1 })).toHaveLength(1);
    expect(found(TOLD, false, { from: most })).toEqual([]);
  });

  it("is not found in talk among people, nor where nobody knows to whom it is written", () => {
    expect(found("We zorple the plimsy.", false, { from: -3 })).toEqual([]);
    expect(found(TOLD, true, { playbook: UNKNOWN_BRAND, from: -3 })).toEqual([]);
  });

  it("is not found where words say nothing of the kind", () => {
    expect(found("Lovely boots and a lovely day.", true)).toEqual([]);
  });
});
