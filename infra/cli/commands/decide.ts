import type { Command } from "commander";
import { registerAnswer } from "../answer-command.ts";

/** `shopkeeper decide`: what puts each complaint right, with the arithmetic. */
export function register(program: Command): void {
  registerAnswer(
    program,
    "decide",
    "Decide what puts each complaint right, and why (JSON lines in, JSON lines out)",
  );
}
