import { expect, it } from "vitest";

// Loaded inside a test: Stryker counts a change as unnoticed where a file cannot be loaded, and so no test runs.
it("loads the lint with all its tables", async () => {
  expect(await import("../../shared/language/voice-lint.ts")).toHaveProperty("lint");
});
