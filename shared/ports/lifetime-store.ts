import type { BrandId } from "../complaint/ids.ts";
import type { LifetimeModel } from "../complaint/lifetime/lifetime-model.ts";

/** What has been fitted on a brand's customers. */
export type LifetimeStore = {
  /** The model by which relationships are valued; undefined where none has been published. */
  active(brand: BrandId): Promise<LifetimeModel | undefined>;
  /** Makes it the active one, and keeps it as a numbered version. @returns the number */
  publish(brand: BrandId, model: LifetimeModel, at: string): Promise<number>;
};
