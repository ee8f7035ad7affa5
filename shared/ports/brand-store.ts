import type { AgentId, BrandId, Channel, Instant } from "../complaint/ids.ts";
import type { BrandFile } from "../complaint/playbook.ts";
import type { Shift } from "../complaint/promise.ts";

/** A published brand file with its number, which is stamped on every decision. */
export type PublishedBrand = {
  readonly version: number;
  readonly file: BrandFile;
  readonly publishedAt?: Instant | undefined;
  /** Who answers for it; versions from before this was asked for have no name. */
  readonly publishedBy?: string | undefined;
};

/** What management and team leads set: the active brand file, who is on shift, and what is paused. */
export type BrandStore = {
  /** @throws {NotConfigured} when nothing has been published for this brand */
  active(brand: BrandId): Promise<PublishedBrand>;
  /**
   * Publishes a new version and makes it the active one. Returns its number; earlier versions are kept.
   * @param by the name of the person who answers for the change
   * @throws {RangeError} without a name
   */
  publish(file: BrandFile, at: Instant, by: string): Promise<number>;
  shiftsAt(brand: BrandId, at: Instant): Promise<readonly Shift[]>;
  putShift(brand: BrandId, shift: Shift): Promise<void>;
  /** True until sending has been switched on: a first start sends nothing. */
  isPaused(brand: BrandId, channel: Channel): Promise<boolean>;
  setPaused(brand: BrandId, channel: Channel, paused: boolean, by: AgentId, at: Instant): Promise<void>;
};

/** Public replies of the last weeks, so that no two read alike. Our own words only. */
export type RecentReplies = {
  /** Latest first. */
  recent(brand: BrandId): Promise<readonly string[]>;
  note(
    brand: BrandId,
    reply: { readonly id: string; readonly at: Instant; readonly text: string },
  ): Promise<void>;
};
