import type { Pair } from "../../shared/complaint/backtest/comparison.ts";
import type { ReplayedCase, TriedVersion } from "../../shared/complaint/backtest/replay.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";

/** A case of the past, as each of the two versions reads it. `at` is an ISO instant. */
export type PastCase = Pair<Omit<ReplayedCase, "at" | "agent">> & {
  readonly id: string;
  readonly at: string;
  /** Who signed it then, where somebody did. */
  readonly signedBy?: string | undefined;
};

/** From the first to the last day, both included, `YYYY-MM-DD` in the brand's time zone; open where absent. */
export type Days = { readonly from?: string | undefined; readonly to?: string | undefined };
export const isWithin = (day: string, { from, to }: Days): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether both versions value a relationship by the same figures. */
export const valuesAlike = ({ before, after }: Pair<TriedVersion>): boolean =>
  same(before.playbook.relationship, after.playbook.relationship);

/** Whether both versions read a post alike: all that `assess` and `pointedProduct` take from a playbook is the same. */
export const readsAlike = ({ before, after }: Pair<TriedVersion>): boolean =>
  same(readBy(before.playbook), readBy(after.playbook));

const readBy = ({ languages, ownNames, hashtags, competitors, priceList, stores, situations }: Playbook) => ({
  languages,
  ownNames,
  hashtags,
  competitors,
  stores,
  products: priceList.map(({ id, names }) => ({ id, names })),
  situations: situations.map(({ id, recognise }) => ({ id, recognise })),
});
