/** One row of the table: the same work, ours and the rival's. */
export type Row = {
  readonly what: string;
  readonly ours: number;
  readonly rival: number;
  readonly unit: string;
};

/** The middle of several runs, after one that is thrown away. @returns per second */
export function perSecond(times: number, work: () => void, runs = 7): number {
  const rates: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const from = performance.now();
    for (let at = 0; at < times; at++) work();
    if (run > 0) rates.push((times * 1000) / (performance.now() - from));
  }
  return rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
}
