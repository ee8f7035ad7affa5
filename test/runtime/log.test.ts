import { Logger } from "@aws-lambda-powertools/logger";
import { afterEach, expect, it, vi } from "vitest";
import { log } from "../../shared/runtime/log.ts";

afterEach(() => vi.restoreAllMocks());

it.each([
  { when: "in one line", message: "Unexpected token 'M', \"Marja at the till\" is not valid JSON" },
  { when: "over several lines", message: "bad:\n  was said at the till by Marja\n" },
  { when: "that looks like a place", message: "bad\n    at Marja (till.ts:1:1)" },
])("says where an error happened, and nothing of a message that quotes somebody $when", ({ message }) => {
  const lines: unknown[] = [];
  vi.spyOn(Logger.prototype, "error").mockImplementation((...line: unknown[]) => {
    lines.push(line);
  });
  log.error("step failed", new TypeError(message), { step: "detect" });
  expect(JSON.stringify(lines)).not.toMatch(/Marja|till/);
  expect(lines).toEqual([
    [
      "step failed",
      { step: "detect", error: "TypeError", at: expect.stringMatching(/^at .*log\.test\.ts:\d+:\d+/) },
    ],
  ]);
});
