import { expect, it } from "vitest";
import { defaultSettings } from "../../../../../infra/local/simulators/facebook/settings.ts";
import { usageOf } from "../../../../../infra/local/simulators/facebook/usage.ts";

const page = { kind: "page", token: "t", page: { pageId: "500", name: "K", pageToken: "t" } } as const;

it("a page has 4,800 calls for each engaged person in 24 hours, and then none until they have passed", () => {
  let nowMs = 0;
  const usage = usageOf(() => nowMs, { ...defaultSettings, engagedUsers: 1 });
  let headers = {};
  for (let i = 0; i < 4799; i++) headers = usage.count(page);
  expect(headers).toMatchObject({ "x-app-usage": expect.stringContaining('"call_count":99') });
  expect(usage.isSpent(page)).toBe(false);
  usage.count(page);
  expect(usage.isSpent(page)).toBe(true);
  nowMs = 86_400_000;
  usage.count(page);
  expect(usage.isSpent(page)).toBe(false);
});
