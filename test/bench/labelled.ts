import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod";
import type { Labelled } from "./rivals.ts";

const Text = z.object({ text: z.string().min(1) });
const Row = z.object({
  text: z.string().min(1),
  complaint: z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean),
});

const linesOf = (file: string | URL): unknown[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => JSON.parse(line));

const TRAINING = new URL("../../infra/training/texts/", import.meta.url);
const FIXTURES = new URL("../fixtures/", import.meta.url);
const filesIn = (folder: URL, begin: string): URL[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(begin) && name.endsWith(".jsonl"))
    .toSorted()
    .map((name) => new URL(name, folder));

/** The texts of a file, or of the training and the fixtures; lines without a text are passed over. */
export const textsOf = (file: string | undefined): string[] =>
  (file === undefined ? [...filesIn(TRAINING, ""), ...filesIn(FIXTURES, "")] : [file])
    .flatMap(linesOf)
    .flatMap((line) => {
      const parsed = Text.safeParse(line);
      return parsed.success ? [parsed.data.text] : [];
    });

/** The labelled texts of a file, or of the training in a language; lines without a label are passed over. */
export const labelledOf = (file: string | undefined, lang: string): Labelled[] =>
  (file === undefined ? filesIn(TRAINING, `${lang}-`) : [file]).flatMap(linesOf).flatMap((line) => {
    const parsed = Row.safeParse(line);
    return parsed.success ? [parsed.data] : [];
  });
