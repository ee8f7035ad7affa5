import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { Playbook } from "../../../shared/complaint/playbook.ts";
import { exampleBrand } from "../answer-command.ts";
import { auditPage } from "../audit/audit-page.ts";
import { AuditRow, auditRow } from "../audit/audit-row.ts";
import { summing } from "../audit/audit-summary.ts";
import { auditTable } from "../audit/audit-table.ts";
import { remembering } from "../audit/recent-replies.ts";
import { inputFrom, readJsonLines, reportBadLine, writeJsonLine } from "../jsonl.ts";
import { readBrand } from "../read-brand.ts";

type Options = { brand?: string; summary?: boolean; html?: string };

/** `shopkeeper audit`: what past replies of a page say and leave unsaid, one's own or a rival's. */
export function register(program: Command): void {
  program
    .command("audit")
    .description("Score past replies of a page (JSON lines in; JSON lines or a summary out)")
    .argument(
      "[file]",
      "JSON lines {id,text,lang?,inReplyTo?:{text,postedAt?},postedAt?,public?}; - is standard input",
    )
    .option("--brand <file>", "brand file of the page's own brand; without it names and prices are nobody's")
    .option("--summary", "one JSON object instead of a line for each reply, and a table on standard error")
    .option("--html <file>", "write a page with the figures and plots")
    .action(async (file: string | undefined, options: Options) => {
      const known = readBrand("audit", options.brand ?? exampleBrand);
      if (!known) return;
      const { playbook } = known;
      const brand = options.brand === undefined ? anybodys(playbook) : { playbook, reading: playbook };
      const sum = summing();
      const recent = remembering();
      for await (const line of readJsonLines(inputFrom(file), AuditRow)) {
        if (!line.ok) {
          reportBadLine("audit", line.line, line.problem);
          continue;
        }
        const audited = auditRow(line.row, brand, recent.before(line.row.text, line.row.postedAt));
        sum.add(audited);
        if (options.summary !== true) await writeJsonLine(audited);
      }
      const summary = sum.result();
      if (options.summary === true) {
        await writeJsonLine(summary);
        process.stderr.write(auditTable(summary));
      }
      if (options.html !== undefined) savePage(options.html, auditPage(summary, "Replies of a page"));
    });
}

/** A page of another's: no name, price or store of ours says anything of it. Its posts are read as ours would be. */
const anybodys = (playbook: Playbook) => {
  const plain: Playbook = {
    ...playbook,
    ownNames: ["–"],
    hashtags: [],
    competitors: [],
    priceList: [],
    stores: [],
    voice: { ...playbook.voice, prefer: {}, avoid: {} },
  };
  return { playbook: plain, reading: plain };
};

function savePage(file: string, page: string): void {
  try {
    writeFileSync(file, page);
  } catch (error) {
    process.stderr.write(
      `audit: cannot write ${file}: ${error instanceof Error ? error.message : "no reason given"}\n`,
    );
    process.exitCode = 1;
  }
}
