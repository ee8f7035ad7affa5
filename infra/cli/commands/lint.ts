import type { Command } from "commander";
import * as z from "zod";
import { Channel, Lang, MentionId } from "../../../shared/complaint/ids.ts";
import type { Playbook } from "../../../shared/complaint/playbook.ts";
import { assess } from "../../../shared/language/assess.ts";
import { identifyLanguage } from "../../../shared/language/identify.ts";
import { lint } from "../../../shared/language/voice-lint.ts";
import { exampleBrand } from "../answer-command.ts";
import { inputFrom, readJsonLines, reportBadLine, writeJsonLine } from "../jsonl.ts";
import { readBrand } from "../read-brand.ts";

/** One text to be checked; stable contract. `public` is true where it is not said. */
const LintRow = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: Lang.optional(),
  public: z.boolean().optional(),
  channel: Channel.optional(),
  /** What the writer wrote in public: what stands there may be said back. */
  writerText: z.string().optional(),
  signer: z.string().optional(),
  recent: z.array(z.string()).optional(),
});

const MENTION = MentionId.parse("x:0");

/** Whether what the reply answers complains; not known where it is not there. */
function isComplaint(text: string | undefined, playbook: Playbook): boolean | undefined {
  if (text === undefined) return undefined;
  const read = assess(
    { mention: MENTION, revision: 0, text, hasMedia: false, playbook },
    new Date(0).toISOString(),
  );
  return read.lane === "answer" || read.complaint.label;
}

/** `shopkeeper lint`: what in a reply reads as process, blame, a broken confidence or a wrong promise. */
export function register(program: Command): void {
  program
    .command("lint")
    .description("Check replies for tone, money and privacy (JSON lines in, JSON lines out)")
    .argument("[file]", "JSON lines {id,text,lang?,public?}; standard input when absent")
    .option("--brand <file>", "brand file with the brand's voice", exampleBrand)
    .action(async (file: string | undefined, options: { brand: string }) => {
      const brand = readBrand("lint", options.brand);
      if (!brand) return;
      for await (const line of readJsonLines(inputFrom(file), LintRow)) {
        if (!line.ok) {
          reportBadLine("lint", line.line, line.problem);
          continue;
        }
        const { row } = line;
        const identified = identifyLanguage(row.text).lang;
        const findings = lint({
          side: row.public === false ? "private" : "public",
          text: row.text,
          lang: row.lang ?? (identified === "other" ? "en" : identified),
          channel: row.channel ?? "facebook",
          playbook: brand.playbook,
          matchConfirmed: false,
          writerText: row.writerText,
          answersComplaint: isComplaint(row.writerText, brand.playbook),
          recentReplies: row.recent,
          signerName: row.signer,
        });
        await writeJsonLine({ id: row.id, findings });
      }
    });
}
