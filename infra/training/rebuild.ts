/**
 * Builds the shipped weights anew: `npm run weights -- [--sources FOLDER] [--check] [en|fi|sv …]`.
 * FOLDER holds the public texts that are not kept here (see `sources.ts`); without it only the part for situations is
 * made anew, which needs none of them: do so after a change of the bases' phrases. The same sources give the same
 * weights to the byte; `--check` says whether they are those that ship, and writes nothing.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { situationsOf } from "../../shared/adapters/brand-file/bases.ts";
import { Lang } from "../../shared/complaint/ids.ts";
import { playbookFor, UNKNOWN_BRAND } from "../cli/unknown-brand.ts";
import {
  cesamard,
  ibmCare,
  matterLabels,
  ownMatters,
  ownStops,
  ownTexts,
  type SourceRow,
  type StopPost,
  xed,
} from "./sources.ts";
import { trainComplaint } from "./train-complaint.ts";
import { trainCues } from "./train-cues.ts";
import { trainSituations } from "./train-situations.ts";
import { trainStops } from "./train-stops.ts";

const COMPLAINT = { bits: 15, folds: 10, seeds: [0] };
/** Where there are fewer rows of the kind that comes in, the hand-set weights count for more. */
const TUNED: Readonly<Record<Lang, { cost: number; prior: number }>> = {
  en: { cost: 2, prior: 0.8 },
  fi: { cost: 2, prior: 0.8 },
  sv: { cost: 0.6, prior: 0.9 },
};
/** From which chance on it is a complaint: what is calibrated on ours would be too ready, since they hold more complaints than what comes in. */
const COMPLAINT_FROM = 0.5;
const CUES = { bits: 16, keep: 6000, cost: 1, folds: 5 };
/** From which sum on words alone carry a cue. The best lies between 0 and 0.6 in folds; English is mostly tweets, which hold fewer cues than ours. */
const CUES_FROM: Readonly<Record<Lang, number>> = { en: 0.9, fi: 0.3, sv: 0.3 };
/** Reviews of goods are further from what is written to a brand than the rest; customers' own turns are the nearest. */
const COMPLAINT_WEIGHT = { cesamard: 0.2, "ibm-care": 3 };
/** There are many lines of film, and none of them is written to a brand. */
const FILM_WEIGHT = 0.5;
/** Files that were written after the grammars, without sight of them by those who wrote these. */
const FRESH = /^(en-([4-9]|\d\d)|fi-([5-9]|\d\d)|sv-([3-9]|\d\d))\.jsonl$/;

const STOPS = { bits: 15, keep: 2000, cost: 1, folds: 3 };
/** From which sum on words alone stop: one or two in a hundred ordinary posts. Lower, and "you will have an unsatisfied customer" stops. */
const STOPS_FROM: Readonly<Record<Lang, number>> = { en: 1.1, fi: 0.9, sv: 0.9 };
/** Files that are about stop cases: what else is in them was written to be near one. */
const ABOUT_STOPS = /^(en-([678]|10)|fi-(9|10|11|14)|sv-([67]|10|13))\.jsonl$/;

/** From the sum -0.5 on one in six that are offered to a person is right, of posts that do without the usual word. */
const SITUATIONS = { bits: 16, keep: 1500, cost: 1, folds: 4, from: -0.5 };
/** A stop case is about none of them; there are many, and a few of them say enough. */
const STOP_WEIGHT = 0.1;

const { values, positionals } = parseArgs({
  options: { sources: { type: "string" }, check: { type: "boolean", default: false } },
  allowPositionals: true,
});
const langs = positionals.length === 0 ? Lang.options : positionals.map((lang) => Lang.parse(lang));
const { sources } = values;
const own = ownTexts();
const rows =
  sources === undefined ? [] : [...own, ...ibmCare(sources), ...cesamard(sources), ...xed(sources)];
const stops = ownStops();
let same = true;
for (const lang of langs) {
  const file = path.resolve(import.meta.dirname, `../../shared/language/languages/${lang}/weights.json`);
  const made =
    sources === undefined
      ? readFileSync(file, "utf8").replace(/^"situations":.*$/m, () => situationsLine(lang))
      : weightsOf(
          lang,
          rows.filter((row) => row.lang === lang),
          stops.filter((row) => row.lang === lang),
        );
  if (!values.check) {
    writeFileSync(file, made);
    console.log(`${file}: ${made.length} bytes`);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== made) {
    console.error(`${file} is not what the sources give`);
    same = false;
  }
}
process.exitCode = same ? 0 : 1;

