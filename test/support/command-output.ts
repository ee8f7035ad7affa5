import { Command } from "commander";
import { afterEach, beforeEach, vi } from "vitest";

/** What commands print while a test runs, and how to run one in this process. */
export type CommandOutput = {
  out: string;
  err: string;
  /** Runs a command line, and reads what it printed on standard output as JSON lines. */
  run(...args: string[]): Promise<Record<string, unknown>[]>;
};

/** To be called where tests are declared: each test begins with nothing printed and no exit code. */
export function commandOutput(registers: readonly ((program: Command) => void)[]): CommandOutput {
  const printed: CommandOutput = {
    out: "",
    err: "",
    async run(...args) {
      printed.out = "";
      const program = new Command().exitOverride();
      for (const register of registers) register(program);
      await program.parseAsync(args, { from: "user" });
      return printed.out
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
  };
  beforeEach(() => {
    printed.out = "";
    printed.err = "";
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      printed.out += String(text);
      return true;
    });
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      printed.err += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });
  return printed;
}
