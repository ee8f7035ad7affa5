import type { Wake } from "../complaint/case-file.ts";
import type { BrandId, CaseId, Channel, Instant } from "../complaint/ids.ts";
import type { Message } from "../complaint/mention.ts";

/** Where a poller stands, and its lease. A stream is one list of one account: `mentions`, `search`, `feed`, `messages`. */
export type CursorStore = {
  read(brand: BrandId, channel: Channel, stream: string): Promise<Readonly<Record<string, string>>>;
  /** Called after the last put, never before. */
  move(
    brand: BrandId,
    channel: Channel,
    stream: string,
    to: Readonly<Record<string, string>>,
    at: Instant,
  ): Promise<void>;
  /** False when another poller holds it. */
  takeLease(brand: BrandId, name: string, holder: string, now: Instant, forMs: number): Promise<boolean>;
  giveLeaseBack(brand: BrandId, name: string, holder: string): Promise<void>;
};

/** What a platform has said about its limits for one account. `bucket` is a call family. */
export type ApiAllowance = {
  readonly bucket: string;
  /** Share of the allowance used, 0 to 1. */
  readonly used: number;
  readonly resetsAt?: Instant;
  /** Nothing is called before this. */
  readonly throttledUntil?: Instant;
  readonly seenAt: Instant;
};

/** The platforms' budgets, kept for all functions that call them. */
export type AllowanceStore = {
  allowance(brand: BrandId, channel: Channel, bucket: string): Promise<ApiAllowance | undefined>;
  noteAllowance(brand: BrandId, channel: Channel, allowance: ApiAllowance): Promise<void>;
};

/** Private messages, either way, joined to their case. */
export type MessageStore = {
  /** @param textUntil when the words go by themselves; without it they stay */
  put(
    message: Message,
    caseId: CaseId | undefined,
    wake?: Wake,
    textUntil?: Instant,
  ): Promise<"new" | "known">;
  get(brand: BrandId, id: string): Promise<Message | undefined>;
  /** Ends the message's wake: what it asked for has been done. */
  settle(brand: BrandId, id: string): Promise<void>;
};
