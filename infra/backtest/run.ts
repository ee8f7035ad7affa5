import { type Comparison, comparing, type Pair } from "../../shared/complaint/backtest/comparison.ts";
import type { Given } from "../../shared/complaint/backtest/given.ts";
import { replayUnder, type TriedVersion } from "../../shared/complaint/backtest/replay.ts";
import { budgetPeriods } from "../../shared/complaint/budget.ts";
import type { PastCase } from "./past-case.ts";

/** A case that comes out otherwise, as a line of `--changed FILE`. */
export type ChangedCase = {
  readonly id: string;
  readonly at: string;
  readonly before: Given;
  readonly after: Given;
  readonly why: readonly string[];
};

/**
 * Replays cases, which come in order of time, under both versions, one case after the other.
 *
 * @param agents how many share the work of a day, in turn, where it is not known who signed
 * @param onChanged called for each case that comes out otherwise, and waited for
 */
export async function backtest(
  cases: AsyncIterable<PastCase>,
  versions: Pair<TriedVersion>,
  agents: number,
  onChanged: (changed: ChangedCase) => Promise<void>,
): Promise<Comparison> {
  const before = replayUnder(versions.before);
  const after = replayUnder(versions.after);
  const sums = comparing();
  let turn = 0;
  for await (const { id, at, signedBy, ...past } of cases) {
    const agent = signedBy ?? `agent ${(turn++ % agents) + 1}`;
    const given = {
      before: before({ ...past.before, at, agent }),
      after: after({ ...past.after, at, agent }),
    };
    const { day } = budgetPeriods(at, versions.after.timeZone);
    const why = sums.add(day, given.before, given.after);
    if (why.length > 0) await onChanged({ id, at, ...given, why });
  }
  return sums.result();
}
