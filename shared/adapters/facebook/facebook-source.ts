import type { BrandId } from "../../complaint/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import type { AllowanceStore } from "../../ports/collecting.ts";
import type { MentionSource } from "../../ports/mention-source.ts";
import type { Secrets } from "../../ports/secrets.ts";
import { log } from "../../runtime/log.ts";
import { apiMeter, SLOW_ABOVE } from "../api-meter.ts";
import { DoorClosed } from "../door-closed.ts";
import { type GraphClient, graphClient, readFacebookSecret } from "./graph-client.ts";
import { readFeed } from "./read-feed.ts";
import { readMessages } from "./read-messages.ts";

type FacebookSourceOptions = {
  readonly brand: BrandId;
  readonly account: { readonly pageId: string; readonly secret: string };
  readonly secrets: Secrets;
  readonly allowances: AllowanceStore;
  readonly clock: Clock;
  /** @default https://graph.facebook.com */
  readonly origin?: string | undefined;
  /** @default 10 s */
  readonly timeoutMs?: number | undefined;
};

/** What reading one page needs all over. */
export type FacebookReader = {
  readonly graph: GraphClient;
  readonly brand: BrandId;
  readonly pageId: string;
  /** Names page and secret in errors. */
  readonly place: string;
  /** True when most of the allowance is used: look for edits and deletions less. */
  isSparing(bucket: "pages" | "messenger"): Promise<boolean>;
};

/**
 * A Facebook page for the collector: what people write on it or tag it in, with all comments, and private messages.
 *
 * @throws {NotConfigured} when the page's secret is missing or incomplete
 */
export async function facebookSource(options: FacebookSourceOptions): Promise<MentionSource> {
  const { brand, account, clock } = options;
  const graph = graphClient({
    secret: await readFacebookSecret(options.secrets, account.secret),
    meter: apiMeter({ brand, channel: "facebook", allowances: options.allowances, clock }),
    clock,
    origin: options.origin,
    timeoutMs: options.timeoutMs,
  });
  const reader: FacebookReader = {
    graph,
    brand,
    pageId: account.pageId,
    place: `page ${account.pageId} (secret "${account.secret}")`,
    isSparing: async (bucket) => (await graph.used(bucket)) > SLOW_ABOVE,
  };
  return {
    streams: ["feed", "messages"],
    async *read(stream, reading) {
      try {
        yield* stream === "feed" ? readFeed(reader, reading) : readMessages(reader, reading);
      } catch (error) {
        if (!(error instanceof DoorClosed)) throw error;
        log.warn("the platform asked for quiet", { brand, channel: "facebook", stream, until: error.until });
      }
    },
  };
}
