/**
 * What the reading of a mention gets right: `npx tsx test/eval/lanes.ts [--misses]`.
 * Every line of `test/fixtures/*.jsonl`, twins too, against its brand file; one table per file, and for the files of
 * which only the odd lines set the rules, one per half. A field is measured where the line names it; cue kinds are
 * measured on every line. Exit code 0 always: this measures, it does not judge.
 */
import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import { type Assessment, Lane } from "../../shared/complaint/assessment.ts";
import { Channel, mentionId } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { assess } from "../../shared/language/assess.ts";

const NOW = "2026-11-22T10:00:00.000Z";
const FIELDS = ["lane", "situation", "stopCase", "asideReason", "lookReason"] as const;
const CUES = ["relationship", "competitor", "churn", "warning"] as const;
/** Of what needs a person, the share that is not lost; of what asks for no remedy, the share that gets none drafted. */
const NOT_LOST = "needs a person, and is not set aside";
const NOT_DRAFTED = "needs no remedy, and none is drafted";
const Z95 = 1.959964;

const Expected = z.object({
  lane: Lane,
  situation: z.string().optional(),
  stopCase: z.string().optional(),
  asideReason: z.string().optional(),
  lookReason: z.string().optional(),
  cues: z.array(z.enum(CUES)),
});
const Wording = z.object({ text: z.string(), hasMedia: z.boolean(), expect: Expected });
const Line = Wording.extend({
  id: z.string(),
  brand: z.string(),
  channel: Channel,
  lang: z.string(),
  under: z.object({ text: z.string(), lane: Lane, situation: z.string().optional() }).optional(),
  twin: Wording.partial({ hasMedia: true }).optional(),
});
type Line = z.infer<typeof Line>;
type Wording = z.infer<typeof Wording>;
/** `right` of `of`: 2 × 2 counts of a cue kind are kept as two of these, recall and precision. */
type Tally = { right: number; of: number };

const folder = new URL("../fixtures/", import.meta.url);
const playbooks = new Map<string, Playbook>();
function playbookOf(brand: string): Playbook {
  const known = playbooks.get(brand);
  if (known !== undefined) return known;
  const read = parseBrand(
    readFileSync(new URL(`../../brands/${brand}.yaml`, import.meta.url), "utf8"),
    brand,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  playbooks.set(brand, read.brand.playbook);
  return read.brand.playbook;
}

function judge({ brand, channel, under }: Line, { text, hasMedia }: Wording): Assessment {
  const playbook = playbookOf(brand);
  const [pageLang] = playbook.languages;
  const context = under && {
    mention: mentionId(channel, "1"),
    lane: under.lane,
    text: under.text,
    ...(under.situation === undefined ? {} : { situation: under.situation }),
  };
  return assess(
    {
      mention: mentionId(channel, "2"),
      revision: 0,
      text,
      hasMedia,
      playbook,
      ...(pageLang === undefined ? {} : { pageLang }),
      ...(context === undefined ? {} : { context }),
    },
    NOW,
  );
}

/** Wilson's 95 % interval of a share. @see Wilson 1927, "Probable inference, the law of succession" */
function interval({ right, of }: Tally): string {
  if (of === 0) return "–";
  const share = right / of;
  const square = (Z95 * Z95) / of;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z95 / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
  const percent = (value: number) => (100 * Math.min(1, Math.max(0, value))).toFixed(0);
  return `${percent(share)} % (${percent(middle - half)}–${percent(middle + half)})`;
}

/** Files of which the odd lines set the rules and the even ones only measure. */
const isHalved = (file: string): boolean => file.startsWith("more-");

function measure(file: string, half?: "odd" | "even"): void {
  const tallies = new Map<string, Tally>();
  const count = (what: string, lang: string, isRight: boolean) => {
    for (const of of ["all", lang]) {
      const key = JSON.stringify([what, of]);
      const tally = tallies.get(key) ?? { right: 0, of: 0 };
      tallies.set(key, { right: tally.right + Number(isRight), of: tally.of + 1 });
    }
  };
  const langs = new Set(["all"]);
  const lines = readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .filter(Boolean)
    .filter((_line, at) => half === undefined || (half === "odd") === (at % 2 === 0));
  for (const line of lines.map((each) => Line.parse(JSON.parse(each)))) {
    const twin = line.twin && { ...line.twin, hasMedia: line.twin.hasMedia ?? line.hasMedia };
    langs.add(line.lang);
    for (const wording of twin === undefined ? [line] : [line, twin]) {
      const found = judge(line, wording);
      const missed: string[] = [];
      for (const field of FIELDS) {
        const wanted = wording.expect[field];
        if (wanted === undefined) continue;
        count(field, line.lang, found[field] === wanted);
        if (found[field] !== wanted) missed.push(`${field} ${found[field] ?? "none"}, not ${wanted}`);
      }
      if (["answer", "stop", "look"].includes(wording.expect.lane))
        count(NOT_LOST, line.lang, found.lane !== "aside");
      else count(NOT_DRAFTED, line.lang, found.lane !== "answer");
      for (const kind of CUES) {
        const isFound = found.cues.some((cue) => cue.kind === kind);
        const isThere = wording.expect.cues.includes(kind);
        if (isThere) count(`${kind}: found of those there`, line.lang, isFound);
        if (isFound) count(`${kind}: there of those found`, line.lang, isThere);
        if (isFound !== isThere) missed.push(isThere ? `${kind} missed` : `${kind} made up`);
      }
      count("line wholly right", line.lang, missed.length === 0);
      if (missed.length > 0 && process.argv.includes("--misses"))
        process.stderr.write(`${file} ${line.id}${wording === line ? "" : " twin"}: ${missed.join("; ")}\n`);
    }
  }
  const rows = [
    ...FIELDS,
    NOT_LOST,
    NOT_DRAFTED,
    ...CUES.flatMap((kind) => [`${kind}: found of those there`, `${kind}: there of those found`]),
    "line wholly right",
  ];
  const cell = (row: string, lang: string): string => {
    const tally = tallies.get(JSON.stringify([row, lang])) ?? { right: 0, of: 0 };
    return tally.of === 0 ? "–" : `${tally.right}/${tally.of} = ${interval(tally)}`;
  };
  process.stdout.write(
    `\n**${file}${half === undefined ? "" : `, ${half} lines`}**\n\n| field | ${[...langs].join(" | ")} |\n|---|${"---|".repeat(langs.size)}\n`,
  );
  for (const row of rows)
    process.stdout.write(`| ${row} | ${[...langs].map((lang) => cell(row, lang)).join(" | ")} |\n`);
}

for (const file of readdirSync(folder).toSorted()) {
  // Posts to the bases' situations alone are judged by the tests of the bases.
  if (!file.endsWith(".jsonl") || file === "base-situations.jsonl") continue;
  if (isHalved(file)) for (const half of ["odd", "even"] as const) measure(file, half);
  else measure(file);
}
