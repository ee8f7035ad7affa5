import type { LimitName, RemedyKind } from "../remedy.ts";
import type { Given } from "./given.ts";

/** Sums over cases, all of them integers; amounts in minor units of the brand's currency. */
export type Figures = {
  cases: number;
  remedies: Partial<Record<RemedyKind, number>>;
  owedMinor: number;
  floorMinor: number;
  goodwillMinor: number;
  /** To the brand: goods at cost. */
  costMinor: number;
  /** Cost and value at risk of the cases of which something is known; their quotient is the proportion. */
  weighedCostMinor: number;
  atRiskMinor: number;
  escalations: Partial<Record<LimitName, number>>;
  /** By how much each limit was too little, in all. */
  overMinor: Partial<Record<LimitName, number>>;
  byHand: number;
  stop: number;
};

export const noFigures = (): Figures => ({
  cases: 0,
  remedies: {},
  owedMinor: 0,
  floorMinor: 0,
  goodwillMinor: 0,
  costMinor: 0,
  weighedCostMinor: 0,
  atRiskMinor: 0,
  escalations: {},
  overMinor: {},
  byHand: 0,
  stop: 0,
});

/** Adds one case. */
export function count(figures: Figures, given: Given): void {
  figures.cases++;
  figures.owedMinor += given.owedMinor;
  figures.floorMinor += given.floorMinor;
  figures.goodwillMinor += given.goodwillMinor;
  figures.costMinor += given.costMinor;
  if (given.atRiskMinor !== undefined) {
    figures.weighedCostMinor += given.costMinor;
    figures.atRiskMinor += given.atRiskMinor;
  }
  if (given.kind !== undefined) raise(figures.remedies, given.kind, 1);
  if (given.limitMet !== undefined) {
    raise(figures.escalations, given.limitMet, 1);
    raise(figures.overMinor, given.limitMet, given.overMinor ?? 0);
  }
  if (given.outcome === "by-hand") figures.byHand++;
  if (given.outcome === "stop") figures.stop++;
}

/** The sum of several; none is changed. */
export function totalOf(all: Iterable<Figures>): Figures {
  const total = noFigures();
  for (const each of all) {
    total.cases += each.cases;
    total.owedMinor += each.owedMinor;
    total.floorMinor += each.floorMinor;
    total.goodwillMinor += each.goodwillMinor;
    total.costMinor += each.costMinor;
    total.weighedCostMinor += each.weighedCostMinor;
    total.atRiskMinor += each.atRiskMinor;
    total.byHand += each.byHand;
    total.stop += each.stop;
    addEach(total.remedies, each.remedies);
    addEach(total.escalations, each.escalations);
    addEach(total.overMinor, each.overMinor);
  }
  return total;
}

/** Escalations by whatever limit. */
export const escalationsOf = ({ escalations }: Figures): number =>
  Object.values(escalations).reduce((sum, each) => sum + each, 0);

/** Mean cost ÷ mean value at risk, over the cases of which something is known; undefined where there is none. */
export const proportionOf = ({ weighedCostMinor, atRiskMinor }: Figures): number | undefined =>
  atRiskMinor > 0 ? weighedCostMinor / atRiskMinor : undefined;

function raise<K extends string>(counts: Partial<Record<K, number>>, key: K, by: number): void {
  counts[key] = (counts[key] ?? 0) + by;
}

function addEach<K extends string>(into: Partial<Record<K, number>>, from: Partial<Record<K, number>>): void {
  for (const key in from) raise(into, key, from[key] ?? 0);
}
