import { raw } from "hono/html";
import {
  bySituation,
  byLimit as limitsOf,
  PROPORTION_CLASSES,
} from "../../../shared/complaint/backtest/comparison.ts";
import type { Lang } from "../../../shared/complaint/ids.ts";
import { formatMoney } from "../../../shared/complaint/money.ts";
import type { Report } from "../report.ts";
import { Bars, Lines, type Plot } from "./plots.tsx";
import { ByLimit, BySituation, Totals } from "./tables.tsx";
import { type Words, wordsOf } from "./words.ts";

const STYLE = `
body{font:16px/1.5 system-ui,sans-serif;color:#000;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin:2.5rem 0 .5rem}
svg{display:block;width:100%;height:auto}svg text{font:13px system-ui,sans-serif}svg .figure{font-size:11px}
table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding-bottom:.25rem}
th,td{padding:.2rem .6rem;border-bottom:1px solid #999;text-align:right;vertical-align:top}
th[scope=row],thead th:first-child{text-align:left;font-weight:400}.wide{overflow-x:auto}.wide table{font-size:.85rem}
.key{display:flex;gap:1.5rem;align-items:center}.key span{display:inline-flex;gap:.5rem;align-items:center}
.key i{display:inline-block;width:2rem;height:.8rem;border:1px solid #000}
.key .before{background:repeating-linear-gradient(135deg,#000 0 1px,#fff 1px 4px)}.key .after{background:#000}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}svg{break-inside:avoid}}`;

/** One page that needs nothing but itself: no script, no picture, no font from elsewhere; told apart without colour. */
export function page(report: Report, lang: Lang): string {
  const words = wordsOf[lang];
  const amount = (minor: number) => formatMoney({ minor, currency: report.currency }, lang);
  const { comparison } = report;
  const title = words.title(report.brand);
  const first = comparison.days.at(0)?.day;
  const last = comparison.days.at(-1)?.day;
  const body = (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>
            {first === undefined || last === undefined
              ? words.empty
              : words.lead(comparison.cases, first, last)}{" "}
            {words.otherwise(comparison.changed, comparison.cases)}
          </p>
          <p class="key">
            <span>
              <i class="before" />
              {words.before}: {report.versions.before}
            </span>
            <span>
              <i class="after" />
              {words.after}: {report.versions.after}
            </span>
          </p>
          <ul>
            {[...words.how, ...notes(report, words)].map((note) => (
              <li>{note}</li>
            ))}
          </ul>
          <Totals totals={comparison.totals} words={words} amount={amount} />
          {plotsOf(report, words, amount).map(({ isByDay, ...plot }) => (
            <section>
              <h2>{plot.title}</h2>
              {plot.rows.length === 0 ? (
                <p>{words.nothing}</p>
              ) : isByDay ? (
                <Lines {...plot} />
              ) : (
                <Bars {...plot} />
              )}
            </section>
          ))}
          <ByLimit comparison={comparison} words={words} amount={amount} />
          <BySituation comparison={comparison} words={words} amount={amount} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${body.toString()}\n`;
}

const notes = ({ agents, asides, undated, badLines }: Report, words: Words): string[] => [
  ...(agents > 1 ? [words.agents(agents)] : []),
  ...(asides > 0 ? [words.asides(asides)] : []),
  ...(undated > 0 ? [words.undated(undated)] : []),
  ...(badLines > 0 ? [words.badLines(badLines)] : []),
];

function plotsOf(
  { comparison }: Report,
  words: Words,
  amount: (minor: number) => string,
): (Plot & { isByDay?: boolean })[] {
  const situations = bySituation(comparison);
  const sums = (of: "goodwillMinor" | "costMinor") =>
    situations
      .map(({ situation, before, after }) => ({
        label: situation === "" ? words.none : situation,
        before: before[of],
        after: after[of],
      }))
      .filter(({ before, after }) => before > 0 || after > 0);
  const { before, after } = comparison.proportions;
  return [
    {
      id: "goodwill",
      title: words.goodwillBySituation,
      rows: sums("goodwillMinor"),
      write: amount,
      words,
    },
    { id: "cost", title: words.costBySituation, rows: sums("costMinor"), write: amount, words },
    {
      id: "limits",
      title: words.byLimit,
      rows: limitsOf(comparison).map((each) => ({
        label: words.limits[each.limit],
        before: each.before.escalations,
        after: each.after.escalations,
      })),
      write: String,
      words,
    },
    {
      id: "proportion",
      title: words.byProportion,
      rows: before.map((count, at) => ({ label: classOf(at, words), before: count, after: after[at] ?? 0 })),
      write: String,
      words,
    },
    {
      id: "days",
      title: words.byDay,
      rows: comparison.days.map(({ day, ...each }) => ({
        label: day,
        before: each.before.costMinor,
        after: each.after.costMinor,
      })),
      write: amount,
      words,
      isByDay: true,
    },
  ];
}

function classOf(at: number, words: Words): string {
  const end = PROPORTION_CLASSES[at];
  if (end === undefined) return words.above(100);
  return end === 0 ? words.nothing : words.upTo(Math.round(end * 100));
}
