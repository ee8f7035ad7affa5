import type { Command } from "commander";
import { DetectRow, detectRow } from "../detect-row.ts";
import { inputFrom, readJsonLines, reportBadLine, writeJsonLine } from "../jsonl.ts";
import { readBrand } from "../read-brand.ts";
import { modelsFrom } from "../read-model.ts";
import { playbookFor, UNKNOWN_BRAND } from "../unknown-brand.ts";

/** `shopkeeper detect`: JSON lines of texts in, what the detecting step reads in them out. */
export function register(program: Command): void {
  program
    .command("detect")
    .description("Find complaints and cues in texts (JSON lines in, JSON lines out)")
    .argument("[file]", "JSON lines {id,text,brand?,competitors?,lang?}; standard input when absent")
    .option("--brand <file>", "brand file with names, competitors, prices and situations")
    .option("--model <file>", "weights from shopkeeper train, for texts in their language")
    .action(async (file: string | undefined, options: { brand?: string; model?: string }) => {
      const models = modelsFrom("detect", options.model);
      if (models === undefined) return;
      const brand = options.brand === undefined ? undefined : readBrand("detect", options.brand);
      if (options.brand !== undefined && brand === undefined) return;
      const playbook = playbookFor(brand?.playbook ?? UNKNOWN_BRAND);
      const now = new Date().toISOString();
      for await (const line of readJsonLines(inputFrom(file), DetectRow)) {
        if (!line.ok) reportBadLine("detect", line.line, line.problem);
        else await writeJsonLine(detectRow(line.row, playbook(line.row), now, models));
      }
    });
}
