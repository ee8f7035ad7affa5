import { type Faults, faultBox } from "../faults.ts";
import { type Exchange, serve } from "../server.ts";
import { stateFile } from "../state-file.ts";
import { facebookApi } from "./api.ts";
import type { UserToken } from "./call.ts";
import { serverError, throttled } from "./errors.ts";
import { facebookOwn } from "./own.ts";
import { defaultSettings, type FacebookSettings } from "./settings.ts";
import { emptyState, FacebookState } from "./state.ts";
import { type FacebookPage, facebookStore } from "./store.ts";
import { usageOf } from "./usage.ts";
import { type FacebookWorld, facebookWorld } from "./world.ts";

export type FacebookSimulatorOptions = {
  /** 0: any free port. */
  readonly port: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  /** JSON; a restart goes on from it. @default nothing is kept */
  readonly dataFile?: string;
  /** @default the machine's clock */
  readonly clock?: () => Date;
  readonly pages: readonly FacebookPage[];
  /** Tokens of people, which see no comments. @default none */
  readonly userTokens?: readonly UserToken[];
  /** Shown by debug_token; `<appId>|…` is taken as the app's own token. @default "1000" */
  readonly appId?: string;
  readonly settings?: Partial<FacebookSettings>;
  /** Hears every call on the API, after the fact. */
  readonly onExchange?: (exchange: Exchange) => void;
};

export type FacebookSimulator = {
  readonly url: string;
  readonly port: number;
  readonly world: FacebookWorld;
  readonly faults: Faults;
  /** May be changed while it runs. */
  readonly settings: FacebookSettings;
  close(): Promise<void>;
};

/**
 * A simulated Facebook on loopback: Graph under `/` and `/vNN.0/`, pages for people under `/`, verbs under `/_sim/`.
 *
 * @throws an error with code `EADDRINUSE` when the port is taken.
 */
export async function startFacebookSimulator(options: FacebookSimulatorOptions): Promise<FacebookSimulator> {
  const clock = options.clock ?? (() => new Date());
  const nowMs = () => clock().getTime();
  const settings: FacebookSettings = { ...defaultSettings, ...options.settings };
  const file = stateFile(options.dataFile, FacebookState);
  const state = file.read() ?? emptyState();
  const store = facebookStore(state, options.pages, settings, nowMs, () => file.changed(state));
  const world = facebookWorld(store);
  const faults = faultBox(() => state.writes);
  const usage = usageOf(nowMs, settings);
  const served = await serve({
    port: options.port,
    host: options.host ?? "127.0.0.1",
    faults,
    now: nowMs,
    onExchange: options.onExchange,
    platform: {
      api: facebookApi({
        store,
        userTokens: options.userTokens ?? [],
        appId: options.appId ?? "1000",
        usage,
      }),
      own: facebookOwn({ store, world, faults, settings }),
      serverError,
      throttled: (fault, request) => {
        const code = fault.code ?? 4;
        const answer = throttled(code);
        const pageId = options.pages.find((page) => request.path.includes(page.pageId))?.pageId;
        const minutes = Math.ceil((fault.retryAfterSeconds ?? 300) / 60);
        return {
          ...answer,
          headers: { ...answer.headers, ...usage.spent(pageId ?? options.pages[0]?.pageId, minutes, code) },
        };
      },
    },
  });
  return {
    url: served.url,
    port: served.port,
    world,
    faults,
    settings,
    close: async () => {
      await served.close();
      file.flush();
    },
  };
}
