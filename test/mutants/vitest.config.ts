import { defineConfig } from "vitest/config";

/** The tests that a mutant has to get past, as `run.mjs` names them; the laws are tried less often for each. */
export default defineConfig({
  test: {
    include: (process.env["MUTANT_TESTS"] ?? "").split(" "),
    testTimeout: 120_000,
    env: { LAW_RUNS: "60" },
  },
});
