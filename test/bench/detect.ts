import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { UNKNOWN_BRAND } from "../../infra/cli/unknown-brand.ts";
import { bundleTo } from "../../infra/cloud/bundle.ts";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import type { Job, JobDone } from "./detect-job.ts";
import { labelledOf, textsOf } from "./labelled.ts";
import { printQuality } from "./quality.ts";

export type DetectOptions = { readonly data?: string | undefined; readonly lang: string };

const BRAND = "brands/kenttakauppa.yaml";
const PASSES = 12;

/** `npm run bench detect`: what detecting costs, from a bundle like the functions', and how good it is beside others. */
export async function benchDetect({ data, lang }: DetectOptions): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "shopkeeper-bench-"));
  try {
    const bundle = path.join(folder, "job.mjs");
    bundleTo(fileURLToPath(new URL("detect-job.ts", import.meta.url)), bundle);
    const run = (job: Omit<Job, "times">, times = PASSES): JobDone => {
      const file = path.join(folder, "job.json");
      writeFileSync(file, JSON.stringify({ ...job, times }));
      const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, file], {
        encoding: "utf8",
        maxBuffer: 2 ** 26,
      });
      if (status !== 0) throw new Error(`the detection did not run:\n${stderr}`);
      return JSON.parse(stdout);
    };
    const texts = textsOf(data);
    printSpeed(texts, run);
    printLengths(texts, run);
    printNames(texts, run);
    await printQuality(
      labelledOf(data, lang),
      lang,
      (labelled) => 1e6 / median(run({ texts: labelled, playbook: UNKNOWN_BRAND }).warm),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Run = (job: Omit<Job, "times">, times?: number) => JobDone;

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
const thousands = (figure: number): string => Math.round(figure).toLocaleString("en-GB");

function exampleBrand(): Playbook {
  const parsed = parseBrand(readFileSync(BRAND, "utf8"), BRAND);
  if (!parsed.ok) throw new Error(`${BRAND} cannot be read`);
  return parsed.brand.playbook;
}

function printSpeed(texts: readonly string[], run: Run): void {
  const length = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
  console.log(
    `\nThe whole of detection (\`assess\`) on one core, bundled by esbuild as the functions are, Node ${process.versions.node}: ${texts.length} texts of ${length} characters on average. Warm is the median of ${PASSES} passes; cold is the first, when no word of the texts has been seen.\n`,
  );
  console.log("| brand | µs a post, warm | posts a second, warm | µs a post, cold | posts a second, cold |");
  console.log("|---|---:|---:|---:|---:|");
  for (const [name, playbook] of [
    ["unknown", UNKNOWN_BRAND],
    ["Kenttäkauppa", exampleBrand()],
  ] as const) {
    const { cold, warm } = run({ texts, playbook });
    const each = median(warm);
    console.log(
      `| ${name} | ${each.toFixed(1)} | ${thousands(1e6 / each)} | ${cold.toFixed(1)} | ${thousands(1e6 / cold)} |`,
    );
  }
}

const KILOBYTES = [1, 10, 100];

function printLengths(texts: readonly string[], run: Run): void {
  console.log(
    "\nCost against length: posts put together until they are as long. Beyond 65,536 characters nothing is read.\n",
  );
  console.log("| length | µs | µs a KB that is read |\n|---|---:|---:|");
  const whole = texts.join("\n");
  for (const kilobytes of KILOBYTES) {
    const length = kilobytes * 1024;
    const long = Array.from({ length: Math.max(3, Math.ceil(100 / kilobytes)) }, (_, at) => {
      const from = (at * length) % Math.max(1, whole.length - length);
      return whole.repeat(Math.ceil(length / whole.length)).slice(from, from + length);
    });
    const each = median(run({ texts: long, playbook: UNKNOWN_BRAND }).warm);
    console.log(`| ${kilobytes} KB | ${thousands(each)} | ${(each / Math.min(kilobytes, 64)).toFixed(0)} |`);
  }
}

const NAMES = [10, 100, 1000, 10_000];
const LAST_WORDS = ["Sport", "Kauppa", "Liike", "Store", "Tukku"];

function printNames(texts: readonly string[], run: Run): void {
  console.log(
    "\nCost against the number of competitors that a brand names; half of the names are of two words.\n",
  );
  console.log("| competitors | µs a post, warm |\n|---:|---:|");
  for (const count of NAMES) {
    const competitors = Array.from({ length: count }, (_, at) => {
      const own = `${"Rival"}${at.toString(36)}x`;
      return {
        id: `c${at}`,
        name: at % 2 === 0 ? own : `${own} ${LAST_WORDS[at % LAST_WORDS.length]}`,
        aliases: [],
      };
    });
    const each = median(run({ texts, playbook: { ...UNKNOWN_BRAND, competitors } }).warm);
    console.log(`| ${thousands(count)} | ${each.toFixed(1)} |`);
  }
}
