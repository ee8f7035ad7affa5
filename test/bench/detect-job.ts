import { readFileSync } from "node:fs";
import { UNKNOWN_BRAND } from "../../infra/cli/unknown-brand.ts";
import { MentionId } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { assess } from "../../shared/language/assess.ts";

// What a process of its own runs, bundled as the functions are: `node job.mjs job.json` prints its figures as JSON.

/** `times`: passes over all texts after the first. */
export type Job = { readonly texts: readonly string[]; readonly playbook: Playbook; readonly times: number };
/** µs a text: of the first pass, words unseen, and of each later one. */
export type JobDone = { readonly cold: number; readonly warm: readonly number[] };

const MENTION = MentionId.parse("x:0");
const NOW = "2026-11-22T00:00:00.000Z";

function pass({ texts, playbook }: Job): number {
  const begun = performance.now();
  for (const text of texts) {
    assess({ mention: MENTION, revision: 0, text, hasMedia: false, playbook }, NOW);
  }
  return ((performance.now() - begun) * 1000) / texts.length;
}

/** ms of reading the first text of a process. */
export function firstPostMs(text: string): number {
  return pass({ texts: [text], playbook: UNKNOWN_BRAND, times: 0 }) / 1000;
}

const [, , file] = process.argv;
if (file !== undefined) {
  const job: Job = JSON.parse(readFileSync(file, "utf8"));
  // The tables are bound and the first code is compiled before the clock runs; no word of the texts has been seen.
  for (const text of ["Never again", "Ei enää ikinä", "Aldrig mer"]) pass({ ...job, texts: [text] });
  const done: JobDone = { cold: pass(job), warm: Array.from({ length: job.times }, () => pass(job)) };
  console.log(JSON.stringify(done));
}
