import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { register as registerDetect } from "../../../infra/cli/commands/detect.ts";
import { register as registerEvaluate } from "../../../infra/cli/commands/evaluate.ts";
import { register as registerTrain } from "../../../infra/cli/commands/train.ts";
import { commandOutput } from "../../support/command-output.ts";

const printed = commandOutput([registerDetect, registerEvaluate, registerTrain]);
const { run } = printed;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "train-"));
});

const at = (name: string) => path.join(folder, name);
function fileOf(name: string, lines: readonly unknown[]): string {
  writeFileSync(
    at(name),
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return at(name);
}

/** A trade with words of its own: here "gribbled" is what complaints say and "zorped" is what praise says. */
const history = Array.from({ length: 60 }, (_, n) => ({
  text: n % 2 === 0 ? `My flange number ${n} was gribbled` : `My flange number ${n} was zorped`,
  complaint: n % 2 === 0 ? 1 : 0,
}));
const small = ["--bits", "12", "--folds", "5"];

describe("shopkeeper train", () => {
  it("learns a brand's own words, says how well on unseen rows, and detect goes by it", async () => {
    const lines = await run(
      "train",
      "--data",
      fileOf("history.jsonl", history),
      "--out",
      at("own.model"),
      ...small,
    );
    expect(lines[0]).toMatchObject({ seed: 0, rows: 60, positive: 30, macroF1: 1 });
    expect(lines.at(-1)).toMatchObject({ rows: 60, folds: 5, seeds: 1, macroF1: 1, bytes: 4096 });

    const asked = fileOf("asked.jsonl", [
      { id: 1, text: "The second flange was gribbled" },
      { id: 2, text: "The second flange was zorped" },
    ]);
    const [yes, no] = await run("detect", asked, "--model", at("own.model"));
    expect(yes).toMatchObject({ complaint: { label: true } });
    expect(no).toMatchObject({ complaint: { label: false } });
    const figures = await run("evaluate", "--data", at("history.jsonl"), "--model", at("own.model"));
    expect(figures.find(({ label, lang }) => label === "complaint" && lang === "all")).toMatchObject({
      macroF1: 1,
    });
  });

  it("gives the same file for the same rows, byte by byte", async () => {
    const data = fileOf("history.jsonl", history);
    await run("train", "--data", data, "--out", at("one"), ...small);
    await run("train", "--data", data, "--out", at("two"), ...small);
    expect(readFileSync(at("one"))).toEqual(readFileSync(at("two")));
  });

  it("goes on where it was stopped, and ends where it would have ended", async () => {
    const data = fileOf("history.jsonl", history);
    await run("train", "--data", data, "--out", at("whole"), ...small);
    const whole = printed.out;
    // Stopped: the third part cannot be written down any more.
    let parts = 0;
    vi.mocked(process.stderr.write).mockImplementation((text) => {
      if (/\d+ of 5 parts/.test(String(text)) && ++parts === 3) throw new Error("killed");
      return true;
    });
    await expect(run("train", "--data", data, "--out", at("stopped"), ...small)).rejects.toThrow("killed");
    expect(existsSync(at("stopped"))).toBe(false);
    expect(existsSync(at("stopped.progress"))).toBe(true);
    vi.mocked(process.stderr.write).mockImplementation((text) => {
      printed.err += String(text);
      return true;
    });
    await run("train", "--data", data, "--out", at("stopped"), ...small);
    expect(printed.err).toContain("going on after 3 parts");
    expect(readFileSync(at("stopped"))).toEqual(readFileSync(at("whole")));
    expect(printed.out.replaceAll("stopped", "whole")).toBe(whole);
    expect(existsSync(at("stopped.progress"))).toBe(false);
  });

  it("does not go on with parts of other rows", async () => {
    fileOf("own.model.progress", [{ of: "other rows", done: [{ seed: 0, fold: 0, sums: [9, 9, 9] }] }]);
    await run("train", "--data", fileOf("history.jsonl", history), "--out", at("own.model"), ...small);
    expect(printed.err).toContain("begun anew");
    expect(printed.err).toContain("5 of 5 parts");
  });

  it("names each line that it cannot read, and trains on the others", async () => {
    await run(
      "train",
      "--data",
      fileOf("history.jsonl", [...history, "not json", { text: "no label" }, { text: "", complaint: 1 }]),
      "--out",
      at("own.model"),
      ...small,
    );
    expect(printed.err).toContain("line 61: not JSON");
    expect(printed.err).toContain("line 62: complaint");
    expect(printed.err).toContain("line 63: text");
    expect(process.exitCode).toBe(1);
    expect(existsSync(at("own.model"))).toBe(true);
  });

  it("says what is missing when there are too few rows of a label", async () => {
    const data = fileOf("few.jsonl", history.slice(0, 6));
    await expect(run("train", "--data", data, "--out", at("own.model"), ...small)).rejects.toThrow(
      "3 rows with complaint true: 5 folds need at least 5 of each",
    );
  });
});

describe("--model", () => {
  it.each([
    ["is missing", undefined],
    ["is no JSON", "weights"],
    [
      "holds fewer weights than it says",
      '{"kind":"shopkeeper-complaint-model","version":1,"lang":"en","bits":12,"scale":1,"bias":0,"slope":1,"shift":0,"from":0.5,"rows":1,"trainedOn":"x","weights":"AAAA"}',
    ],
  ])("%s: says so with the next step, and reads nothing", async (_, content) => {
    if (content !== undefined) writeFileSync(at("own.model"), content);
    const lines = await run(
      "detect",
      fileOf("rows.jsonl", [{ id: 1, text: "hello" }]),
      "--model",
      at("own.model"),
    );
    expect(lines).toEqual([]);
    expect(printed.err).toContain("shopkeeper train");
    expect(process.exitCode).toBe(1);
  });
});
