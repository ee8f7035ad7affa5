import { describe, expect, it } from "vitest";
import { goldens } from "../eval/drafts/golden.ts";
import { draftFor } from "../eval/drafts/golden-draft.ts";

const SEEDS = Array.from({ length: 40 }, (_, at) => `golden-${at}`);

describe.each(goldens)("a draft for the golden pair of $name", (golden) => {
  it("holds every element that the pair has, whatever the seed", () => {
    const missing = SEEDS.flatMap((seed) => {
      const draft = draftFor(golden, seed);
      return (["public", "private"] as const).flatMap((side) =>
        Object.entries(golden.wants[side])
          .filter(([, wanted]) => !wanted.test(draft[side] ?? ""))
          .map(([element]) => `${side} ${element}: ${draft[side]}`),
      );
    });
    expect(missing).toEqual([]);
  });

  it("is found in its golden text as well, or the standard is not one", () => {
    // The golden public text is a model for tone; what it must share with every draft is who is sorry and who signs.
    for (const element of ["apology", "signer"] as const) {
      const wanted = golden.wants.public[element];
      if (wanted) expect(golden.public).toMatch(wanted);
    }
  });
});
