/** Up to here each whole number is a step of its own. */
const EACH_UP_TO = 32;
const GROWTH = 1.03;

/** From `low` up to and with `high`, both whole. */
export type Step = { readonly low: number; readonly high: number };

/** Whole numbers from `first` to `last` in steps: each one up to 32, then three in a hundred at a time. */
export function stepsOf(first: number, last: number): readonly Step[] {
  const steps: Step[] = [];
  for (let low = first; low <= last; ) {
    // Where a step ends does not hang on `last`: one more day or purchase leaves all the others as they were.
    const high = low < EACH_UP_TO ? low : Math.max(low, Math.ceil(low * GROWTH) - 1);
    steps.push({ low, high });
    low = high + 1;
  }
  return steps;
}
