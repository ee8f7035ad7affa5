import type { AgentId, BrandId, Instant } from "../complaint/ids.ts";
import type { BrandFile } from "../complaint/playbook.ts";
import type { PublishedBrand } from "./brand-store.ts";

/** What the audit trail says of one version. What was published before there was a trail has its number alone. */
export type VersionEntry = {
  readonly version: number;
  readonly at?: Instant | undefined;
  /** The name of who answers for it. */
  readonly by?: string | undefined;
  /** From a file with the command, or on the console's page. */
  readonly via?: "file" | "page" | undefined;
  /** Who pressed, on the page. */
  readonly agent?: AgentId | undefined;
  /** The earlier version that it brings back. */
  readonly again?: number | undefined;
};

/** Who publishes on the page, when, and what it brings back. */
export type PagePublishing = {
  readonly at: Instant;
  readonly by: string;
  readonly agent: AgentId;
  readonly again?: number | undefined;
};

/** The versions of a brand's file: none is ever changed or taken away. */
export type PlaybookVersions = {
  /** Newest first, from `below` on (not itself), some fifty at a time. */
  list(brand: BrandId, below?: number): Promise<readonly VersionEntry[]>;
  /**
   * @returns undefined where there is no such version, `unreadable` where this release no longer understands it
   */
  get(brand: BrandId, version: number): Promise<PublishedBrand | "unreadable" | undefined>;
  /**
   * Publishes a new version, if `over` is still the active one.
   * @returns its number, or `published-meanwhile`, and then nothing was changed
   */
  publishOver(
    file: BrandFile,
    over: number,
    publishing: PagePublishing,
  ): Promise<number | "published-meanwhile">;
};
