import { Command, CommanderError } from "commander";
import { commands } from "./commands.ts";

/** 0 ok, 1 failed (also: some lines could not be read), 2 wrong use. */
const WRONG_USE = 2;

export function makeProgram(): Command {
  const program = new Command("shopkeeper")
    .description(
      "Finds complaints that weigh a relationship, decides what puts them right, and drafts the answer.",
    )
    .version("0.1.0")
    .showHelpAfterError("(try --help)")
    .exitOverride();
  for (const register of commands) register(program);
  for (const command of program.commands) command.exitOverride().showHelpAfterError("(try --help)");
  return program;
}

/** Runs one command line; sets the exit code instead of leaving, so that what was written gets out. */
export async function run(argv: readonly string[]): Promise<void> {
  // A reader that stops early (`| head`) is no failure of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  const program = makeProgram();
  try {
    if (argv.length <= 2) {
      program.outputHelp({ error: true });
      process.exitCode = WRONG_USE;
      return;
    }
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
      return;
    }
    process.stderr.write(`shopkeeper: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
