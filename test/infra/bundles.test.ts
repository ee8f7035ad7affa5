import { describe, expect, it } from "vitest";
import { bundleBytes } from "../../infra/cloud/measure-bundles.ts";
import { pipeline } from "../../infra/pipeline.ts";

/** A function starts the slower the more it brings along. */
const MOST_KB = 650;

/** What may be heavier, up to how much, and why. */
const heavier: Readonly<Record<string, { readonly kb: number; readonly because: string }>> = {};

describe.each(pipeline)("the bundle of $name", ({ name, entry }) => {
  const allowed = heavier[name];

  it(`is at most ${allowed?.kb ?? MOST_KB} KB`, () => {
    expect(bundleBytes(entry) / 1024).toBeLessThanOrEqual(allowed?.kb ?? MOST_KB);
  });
});

describe("the exceptions", () => {
  it("name functions that there are, and say why", () => {
    for (const [name, { kb, because }] of Object.entries(heavier)) {
      expect(pipeline.map((row) => row.name)).toContain(name);
      expect(kb).toBeGreaterThan(MOST_KB);
      expect(because.split(" ").length).toBeGreaterThan(5);
    }
  });
});
