import { defineConfig } from "vitest/config";

/** The tests that a mutant has to get past: those of the files that stryker.config.json names. */
export default defineConfig({
  test: {
    include: ["test/complaint/decide{,-laws}.test.ts", "test/complaint/agent-acts/*.test.ts"],
    env: { LAW_RUNS: "60" },
  },
});
