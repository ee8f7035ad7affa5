import { expect } from "vitest";
import {
  startXSimulator,
  type XSimulator,
  type XSimulatorOptions,
} from "../../../../../infra/local/simulators/x/start.ts";
import { watchX } from "../../../../support/x-spec.ts";
import { type Called, call, json, testClock } from "../calling.ts";

export const BRAND = "100";

/** A simulated X with one brand, watched against the official description. */
export async function simulatedX(options: Partial<XSimulatorOptions> = {}) {
  const time = testClock();
  const watch = watchX();
  const x: XSimulator = await startXSimulator({
    port: 0,
    clock: time.clock,
    bearerTokens: ["app"],
    accounts: [
      {
        userId: BRAND,
        handle: "kenttakauppa",
        name: "Kenttäkauppa",
        accessToken: "user",
        refreshToken: "first",
      },
      { userId: "200", handle: "lounaspoyta", name: "Lounaspöytä", accessToken: "other-user" },
    ],
    onExchange: watch.onExchange,
    settings: { searchLagSeconds: 0 },
    ...options,
  });
  const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  return {
    x,
    time,
    get: (path: string, token = "app"): Promise<Called> => call(x.url + path, as(token)),
    send: (path: string, body: unknown, token = "user", method = "POST"): Promise<Called> => {
      const init = json(body);
      return call(x.url + path, { ...init, method, headers: { ...init.headers, ...as(token).headers } });
    },
    remove: (path: string, token = "user"): Promise<Called> =>
      call(x.url + path, { method: "DELETE", ...as(token) }),
    /** Every exchange was as the document says; then all is closed. */
    end: async (): Promise<void> => {
      await x.close();
      expect(watch.violations()).toEqual([]);
    },
  };
}
export type SimulatedX = Awaited<ReturnType<typeof simulatedX>>;
