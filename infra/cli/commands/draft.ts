import type { Command } from "commander";
import { registerAnswer } from "../answer-command.ts";

/** `shopkeeper draft`: the public reply and the private message for each complaint. */
export function register(program: Command): void {
  registerAnswer(
    program,
    "draft",
    "Draft the public reply and the private message (JSON lines in, JSON lines out)",
  );
}
