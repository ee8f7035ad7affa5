import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleTo } from "../../infra/cloud/bundle.ts";

const PROCESSES = 15;

/** `npm run bench start`: what the detection adds to the start of a process, against an empty module. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "shopkeeper-start-"));
  try {
    const bundle = path.join(folder, "detect.mjs");
    bundleTo(fileURLToPath(new URL("detect-job.ts", import.meta.url)), bundle);
    const zod = path.join(folder, "zod.mjs");
    bundleTo(fileURLToPath(new URL("../../shared/complaint/ids.ts", import.meta.url)), zod);
    const empty = path.join(folder, "empty.mjs");
    writeFileSync(empty, "");
    const files = { "an empty module": empty, "zod alone": zod, "the detection": bundle };
    const times = new Map<string, number[]>(Object.keys(files).map((name) => [name, []]));
    // In turn, so that what else the machine does meets all alike.
    for (let run = 0; run < PROCESSES; run++) {
      for (const [name, file] of Object.entries(files)) times.get(name)?.push(wallMs([file]));
    }
    const first = Object.entries(FIRST).map(([lang, text]) => ({ lang, ms: firstMs(folder, bundle, text) }));
    const base = median(times.get("an empty module") ?? []);
    console.log(
      `\nStart of a process, Node ${process.versions.node}, median of ${PROCESSES} processes each, ms; ${(statSync(bundle).size / 1024).toFixed(0)} KB, and the files of three languages beside it.\n`,
    );
    console.log("| imported | ms | more than nothing |\n|---|---:|---:|");
    for (const [name, each] of times) {
      console.log(`| ${name} | ${median(each).toFixed(0)} | ${(median(each) - base).toFixed(0)} |`);
    }
    console.log(
      "\n| first post, which reads the files of its language, binds its grammar and unpacks its weights | ms |\n|---|---:|",
    );
    for (const { lang, ms } of first) console.log(`| ${lang} | ${ms.toFixed(0)} |`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Long enough to leave no doubt of the language; a shorter one is read for stop cases in all three. */
const FIRST = {
  English: "I ordered a jacket from you three weeks ago and nobody has answered any of my messages.",
  Finnish: "Tilasin teiltä takin kolme viikkoa sitten, eikä kukaan ole vastannut viesteihini.",
  Swedish: "Jag beställde en jacka av er för tre veckor sedan och ingen har svarat på mina meddelanden.",
};

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

function output(given: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${given.join(" ")} failed:\n${stderr}`);
  return stdout;
}

function wallMs(given: readonly string[]): number {
  const begun = process.hrtime.bigint();
  output(given);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

/** Reading the first text in a fresh process, without the import. */
function firstMs(folder: string, bundle: string, text: string): number {
  const script = path.join(folder, "first.mjs");
  writeFileSync(
    script,
    `import { firstPostMs } from ${JSON.stringify(bundle)};\nconsole.log(firstPostMs(${JSON.stringify(text)}));\n`,
  );
  return median(Array.from({ length: PROCESSES }, () => Number(output([script]))));
}
