import type { BrandId } from "../../shared/complaint/ids.ts";
import type { Account } from "../../shared/complaint/playbook.ts";

/** What the stack needs to know of a brand: where it is, and under which names its tokens lie. */
export type BrandAccount = {
  readonly brand: BrandId;
  readonly channels: Account["channels"];
};

/** The brands that are on a channel. */
export const brandsOn = (
  accounts: readonly BrandAccount[],
  channel: "facebook" | "x",
): readonly BrandAccount[] => accounts.filter((account) => account.channels[channel] !== undefined);