function weightsOf(lang: Lang, of: readonly SourceRow[], onlyStops: readonly StopPost[]): string {
  const playbook = playbookFor(UNKNOWN_BRAND);
  const { file, seeds } = trainComplaint(
    of
      .filter(({ source }) => source !== "xed" && !ABOUT_STOPS.test(source))
      .map((row) => ({
        ...row,
        playbook: playbook(row),
        weight: row.source === "cesamard" || row.source === "ibm-care" ? COMPLAINT_WEIGHT[row.source] : 1,
      })),
    { ...COMPLAINT, ...TUNED[lang], lang, playbook: UNKNOWN_BRAND },
    { before: [], onFold: () => undefined },
  );
  const { packed, figures } = trainCues(
    of
      .filter(({ source }) => source !== "cesamard")
      .map((row) => ({
        ...row,
        playbook: playbook(row),
        fresh: FRESH.test(row.source) || row.source === "xed",
        weight: row.source === "xed" ? FILM_WEIGHT : 1,
      })),
    { ...CUES, from: CUES_FROM[lang], lang },
  );
  const toStop = trainStops(
    [...of.filter(({ source, stop }) => stop !== undefined || source === "xed"), ...onlyStops].map((row) => ({
      text: row.text,
      playbook: playbook(row),
      stop: row.stop === "" ? undefined : row.stop,
      known: row.source === "stops" || (row.stop !== undefined && !FRESH.test(row.source)),
      ordinary: row.stop !== undefined && !ABOUT_STOPS.test(row.source),
      weight: row.source === "xed" ? FILM_WEIGHT : 1,
    })),
    { ...STOPS, from: STOPS_FROM[lang], lang },
  );
  console.error(
    `${lang}: stop cases: of ${toStop.figures.rows} in folds ${toStop.figures.found.toFixed(2)} found by weight, and ${toStop.figures.falsely.toFixed(3)} of ordinary posts`,
  );
  console.error(`${lang}: ${of.length} rows; complaint macro F1 ${seeds[0]?.macroF1} in ten folds`);
  console.error(
    `${lang}: ${Object.entries(figures)
      .map(
        ([kind, { f1, freshF1, rows: there }]) =>
          `${kind} ${f1.toFixed(2)} (fresh ${freshF1.toFixed(2)}) of ${there}`,
      )
      .join(", ")}`,
  );
  const { bits, scale, bias, prior, slope, shift, trainedOn, rows: count, weights } = file;
  const complaint = { bits, scale, bias, prior, slope, shift, from: COMPLAINT_FROM, weights };
  // A line each, so that a change of one model is seen as that.
  return `{"rows":${count},"trainedOn":"${trainedOn.slice(0, 16)}",
"complaint":${JSON.stringify(complaint)},
"cues":${JSON.stringify(packed)},
"stops":${JSON.stringify(toStop.packed)},
${situationsLine(lang)}
`;
}

/** The last line of the file: what the phrases of the bases and our own posts make of the matters of a complaint. */
function situationsLine(lang: Lang): string {
  const situations = situationsOf(["shop", "restaurant", "service"]);
  const inAll = playbookFor({ ...UNKNOWN_BRAND, situations: [...situations] });
  const labels = matterLabels();
  const matters = trainSituations(
    [
      ...own
        .filter((row) => row.lang === lang)
        .flatMap((row) => {
          const about = row.id === undefined ? undefined : labels.get(row.id);
          if (about !== undefined) return [{ ...row, matters: about, near: false, weight: 1 }];
          return row.stop ? [{ ...row, matters: [], near: false, weight: STOP_WEIGHT }] : [];
        }),
      ...ownMatters()
        .filter((row) => row.lang === lang)
        .map((row) => ({ ...row, near: true, weight: 1 })),
    ].map((row) => ({ ...row, playbook: inAll(row) })),
    { ...SITUATIONS, lang },
  );
  console.error(
    `${lang}: situations: of ${matters.figures.rows} near ones in folds the first right ${matters.figures.first.toFixed(2)}, one of three ${matters.figures.inThree.toFixed(2)}`,
  );
  return `"situations":${JSON.stringify(matters.packed)}}`;
}
