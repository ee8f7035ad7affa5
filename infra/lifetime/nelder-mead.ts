/** A point and how high the function is there. */
type Vertex = { readonly at: readonly number[]; readonly value: number };

/** First step along each axis. */
const STEP = 0.5;
/** The simplex is flat enough when its ends differ by this share of the value. */
const FLAT = 1e-12;
const MOST_ROUNDS = 1_000;
/** A restart that gains less than this share of the value found the same place again. */
const NO_GAIN = 1e-10;
const MOST_RESTARTS = 10;

/** Where a function is lowest, and whether the search came to rest there. */
export type Lowest = {
  readonly at: readonly number[];
  readonly value: number;
  readonly converged: boolean;
  readonly evaluations: number;
};

/**
 * The lowest value of a function of several numbers, without its slopes. Restarted with a fresh simplex from what it
 * found until that gains no more: a simplex that has collapsed on a ridge takes its low end for the bottom.
 * A value that is no number counts as infinitely high.
 * @see Nelder & Mead 1965, The Computer Journal 7(4); steps as in Lagarias et al. 1998, SIAM J. Optim. 9(1)
 */
export function minimise(of: (at: readonly number[]) => number, start: readonly number[]): Lowest {
  let evaluations = 0;
  const measure = (at: readonly number[]): Vertex => {
    evaluations += 1;
    const value = of(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  let best = descend(measure, measure(start));
  for (let restart = 0; restart < MOST_RESTARTS; restart++) {
    const again = descend(measure, best.vertex);
    const gain = best.vertex.value - again.vertex.value;
    if (again.vertex.value <= best.vertex.value) best = again;
    if (!(gain > NO_GAIN * Math.max(1, Math.abs(best.vertex.value))))
      return { ...best.vertex, converged: best.rested, evaluations };
  }
  return { ...best.vertex, converged: false, evaluations };
}

function descend(
  measure: (at: readonly number[]) => Vertex,
  start: Vertex,
): { vertex: Vertex; rested: boolean } {
  const corners = start.at.map((_, axis) =>
    measure(start.at.map((value, k) => (k === axis ? value + STEP : value))),
  );
  let simplex: readonly Vertex[] = lowestFirst([start, ...corners]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [low = start] = simplex;
    const high = simplex.at(-1) ?? start;
    if (high.value - low.value <= FLAT * Math.max(1, Math.abs(low.value)))
      return { vertex: low, rested: Number.isFinite(low.value) };
    simplex = lowestFirst(nextSimplex(measure, simplex, low, high));
  }
  return { vertex: simplex[0] ?? start, rested: false };
}

/** One round: the highest corner is mirrored, stretched or drawn in; where none of it helps, all move to the lowest. */
function nextSimplex(
  measure: (at: readonly number[]) => Vertex,
  simplex: readonly Vertex[],
  low: Vertex,
  high: Vertex,
): readonly Vertex[] {
  const kept = simplex.slice(0, -1);
  const middle = low.at.map((_, k) => kept.reduce((sum, { at }) => sum + (at[k] ?? 0), 0) / kept.length);
  const along = (times: number) => measure(middle.map((m, k) => m + times * (m - (high.at[k] ?? 0))));
  const mirrored = along(1);
  if (mirrored.value < low.value) {
    const stretched = along(2);
    return [...kept, stretched.value < mirrored.value ? stretched : mirrored];
  }
  const next = kept.at(-1) ?? low;
  if (mirrored.value < next.value) return [...kept, mirrored];
  const drawnIn = mirrored.value < high.value ? along(0.5) : along(-0.5);
  if (drawnIn.value < Math.min(mirrored.value, high.value)) return [...kept, drawnIn];
  return simplex.map((vertex) =>
    vertex === low ? low : measure(vertex.at.map((value, k) => ((low.at[k] ?? 0) + value) / 2)),
  );
}

const lowestFirst = (vertices: readonly Vertex[]): readonly Vertex[] =>
  vertices.toSorted((one, other) => one.value - other.value);
