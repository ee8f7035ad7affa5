import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import * as z from "zod";
import { Lang } from "../../../shared/complaint/ids.ts";
import { digestOf, type FoldDone, type Labelled, trainComplaint } from "../../training/train-complaint.ts";
import { inputFrom, readJsonLines, reportBadLine, writeJsonLine } from "../jsonl.ts";
import { UNKNOWN_BRAND } from "../unknown-brand.ts";

const Row = z.object({
  text: z.string().min(1),
  complaint: z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean),
  weight: z.number().positive().optional(),
});
const Progress = z.object({
  of: z.string(),
  done: z.array(z.object({ seed: z.int(), fold: z.int(), sums: z.array(z.number()) })),
});

type Options = {
  data: string;
  out: string;
  lang: Lang;
  bits: number;
  cost: number;
  prior: number;
  folds: number;
  seeds: number;
  seed: number;
};

/** `shopkeeper train`: labelled texts in, a file of weights and cross-validated figures out. */
export function register(program: Command): void {
  program
    .command("train")
    .description(
      "Train the complaint model on your own labelled texts; weights for --model of detect and evaluate",
    )
    .requiredOption("--data <file>", "JSON lines {text, complaint, weight?}")
    .requiredOption("--out <file>", "where the weights go")
    .addOption(
      new Option("--lang <lang>", "the language of the texts, whose grammar is read")
        .choices(Lang.options)
        .default("en"),
    )
    .option("--bits <n>", "2^bits weights of one byte each, 8 to 18", whole(8, 18), 18)
    .option("--cost <c>", "how dear a wrong row is; less for few or doubtful labels", positive, 5)
    .option(
      "--prior <p>",
      "how much the hand-set weights count beside what is learnt, 0 to 1; more where labels are few",
      share,
      0,
    )
    .option("--folds <n>", "parts of the cross-validation", whole(2, 100), 10)
    .option("--seeds <n>", "how often it is parted anew", whole(1, 100), 1)
    .option("--seed <n>", "the first seed", whole(0, 1_000_000), 0)
    .action(train);
}

async function train(options: Options): Promise<void> {
  const rows: Labelled[] = [];
  for await (const line of readJsonLines(inputFrom(options.data), Row)) {
    if (line.ok) rows.push(line.row);
    else reportBadLine("train", line.line, line.problem);
  }
  const settings = {
    ...options,
    seeds: Array.from({ length: options.seeds }, (_, at) => options.seed + at),
    playbook: UNKNOWN_BRAND,
  };
  const of = `${digestOf(rows, settings)} ${options.folds}`;
  const kept = `${options.out}.progress`;
  const done = progressOf(kept, of);
  if (done.length > 0) process.stderr.write(`train: going on after ${done.length} parts done earlier\n`);
  let parts = done.length;
  const { file, seeds } = trainComplaint(rows, settings, {
    before: [...done],
    onFold: (fold, all) => {
      done.push(fold);
      parts++;
      replace(kept, JSON.stringify({ of, done }));
      process.stderr.write(
        `${process.stderr.isTTY ? "\r" : ""}train: ${parts} of ${all} parts${process.stderr.isTTY ? "" : "\n"}`,
      );
    },
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  replace(options.out, `${JSON.stringify(file)}\n`);
  rmSync(kept, { force: true });
  for (const figures of seeds) await writeJsonLine(figures);
  const macro = seeds.flatMap(({ macroF1 }) => (macroF1 === null ? [] : [macroF1]));
  const mean = macro.reduce((sum, f1) => sum + f1, 0) / macro.length;
  await writeJsonLine({
    rows: rows.length,
    seeds: seeds.length,
    folds: options.folds,
    macroF1: Math.round(mean * 10_000) / 10_000,
    out: options.out,
    bytes: 2 ** options.bits,
  });
}

/** Parts that a run on the same rows with the same settings has done before it was stopped. */
function progressOf(file: string, of: string): FoldDone[] {
  if (!existsSync(file)) return [];
  try {
    const progress = Progress.parse(JSON.parse(readFileSync(file, "utf8")));
    if (progress.of === of) return progress.done;
    process.stderr.write(`train: ${file} is of other rows or settings and is begun anew\n`);
  } catch {
    process.stderr.write(`train: ${file} cannot be read and is begun anew\n`);
  }
  return [];
}

/** Whole or not at all: a run that is killed while it writes leaves the old file. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

const whole =
  (least: number, most: number) =>
  (written: string): number => {
    const value = Number(written);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`a whole number from ${least} to ${most}.`);
    return value;
  };

function share(written: string): number {
  const value = Number(written);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError("a number from 0 to 1.");
  return value;
}

function positive(written: string): number {
  const value = Number(written);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError("a number above 0.");
  return value;
}
