import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { pipeline } from "../pipeline.ts";
import { bundleTo, esbuildOptions, filesBeside } from "./bundle.ts";

/** What one function weighs, minified. */
export const bundleBytes = (entry: string): number =>
  (buildSync(esbuildOptions(entry)).outputFiles ?? []).reduce((sum, file) => sum + file.contents.length, 0);

/** What lies beside it and is read when it is needed. */
export const bytesBeside = (entry: string): number =>
  filesBeside(entry)
    .flatMap(({ from }) => readdirSync(from, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0);

const PROCESSES = 9;
const DOCUMENT = "docs/performance.md";
const MARKS = { from: "<!-- bundles -->", to: "<!-- /bundles -->" };

type Measured = {
  readonly name: string;
  readonly kb: number;
  readonly besideKb: number;
  readonly importMs: number;
};

/** Wall time of a process that imports one file and ends; the median, because the machine has other things to do. */
function medianMs(file: string): number {
  const times = Array.from({ length: PROCESSES }, () => {
    const begun = process.hrtime.bigint();
    const run = spawnSync(process.execPath, [file], { encoding: "utf8", env: quiet });
    if (run.status !== 0) throw new Error(`${file} cannot be imported:\n${run.stderr}`);
    return Number(process.hrtime.bigint() - begun) / 1e6;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(PROCESSES / 2)] ?? 0;
}
const quiet = { PATH: process.env["PATH"] ?? "", AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };

function measure(): { baselineMs: number; functions: readonly Measured[] } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "shopkeeper-bundles-"));
  try {
    const empty = path.join(folder, "empty.mjs");
    writeFileSync(empty, "");
    const baselineMs = medianMs(empty);
    const functions = pipeline.map((row): Measured => {
      const own = path.join(folder, row.name.replaceAll("/", "-"));
      mkdirSync(own);
      const file = path.join(own, "index.mjs");
      bundleTo(row.entry, file);
      return {
        name: row.name,
        kb: statSync(file).size / 1024,
        besideKb: bytesBeside(row.entry) / 1024,
        importMs: medianMs(file) - baselineMs,
      };
    });
    return { baselineMs, functions };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function table({ baselineMs, functions }: ReturnType<typeof measure>): string {
  return [
    `Node ${process.versions.node} on ${process.platform}-${process.arch}, median of ${PROCESSES} processes; an empty module takes ${baselineMs.toFixed(0)} ms, which is taken off.`,
    "",
    "| function | KB minified | KB of files beside it | import ms |",
    "|---|---:|---:|---:|",
    ...functions.map(
      ({ name, kb, besideKb, importMs }) =>
        `| ${name} | ${kb.toFixed(0)} | ${besideKb.toFixed(0)} | ${importMs.toFixed(0)} |`,
    ),
  ].join("\n");
}

/** Puts the table between the marks of docs/performance.md; what stands around it is left alone. */
function write(text: string): void {
  const before = existsSync(DOCUMENT)
    ? readFileSync(DOCUMENT, "utf8")
    : `# Performance\n\n## Bundles\n${MARKS.from}\n${MARKS.to}\n`;
  const [start, end] = [before.indexOf(MARKS.from), before.indexOf(MARKS.to)];
  const head =
    start < 0
      ? `${before.trimEnd()}\n\n## Bundles\n${MARKS.from}`
      : before.slice(0, start + MARKS.from.length);
  const tail = end < 0 ? `${MARKS.to}\n` : before.slice(end);
  writeFileSync(DOCUMENT, `${head}\n${text}\n${tail}`);
}

if (process.argv[1] === import.meta.filename) {
  const text = table(measure());
  write(text);
  console.log(text);
}
