import { type Faults, faultBox } from "../faults.ts";
import { type Exchange, serve } from "../server.ts";
import { stateFile } from "../state-file.ts";
import { xApi } from "./api.ts";
import { beginPairs, type XAccount } from "./auth.ts";
import { xOwn } from "./own.ts";
import { serverError, tooManyRequests } from "./problems.ts";
import { rateLimits } from "./rate-limits.ts";
import { defaultSettings, type XSettings } from "./settings.ts";
import { emptyState, XState } from "./state.ts";
import { xStore } from "./store.ts";
import { type XWorld, xWorld } from "./world.ts";

export type XSimulatorOptions = {
  /** 0: any free port. */
  readonly port: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  /** JSON; a restart goes on from it. @default nothing is kept */
  readonly dataFile?: string;
  /** @default the machine's clock */
  readonly clock?: () => Date;
  /** App-only tokens, good for reads. @default none */
  readonly bearerTokens?: readonly string[];
  /** For the refresh grant. @default any client */
  readonly client?: { readonly id: string; readonly secret?: string };
  readonly accounts: readonly XAccount[];
  readonly settings?: Partial<XSettings>;
  /** Hears every call on the API, after the fact. */
  readonly onExchange?: (exchange: Exchange) => void;
};

export type XSimulator = {
  readonly url: string;
  readonly port: number;
  readonly world: XWorld;
  readonly faults: Faults;
  /** May be changed while it runs. */
  readonly settings: XSettings;
  close(): Promise<void>;
};

/**
 * A simulated X on loopback: API v2 under `/2/`, pages for people under `/`, verbs for tests under `/_sim/`.
 *
 * @throws an error with code `EADDRINUSE` when the port is taken.
 */
export async function startXSimulator(options: XSimulatorOptions): Promise<XSimulator> {
  const clock = options.clock ?? (() => new Date());
  const nowMs = () => clock().getTime();
  const settings: XSettings = { ...defaultSettings, ...options.settings };
  const file = stateFile(options.dataFile, XState);
  const state = file.read() ?? emptyState();
  for (const { userId, handle, name } of options.accounts) {
    const known = state.people.find(({ id }) => id === userId);
    if (known !== undefined) Object.assign(known, { handle, name, brand: true });
    else
      state.people.push({
        id: userId,
        handle,
        name,
        createdMs: nowMs(),
        brand: true,
        protected: false,
        openDms: false,
      });
  }
  beginPairs(state, options.accounts);
  const store = xStore(state, nowMs, () => file.changed(state));
  const world = xWorld(store);
  const faults = faultBox(() => state.writes);
  const limits = rateLimits(nowMs, () => settings.rateLimitScale);
  const served = await serve({
    port: options.port,
    host: options.host ?? "127.0.0.1",
    faults,
    now: nowMs,
    onExchange: options.onExchange,
    platform: {
      api: xApi({
        store,
        settings,
        limits,
        accounts: options.accounts,
        bearerTokens: options.bearerTokens ?? [],
        client: options.client,
      }),
      own: xOwn({ store, world, faults, settings }),
      serverError,
      throttled: (fault) => {
        const answer = tooManyRequests();
        return {
          ...answer,
          headers: { ...answer.headers, ...limits.exhausted(fault.retryAfterSeconds ?? 900) },
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
