import { expect, it } from "vitest";
import { readFailure } from "../../../shared/adapters/facebook/graph-failure.ts";
import { readUsage } from "../../../shared/adapters/facebook/usage.ts";

const NOW = "2026-03-02T09:00:00.000Z";
const headers = (app: unknown, business?: unknown): Headers =>
  new Headers({
    ...(app === undefined ? {} : { "x-app-usage": JSON.stringify(app) }),
    ...(business === undefined ? {} : { "x-business-use-case-usage": JSON.stringify(business) }),
  });

it("takes the largest of the three percentages, and resets within the rolling hour", () => {
  expect(readUsage(headers({ call_count: 28, total_time: 25, total_cputime: 60 }), NOW)).toEqual({
    regainMs: undefined,
    allowances: [{ bucket: "app", used: 0.6, resetsAt: "2026-03-02T10:00:00.000Z" }],
  });
});

it("stays quiet as many minutes as Facebook says once a family is used up", () => {
  const pages = {
    type: "pages",
    call_count: 100,
    total_cputime: 23,
    total_time: 23,
    estimated_time_to_regain_access: 19,
  };
  const { regainMs, allowances } = readUsage(headers(undefined, { "1": [pages] }), NOW);
  expect(regainMs).toBe(19 * 60_000);
  expect(allowances).toEqual([
    {
      bucket: "pages",
      used: 1,
      resetsAt: "2026-03-02T09:19:00.000Z",
      throttledUntil: "2026-03-02T09:19:00.000Z",
    },
  ]);
});

it("says nothing where the headers are absent or cannot be read", () => {
  expect(readUsage(headers(undefined), NOW).allowances).toEqual([]);
  expect(readUsage(new Headers({ "x-app-usage": "many" }), NOW).allowances).toEqual([]);
});

const said = (code: number, subcode?: number, transient?: boolean) => ({
  error: {
    message: "no",
    type: "OAuthException",
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    ...(transient === undefined ? {} : { is_transient: transient }),
  },
});

it.each([
  { when: "a limit of the page", status: 400, body: said(80001), gives: { kind: "throttled" } },
  {
    when: "a limit of the app, though it calls itself passing",
    status: 400,
    body: said(4, undefined, true),
    gives: { kind: "throttled" },
  },
  { when: "429 without a reason", status: 429, body: "slow down", gives: { kind: "throttled" } },
  {
    when: "a block for abuse",
    status: 400,
    body: said(368, 1390008),
    gives: { kind: "blocked", code: "368/1390008" },
  },
  { when: "a dead token", status: 400, body: said(190, 460), gives: { kind: "token", code: "190/460" } },
  { when: "a session that ended", status: 401, body: said(102), gives: { kind: "token" } },
  { when: "a no", status: 400, body: said(100, 33), gives: { kind: "no", code: 100, subcode: 33 } },
  {
    when: "a passing trouble, after which a write may stand",
    status: 400,
    body: said(2, undefined, true),
    gives: { kind: "lost" },
  },
  { when: "a 5xx, whatever it says", status: 500, body: said(190), gives: { kind: "lost", why: "server" } },
  { when: "a 4xx in HTML", status: 400, body: undefined, gives: { kind: "lost", why: "unreadable" } },
])("tells apart: $when", ({ status, body, gives }) => {
  expect(readFailure(status, body, NOW, undefined)).toMatchObject(gives);
});

it("waits as long as the headers say, else half of the rolling hour", () => {
  expect(readFailure(400, said(32), NOW, 5 * 60_000)).toMatchObject({ until: "2026-03-02T09:05:00.000Z" });
  expect(readFailure(400, said(32), NOW, undefined)).toMatchObject({ until: "2026-03-02T09:30:00.000Z" });
});
