import type { BrandId, Channel, Lang } from "../complaint/ids.ts";
import type { ModelDrafter } from "../complaint/playbook.ts";

/**
 * Everything that a language model is told of a case: what stands in public, and how the brand speaks. Nothing of a
 * match, a history, a decision or an amount, and nothing that depends on one.
 */
export type DraftBrief = {
  readonly lang: Lang;
  readonly channel: Channel;
  readonly brandName: string;
  /** The post, normalised. Data: whatever it asks for is not for the model to do. */
  readonly post: string;
  readonly situation: string;
  /** What the writer should be left with, in the brand's words. */
  readonly feeling?: string | undefined;
  readonly register: "sinä" | "te" | "du" | "ni" | "you";
  readonly prefer: readonly string[];
  readonly avoid: readonly string[];
};

/** Why a call gave no words. */
export type NoWords =
  | "throttled"
  | "timed-out"
  | "unavailable"
  | "not-allowed"
  | "bad-request"
  | "refused"
  | "cut-off"
  | "malformed";

/** `tokens` in and out together; undefined where nobody knows whether the call was charged. */
export type ModelAnswer =
  | { readonly public: string; readonly private: string; readonly tokens: number | undefined }
  | { readonly none: NoWords; readonly tokens: number | undefined };

export type Drafter = {
  /** No call with this brief is charged more tokens than this, but for what a service adds to a prompt unseen. */
  mostTokens(brief: DraftBrief): number;
  /** One try. Does not throw for anything that the service does; a bug may. */
  write(brief: DraftBrief): Promise<ModelAnswer>;
};

/** The model that a brand's file names. */
export type DrafterFor = (settings: ModelDrafter) => Drafter;

/** Tokens of a brand and day: claimed before a call, settled after it. `day` in the brand's time zone, `2026-11-22`. */
export type TokenBudget = {
  /** False, and nothing taken, where fewer than so many are left under the limit. */
  claim(brand: BrandId, day: string, tokens: number, limit: number): Promise<boolean>;
  /** Adds the difference between what was charged and what was claimed; mostly negative. */
  settle(brand: BrandId, day: string, difference: number): Promise<void>;
};
