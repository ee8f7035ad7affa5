import type { Pair } from "../../../shared/complaint/backtest/comparison.ts";
import type { Words } from "./words.ts";

/** What a plot shows; `write` puts a figure in words. Without script, and told apart without colour. */
export type Plot = {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly (Pair<number> & { readonly label: string })[];
  readonly write: (figure: number) => string;
  readonly words: Words;
};

const WIDTH = 760;
const LABEL = 210;
/** Room for a figure behind the longest bar. */
const FIGURE = 90;
const BAR = 11;
const ROW = 2 * BAR + 12;
const LINES_HIGH = 200;
const AXIS = 80;
const LEGEND = 30;

const highestOf = (rows: Plot["rows"]): number =>
  Math.max(0, ...rows.map(({ before, after }) => Math.max(before, after)));
const sum = (rows: Plot["rows"], side: keyof Pair<unknown>): number =>
  rows.reduce((all, row) => all + row[side], 0);

/** Two bars for each row: hatched before, full after. */
export function Bars(plot: Plot) {
  const { id, rows, write } = plot;
  const highest = highestOf(rows);
  const long = (figure: number) =>
    highest === 0 ? 0 : Math.round((figure / highest) * (WIDTH - LABEL - FIGURE));
  return (
    <Picture {...plot} height={rows.length * ROW + 8}>
      <defs>
        <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse">
          <path d="M0 5 5 0" stroke="#000" stroke-width="1" />
        </pattern>
      </defs>
      {rows.map(({ label, before, after }, at) => {
        const top = at * ROW + 6;
        return (
          <g>
            <text x={LABEL - 8} y={top + BAR + 4} text-anchor="end">
              {label}
            </text>
            <rect
              x={LABEL}
              y={top}
              width={long(before)}
              height={BAR}
              fill={`url(#${id}-hatch)`}
              stroke="#000"
            />
            <text x={LABEL + long(before) + 5} y={top + BAR - 1} class="figure">
              {write(before)}
            </text>
            <rect x={LABEL} y={top + BAR + 1} width={long(after)} height={BAR} fill="#000" stroke="#000" />
            <text x={LABEL + long(after) + 5} y={top + 2 * BAR} class="figure">
              {write(after)}
            </text>
          </g>
        );
      })}
    </Picture>
  );
}

/** A figure for each day: broken line before, full line after. Days without a case stand at nothing. */
export function Lines(plot: Plot) {
  const { rows, write, words } = plot;
  const days = everyDay(rows);
  const highest = highestOf(rows);
  const right = WIDTH - 10;
  const x = (at: number) =>
    days.length < 2
      ? (AXIS + right) / 2
      : Math.round((AXIS + (at / (days.length - 1)) * (right - AXIS)) * 10) / 10;
  const y = (figure: number) =>
    Math.round((LINES_HIGH - (highest === 0 ? 0 : (figure / highest) * (LINES_HIGH - LEGEND))) * 10) / 10;
  const line = (side: keyof Pair<unknown>) => days.map((day, at) => `${x(at)},${y(day[side])}`).join(" ");
  const first = days.at(0);
  const last = days.at(-1);
  return (
    <Picture {...plot} height={LINES_HIGH + 24}>
      <path d={`M${AXIS} ${LEGEND - 10}V${LINES_HIGH}H${right}`} fill="none" stroke="#000" />
      <text x={AXIS - 6} y={y(highest) + 4} text-anchor="end" class="figure">
        {write(highest)}
      </text>
      <text x={AXIS - 6} y={LINES_HIGH} text-anchor="end" class="figure">
        {write(0)}
      </text>
      <polyline points={line("before")} fill="none" stroke="#000" stroke-width="1.5" stroke-dasharray="5 4" />
      <polyline points={line("after")} fill="none" stroke="#000" stroke-width="1.5" />
      <path d={`M${AXIS + 20} 10h30`} stroke="#000" stroke-width="1.5" stroke-dasharray="5 4" />
      <text x={AXIS + 56} y={14} class="figure">
        {words.before}
      </text>
      <path d={`M${AXIS + 120} 10h30`} stroke="#000" stroke-width="1.5" />
      <text x={AXIS + 156} y={14} class="figure">
        {words.after}
      </text>
      <text x={AXIS} y={LINES_HIGH + 18}>
        {first?.label}
      </text>
      <text x={right} y={LINES_HIGH + 18} text-anchor="end">
        {first === last ? "" : last?.label}
      </text>
    </Picture>
  );
}

function Picture({ id, title, rows, write, words, height, children }: Plot & PictureOf) {
  const told = words.plot(
    title,
    write(highestOf(rows)),
    write(sum(rows, "before")),
    write(sum(rows, "after")),
  );
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{told}</desc>
      {children}
    </svg>
  );
}
type PictureOf = { readonly height: number; readonly children?: unknown };

const DAY_MS = 86_400_000;

/** The days from the first to the last, with nothing on those that have no case. @param rows labelled by day, in order */
function everyDay(rows: Plot["rows"]): Plot["rows"] {
  const first = rows.at(0);
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return [];
  const known = new Map(rows.map((row) => [row.label, row]));
  const all: (Pair<number> & { label: string })[] = [];
  for (let at = Date.parse(first.label); at <= Date.parse(last.label); at += DAY_MS) {
    const label = new Date(at).toISOString().slice(0, 10);
    all.push(known.get(label) ?? { label, before: 0, after: 0 });
  }
  return all;
}
