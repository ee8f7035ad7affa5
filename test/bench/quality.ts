import { count, figures, noCounts } from "../../infra/cli/measure.ts";
import { stratifiedFolds } from "../../infra/training/folds.ts";
import { ourFolds } from "./our-folds.ts";
import { type Labelled, type Rival, rivalsFor, rivalsInstalled, type Trained } from "./rivals.ts";

const FOLDS = 10;
const FEWER_FOLDS = 3;
const SEED = 0;
/** Texts are read again until this much time has passed, ms. */
const TIMED_FOR = 1500;

/** Complaint or not, beside classifiers that others use: same texts, same folds, same process, one after the other. */
export async function printQuality(
  rows: readonly Labelled[],
  lang: string,
  assessedASecond: (texts: readonly string[]) => number,
): Promise<void> {
  const yes = rows.filter(({ complaint }) => complaint).length;
  if (yes < FOLDS || rows.length - yes < FOLDS) {
    console.log("\nNo quality: the data have too few texts with {text, complaint}; give --data FILE.");
    return;
  }
  const texts = rows.map(({ text }) => text);
  console.log(
    `\nComplaint or not, ${rows.length} labelled texts (${yes} complaints, ${lang}), stratified folds, seed ${SEED}; macro F1 over all rows, each judged by what was trained on the other folds. Ours does the whole of detection in its time (language, cues, stop cases, lane), bundled; the rivals answer this one question. Warm.\n`,
  );
  console.log("| classifier | folds | macro F1 | posts a second | training on all, s | settings |");
  console.log("|---|---:|---:|---:|---:|---|");
  const line = (
    name: string,
    folds: number,
    f1: number,
    rate: number,
    seconds: number | undefined,
    how: string,
  ) =>
    console.log(
      `| ${name} | ${folds} | ${f1.toFixed(3)} | ${Math.round(rate).toLocaleString("en-GB")} | ${seconds === undefined ? "–" : seconds.toFixed(1)} | ${how} |`,
    );

  const rate = assessedASecond(texts);
  for (const folds of [FOLDS, FEWER_FOLDS]) {
    const begun = performance.now();
    const ours = ourFolds(rows, folds, SEED, lang);
    // Each fold is trained on nearly all rows, and then once on all.
    line(
      "Shopkeeper",
      folds,
      ours.macroF1,
      rate,
      (performance.now() - begun) / 1000 / (folds + 1),
      ours.settings,
    );
  }
  if (!rivalsInstalled()) {
    console.log("\nThe rivals are not installed: npm ci --prefix test/bench/rivals");
    return;
  }
  for (const rival of rivalsFor(lang)) {
    const folds = rival.folds ?? FOLDS;
    const macroF1 = await crossValidated(rival, rows, folds);
    const begun = performance.now();
    const trained = await rival.train(evenly(rows, rival.most));
    const seconds = (performance.now() - begun) / 1000;
    line(rival.name, folds, macroF1, await perSecond(trained, texts), seconds, rival.settings);
  }
}

async function crossValidated(rival: Rival, rows: readonly Labelled[], folds: number): Promise<number> {
  const parts = stratifiedFolds(
    rows.map(({ complaint }) => complaint),
    folds,
    SEED,
  );
  const counts = noCounts();
  for (let fold = 0; fold < folds; fold++) {
    const others = rows.filter((_, row) => parts[row] !== fold);
    const trained = await rival.train(evenly(others, rival.most));
    for (const [row, { text, complaint }] of rows.entries()) {
      if (parts[row] === fold) count(counts, await trained(text), complaint);
    }
  }
  return figures(counts).macroF1 ?? 0;
}

/** So many of the rows, from all parts of them. */
const evenly = (rows: readonly Labelled[], most = rows.length): readonly Labelled[] =>
  most >= rows.length
    ? rows
    : Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)]).filter(
        (row) => row !== undefined,
      );

/** Once over all texts to warm up, then over and over until enough time has passed. */
async function perSecond(classify: Trained, texts: readonly string[]): Promise<number> {
  const over = async () => {
    for (const text of texts) {
      const answer = classify(text);
      if (answer instanceof Promise) await answer;
    }
  };
  await over();
  let read = 0;
  const begun = performance.now();
  while (performance.now() - begun < TIMED_FOR) {
    await over();
    read += texts.length;
  }
  return (read * 1000) / (performance.now() - begun);
}
