import type { Comparison, Pair } from "../../shared/complaint/backtest/comparison.ts";
import type { BrandId } from "../../shared/complaint/ids.ts";
import type { Currency } from "../../shared/complaint/money.ts";

/** What a backtest found, with what it was made from. */
export type Report = {
  readonly brand: BrandId;
  readonly currency: Currency;
  /** What the two versions are called: a file, or a published version. */
  readonly versions: Pair<string>;
  readonly agents: number;
  /** Rows that are no case under either version: praise, thanks, chatter, spam. */
  readonly asides: number;
  /** Rows without a time of their own, taken at `--now`. */
  readonly undated: number;
  readonly badLines: number;
  readonly comparison: Comparison;
};
