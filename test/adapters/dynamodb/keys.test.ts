import { expect, it } from "vitest";
import { ttlAfter, ttlOf } from "../../../shared/adapters/dynamodb/keys.ts";

it("forgets in whole seconds, never before the moment that was named", () => {
  expect(ttlOf(undefined)).toEqual({});
  expect(ttlOf("2026-11-20T09:00:00.001Z")).toEqual({ ttl: Date.UTC(2026, 10, 20, 9, 0, 1) / 1000 });
  expect(ttlAfter("2026-11-20T09:00:00.000Z", 30)).toEqual({ ttl: Date.UTC(2026, 11, 20, 9) / 1000 });
  expect(ttlAfter("2026-11-20", 90)).toEqual({ ttl: Date.UTC(2027, 1, 18) / 1000 });
});
