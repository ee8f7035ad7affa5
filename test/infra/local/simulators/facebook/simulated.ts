import { expect } from "vitest";
import {
  type FacebookSimulator,
  type FacebookSimulatorOptions,
  startFacebookSimulator,
} from "../../../../../infra/local/simulators/facebook/start.ts";
import { watchFacebook } from "../../../../support/facebook-spec.ts";
import { type Called, call, json, testClock } from "../calling.ts";

export const PAGE = "500";

/** A simulated Facebook with two pages, watched against Meta's published lists. */
export async function simulatedFacebook(options: Partial<FacebookSimulatorOptions> = {}) {
  const time = testClock();
  const watch = watchFacebook();
  const facebook: FacebookSimulator = await startFacebookSimulator({
    port: 0,
    clock: time.clock,
    pages: [
      { pageId: PAGE, name: "Kenttäkauppa", pageToken: "page" },
      { pageId: "600", name: "Lounaspöytä", pageToken: "other-page" },
    ],
    userTokens: [{ token: "person", userId: "900", name: "Laura" }],
    onExchange: watch.onExchange,
    ...options,
  });
  const url = (path: string, token: string) =>
    `${facebook.url}${path}${path.includes("?") ? "&" : "?"}access_token=${encodeURIComponent(token)}`;
  return {
    facebook,
    world: facebook.world,
    time,
    get: (path: string, token = "page"): Promise<Called> => call(url(path, token)),
    send: (path: string, body: unknown, token = "page"): Promise<Called> =>
      call(url(path, token), json(body)),
    remove: (path: string, token = "page"): Promise<Called> => call(url(path, token), { method: "DELETE" }),
    /** Every exchange was as the lists say; then all is closed. */
    end: async (): Promise<void> => {
      await facebook.close();
      expect(watch.violations()).toEqual([]);
    },
  };
}
export type SimulatedFacebook = Awaited<ReturnType<typeof simulatedFacebook>>;

export const errorOf = ({ status, body }: Called): { status: number; code: unknown; subcode: unknown } => {
  const error = Object(body["error"]);
  return { status, code: error.code, subcode: error.error_subcode };
};
