import type { BrandId } from "../../shared/complaint/ids.ts";
import type { Account, ModelDrafter } from "../../shared/complaint/playbook.ts";

/** What the stack needs to know of a brand: where it is, under which names its tokens lie, and which model it calls. */
export type BrandAccount = {
  readonly brand: BrandId;
  readonly channels: Account["channels"];
  /** The language model that may word its drafts. @default none */
  readonly drafter?: ModelDrafter;
};

/** The brands that are on a channel. */
export const brandsOn = (
  accounts: readonly BrandAccount[],
  channel: "facebook" | "x",
): readonly BrandAccount[] => accounts.filter((account) => account.channels[channel] !== undefined);
