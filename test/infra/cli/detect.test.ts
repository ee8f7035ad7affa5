import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { register as registerDetect } from "../../../infra/cli/commands/detect.ts";
import { register as registerEvaluate } from "../../../infra/cli/commands/evaluate.ts";
import { commandOutput } from "../../support/command-output.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const printed = commandOutput([registerDetect, registerEvaluate]);
const { run } = printed;
function fileOf(...lines: string[]): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "detect-")), "rows.jsonl");
  writeFileSync(file, lines.join("\n"));
  return file;
}
const row = (value: unknown) => JSON.stringify(value);

describe("shopkeeper detect", () => {
  it("reads rows and says what they carry, with the words under each cue", async () => {
    const [first] = await run(
      "detect",
      fileOf(row({ id: "a", text: "Never again, I am going to Vauhtisport", competitors: ["Vauhtisport"] })),
    );
    expect(first).toMatchObject({
      id: "a",
      lang: "en",
      complaint: { label: true },
      situation: null,
      cues: [
        { kind: "churn", start: 0, end: 11, text: "Never again" },
        { kind: "competitor", start: 27, end: 38, text: "Vauhtisport", entity: "Vauhtisport" },
      ],
    });
  });

  it("reports a bad line with its number, processes the rest and ends with 1", async () => {
    const rows = await run(
      "detect",
      fileOf("\ufeff", row({ id: 1, text: "Hello" }), "{broken", row({ id: 2 }), row({ id: 3, text: "Hi" })),
    );
    expect(rows).toMatchObject([{ id: 1 }, { id: 3 }]);
    expect(printed.err).toContain("line 3: not JSON");
    expect(printed.err).toContain("line 4: text:");
    expect(process.exitCode).toBe(1);
  });

  it("ends with 0 when every line could be read", async () => {
    await run("detect", fileOf(row({ id: 1, text: "Hello" })));
    expect(process.exitCode).toBeUndefined();
  });

  it.each([
    {
      brand: "kenttakauppa",
      text: "Went to exchange the football boots and was denied an exchange because there were some marks.",
      situation: "exchange-refused",
      entity: "football-boots-junior",
    },
    {
      brand: "lounaspoyta",
      text: "Linjastosta puuttui kaikki kasvikset, mutta buffetista otettiin silti täysi 8,80 €.",
      situation: "part-missing",
      entity: "lounasbuffet",
    },
  ])("finds the situations and the price list of $brand", async ({ brand, text, situation, entity }) => {
    const [first] = await run(
      "detect",
      "--brand",
      path.join(root, "brands", `${brand}.yaml`),
      fileOf(row({ id: 1, text })),
    );
    expect(first).toMatchObject({ situation, lane: "answer", stage: expect.any(String) });
    expect(first).toHaveProperty(
      "cues",
      expect.arrayContaining([expect.objectContaining({ kind: "product", entity })]),
    );
  });

  it("says which brand file cannot be read and ends with 1", async () => {
    expect(await run("detect", "--brand", "/nowhere.yaml", fileOf(row({ id: 1, text: "Hello" })))).toEqual(
      [],
    );
    expect(printed.err).toContain("cannot read /nowhere.yaml");
    expect(process.exitCode).toBe(1);
  });
});

describe("shopkeeper evaluate", () => {
  it("counts each label per language and the spans by overlap", async () => {
    const data = fileOf(
      row({
        id: 1,
        text: "Never again, the worst shop",
        lang: "en",
        complaint: 1,
        churn: 1,
        spans: { churn: ["Never again"] },
      }),
      row({
        id: 2,
        text: "I love this shop",
        lang: "en",
        complaint: 0,
        churn: 1,
        spans: { churn: ["love"] },
      }),
      row({
        id: 3,
        text: "Surkeaa palvelua, ei enää ikinä",
        lang: "fi",
        complaint: 1,
        churn: 0,
        spans: { churn: [] },
      }),
    );
    const rows = await run("evaluate", "--data", data);
    expect(rows).toContainEqual({
      label: "complaint",
      lang: "all",
      rows: 3,
      positive: 2,
      precision: 1,
      recall: 1,
      f1: 1,
      macroF1: 1,
      f1Interval: { low: 1, high: 1 },
      macroF1Interval: { low: 1, high: 1 },
    });
    expect(rows).toContainEqual(
      expect.objectContaining({ label: "churn", lang: "en", precision: 1, recall: 0.5 }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ label: "churn", lang: "fi", precision: 0, recall: null }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ label: "churn-span", lang: "all", precision: 0.5, recall: 0.5 }),
    );
  });

  it("says of the posts in which a cue is rightly found, in how many it is found in the labelled words", async () => {
    const says = (words: string) => ({
      text: "Never again, the worst shop",
      lang: "en",
      churn: 1,
      spans: { churn: [words] },
    });
    const rows = await run(
      "evaluate",
      "--data",
      fileOf(
        row(says("Never again")),
        row(says("the worst shop")),
        // Found where there is none: an error of its own, and no place at all.
        row({ text: "Never again", lang: "en", churn: 0, spans: { churn: [] } }),
      ),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ label: "churn-span", lang: "en", hits: 2, overlap: 0.5, precision: 0.3333 }),
    );
  });
});
