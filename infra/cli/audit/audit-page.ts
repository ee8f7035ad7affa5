import type { AuditSummary } from "./audit-summary.ts";
import { auditTable } from "./audit-table.ts";

type Bar = { readonly name: string; readonly parts: readonly number[] };

const BAR_HEIGHT = 18;
const NAME_WIDTH = 190;
const PLOT_WIDTH = 460;
/** Hard, soft. Dark enough beside white for every eye (contrast above 3). */
const COLOURS = ["#9b1c1c", "#3b6ea5"];

/** One page with the summary and three plots, without script, without any word of a reply. */
export function auditPage(summary: AuditSummary, title: string): string {
  const within = summary.answeredWithin.map(({ minutes, replies }, at) => ({
    name:
      minutes === null
        ? `over ${asTime(summary.answeredWithin[at - 1]?.minutes ?? 0)}`
        : `≤ ${asTime(minutes)}`,
    parts: [0, replies],
  }));
  const scores = summary.scores.map(({ score, replies }) => ({ name: String(score), parts: [0, replies] }));
  const findings = summary.findings.map(({ rule, hard, soft }) => ({ name: rule, parts: [hard, soft] }));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}svg{max-width:100%;height:auto}text{font:12px system-ui,sans-serif}pre{overflow:auto}</style>
</head><body>
<h1>${escaped(title)}</h1>
${plot("Replies in which a rule found something (red: hard, blue: advice)", findings)}
${plot("Replies by score (100, less 20 for each rule of ours that would stop such a draft, also where it is advice above)", scores)}
${plot("Time to answer", within)}
<h2>Figures</h2>
<pre>${escaped(auditTable(summary))}</pre>
</body></html>
`;
}

const asTime = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : minutes < 1440 ? `${minutes / 60} h` : `${minutes / 1440} d`;

function plot(title: string, bars: readonly Bar[]): string {
  const longest = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)));
  const height = bars.length * (BAR_HEIGHT + 4) + 4;
  const drawn = bars.map((bar, at) => drawBar(bar, at * (BAR_HEIGHT + 4) + 2, PLOT_WIDTH / longest));
  return `<h2>${escaped(title)}</h2>
<svg viewBox="0 0 ${NAME_WIDTH + PLOT_WIDTH + 60} ${height}" role="img" aria-label="${escaped(title)}">
${drawn.join("\n")}
</svg>`;
}

function drawBar({ name, parts }: Bar, y: number, scale: number): string {
  let x = NAME_WIDTH;
  const rects = parts.map((part, at) => {
    const width = part * scale;
    const rect = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR_HEIGHT}" fill="${COLOURS[at] ?? "#555"}"/>`;
    x += width;
    return part === 0 ? "" : rect;
  });
  const total = parts.reduce((sum, part) => sum + part, 0);
  const baseline = y + BAR_HEIGHT - 5;
  return `<text x="${NAME_WIDTH - 8}" y="${baseline}" text-anchor="end">${escaped(name)}</text>${rects.join("")}<text x="${(x + 6).toFixed(1)}" y="${baseline}">${total}</text>`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
