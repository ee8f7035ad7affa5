import type { Command } from "commander";
import * as z from "zod";
import { type Detected, DetectRow, detectRow } from "../detect-row.ts";
import { inputFrom, readJsonLines, reportBadLine, writeJsonLine } from "../jsonl.ts";
import { type Counts, count, figures, intervals, noCounts, ratio } from "../measure.ts";
import { readBrand } from "../read-brand.ts";
import { modelsFrom } from "../read-model.ts";
import { playbookFor, UNKNOWN_BRAND } from "../unknown-brand.ts";

const Flag = z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean);
/** A labelled row: a label that is absent is not measured on this row. */
const LabelledRow = DetectRow.extend({
  id: DetectRow.shape.id.optional(),
  complaint: Flag.optional(),
  relationship: Flag.optional(),
  competitor: Flag.optional(),
  churn: Flag.optional(),
  warn: Flag.optional(),
  warning: Flag.optional(),
  stop: z.string().optional(),
  unsure: Flag.optional(),
  spans: z.record(z.string(), z.array(z.string())).optional(),
});
type LabelledRow = z.infer<typeof LabelledRow>;

type Options = { data: string; brand?: string; model?: string; withoutUnsure?: boolean };

const CUES = ["relationship", "competitor", "churn", "warning"] as const;

/** `shopkeeper evaluate`: precision, recall and F1 per label and language, over rows labelled by people. */
export function register(program: Command): void {
  program
    .command("evaluate")
    .description("Measure detecting against labelled rows: precision, recall, F1 per label, per language")
    .requiredOption(
      "--data <file>",
      "JSON lines {text, complaint?, relationship?, competitor?, churn?, warn?, spans?}",
    )
    .option("--brand <file>", "brand file with names, competitors, prices and situations")
    .option("--model <file>", "weights from shopkeeper train, for texts in their language")
    .option("--without-unsure", "leave out rows marked unsure")
    .action(async (options: Options) => {
      const models = modelsFrom("evaluate", options.model);
      if (models === undefined) return;
      const brand = options.brand === undefined ? undefined : readBrand("evaluate", options.brand);
      if (options.brand !== undefined && brand === undefined) return;
      const playbook = playbookFor(brand?.playbook ?? UNKNOWN_BRAND);
      const now = new Date().toISOString();
      const tables = new Map<string, Counts>();
      const hits = new Map<string, Counts>();
      const tally = tallyIn(tables);
      const tallyHit = tallyIn(hits);
      for await (const line of readJsonLines(inputFrom(options.data), LabelledRow)) {
        if (!line.ok) {
          reportBadLine("evaluate", line.line, line.problem);
          continue;
        }
        const { row } = line;
        if (options.withoutUnsure && row.unsure) continue;
        const detected = detectRow({ ...row, id: row.id ?? line.line }, playbook(row), now, models);
        measureRow(row, detected, tally, tallyHit);
      }
      for (const [key, counts] of [...tables].sort(([a], [b]) => a.localeCompare(b))) {
        const [label, lang] = z.tuple([z.string(), z.string()]).parse(JSON.parse(key));
        // Words that are no span are not counted, so there is no F1 of "no" to average with.
        const { f1, macroF1 } = intervals(counts);
        const ofSpans = label.endsWith("-span");
        await writeJsonLine({
          label,
          lang,
          ...figures(counts),
          f1Interval: f1,
          macroF1Interval: macroF1,
          ...(ofSpans ? { macroF1: null, macroF1Interval: null, ...overlapOf(hits.get(key)) } : {}),
        });
      }
    });
}

/** Of the posts in which a cue is rightly found, those in which it is found in the labelled words. */
const overlapOf = ({ found, missed } = noCounts()) => ({
  hits: found + missed,
  overlap: ratio(found, found + missed),
});

type Tally = (label: string, lang: string, said: boolean, is: boolean) => void;

/** Counts under each label, for the language and for all. */
const tallyIn =
  (tables: Map<string, Counts>): Tally =>
  (label, lang, said, is) => {
    for (const of of ["all", lang]) {
      const key = JSON.stringify([label, of]);
      const counts = tables.get(key) ?? noCounts();
      count(counts, said, is);
      tables.set(key, counts);
    }
  };

/** Spans count as found where a cue of the kind overlaps the labelled words. */
function measureRow(row: LabelledRow, detected: Detected, tally: Tally, tallyHit: Tally): void {
  const lang = row.lang ?? detected.lang;
  if (row.complaint !== undefined) tally("complaint", lang, detected.complaint.label, row.complaint);
  if (row.stop !== undefined) tally("stop", lang, detected.lane === "stop", row.stop !== "");
  for (const kind of CUES) {
    const is = kind === "warning" ? (row.warning ?? row.warn) : row[kind];
    const cues = detected.cues.filter((cue) => cue.kind === kind);
    if (is !== undefined) tally(kind, lang, cues.length > 0, is);
    const labelled = (row.spans?.[kind] ?? []).flatMap((words) => placesOf(words, row.text));
    for (const span of labelled)
      tally(
        `${kind}-span`,
        lang,
        cues.some((cue) => overlap(cue, span)),
        true,
      );
    if (row.spans?.[kind] === undefined) continue;
    if (is && cues.length > 0 && labelled.length > 0) {
      const overlaps = cues.some((cue) => labelled.some((span) => overlap(cue, span)));
      tallyHit(`${kind}-span`, lang, overlaps, true);
    }
    for (const cue of cues)
      if (!labelled.some((span) => overlap(cue, span))) tally(`${kind}-span`, lang, true, false);
  }
}

type Span = { start: number; end: number };
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function placesOf(words: string, text: string): Span[] {
  const start = words === "" ? -1 : text.indexOf(words);
  return start < 0 ? [] : [{ start, end: start + words.length }];
}
