import { createHash } from "node:crypto";
import type { BrandId } from "../../complaint/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import type { AllowanceStore } from "../../ports/collecting.ts";
import type { MentionSource } from "../../ports/mention-source.ts";
import type { Secrets } from "../../ports/secrets.ts";
import { log } from "../../runtime/log.ts";
import { apiMeter, SLOW_ABOVE } from "../api-meter.ts";
import { DoorClosed } from "../door-closed.ts";
import { readDirectMessages } from "./read-direct-messages.ts";
import { readTimeline, type Timeline } from "./read-timeline.ts";
import { readWatch } from "./read-watch.ts";
import { searchQueries } from "./search-queries.ts";
import { readXSecret, type XBucket, type XClient, xClient } from "./x-client.ts";
import { webOriginOf, type XAccount } from "./x-mentions.ts";

type XSourceOptions = {
  readonly brand: BrandId;
  readonly account: {
    readonly userId: string;
    readonly handle: string;
    /** Own names and hashtags. */
    readonly search: readonly string[];
    readonly secret: string;
  };
  readonly secrets: Secrets;
  readonly allowances: AllowanceStore;
  readonly clock: Clock;
  /** @default https://api.x.com */
  readonly origin?: string | undefined;
  /** @default 10 s */
  readonly timeoutMs?: number | undefined;
};

/** What reading one account needs all over. */
export type XReader = {
  readonly client: XClient;
  readonly account: XAccount;
  /** Names account and secret in errors. */
  readonly place: string;
  /** True when most of the allowance is used. */
  isSparing(bucket: XBucket): Promise<boolean>;
};

/**
 * An X account for the collector: mentions, posts with the brand's names, the brand's own posts, direct messages, and
 * another look at what was collected last.
 *
 * @throws {NotConfigured} when the account's secret is missing or incomplete
 */
export async function xSource(options: XSourceOptions): Promise<MentionSource> {
  const { brand, account, clock } = options;
  const client = xClient({
    secret: await readXSecret(options.secrets, account.secret),
    meter: apiMeter({ brand, channel: "x", allowances: options.allowances, clock }),
    clock,
    origin: options.origin,
    timeoutMs: options.timeoutMs,
  });
  const reader: XReader = {
    client,
    account: {
      brand,
      userId: account.userId,
      handle: account.handle,
      webOrigin: webOriginOf(options.origin),
    },
    place: `account ${account.userId} (secret "${account.secret}")`,
    isSparing: async (bucket) => (await client.used(bucket)) > SLOW_ABOVE,
  };
  const timelines = new Map(timelinesOf(account).map((timeline) => [timeline.stream, timeline]));
  const searches = [...timelines.keys()].filter((stream) => stream.startsWith("search"));
  return {
    streams: ["mentions", "messages", ...searches, "own", "watch"],
    async *read(stream, reading) {
      const timeline = timelines.get(stream);
      try {
        if (timeline !== undefined) yield* readTimeline(reader, reading, timeline);
        else if (stream === "messages") yield* readDirectMessages(reader, reading);
        else yield* readWatch(reader, reading);
      } catch (error) {
        if (!(error instanceof DoorClosed)) throw error;
        log.warn("the platform asked for quiet", { brand, channel: "x", stream, until: error.until });
      }
    },
  };
}

function timelinesOf({ userId, handle, search }: XSourceOptions["account"]): readonly Timeline[] {
  const ofUser = { params: { id: userId }, tokenName: "pagination_token" } as const;
  return [
    { stream: "mentions", path: "users/:id/mentions", query: {}, bucket: "mentions", ...ofUser },
    ...searchQueries(search, handle).map(
      (query): Timeline => ({
        // Another query is another list, and begins anew.
        stream: `search-${createHash("sha256").update(query).digest("hex").slice(0, 8)}`,
        path: "tweets/search/recent",
        params: {},
        query: { query },
        bucket: "search",
        tokenName: "next_token",
      }),
    ),
    { stream: "own", path: "users/:id/tweets", query: { exclude: "retweets" }, bucket: "own", ...ofUser },
  ];
}
