import { existsSync } from "node:fs";
import path from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { DraftRow, draftRow } from "./draft-row.ts";
import { inputFrom, readJsonLines, reportBadLine, writeJsonLine } from "./jsonl.ts";
import { readBrand } from "./read-brand.ts";

export const brandsFolder = path.resolve(import.meta.dirname, "../../brands");
export const exampleBrand = path.join(brandsFolder, "kenttakauppa.yaml");

type Options = {
  brand?: string;
  signer: string;
  until: string;
  followedBy?: string;
  confirmed?: boolean;
  role: "agent" | "manager";
  now?: string;
};

/** `decide` and `draft` read the same rows and say the same of them: a remedy without its words is half an answer. */
export function registerAnswer(program: Command, name: "decide" | "draft", description: string): void {
  program
    .command(name)
    .description(description)
    .argument("[file]", "JSON lines {id,text,channel?,author?,lang?,customer?}; standard input when absent")
    .option(
      "--brand <file>",
      "brand file (default: the brand that a row names, else brands/kenttakauppa.yaml)",
    )
    .option("--signer <name>", "first name that signs", "Laura")
    .option("--until <hour>", "till when the signer is there", "18")
    .option("--followed-by <name>", "who follows, and knows the story")
    .option("--confirmed", "the customer has confirmed the link: the private message may name the purchase")
    .addOption(
      new Option("--role <role>", "whose limits hold").choices(["agent", "manager"]).default("agent"),
    )
    .option("--now <instant>", "ISO 8601 moment to decide at (default: now)", asInstant)
    .action(async (file: string | undefined, options: Options) => {
      const brands = brandsBy(name, options.brand);
      if (!brands) return;
      const now = options.now ?? new Date().toISOString();
      for await (const line of readJsonLines(inputFrom(file), DraftRow)) {
        if (!line.ok) {
          reportBadLine(name, line.line, line.problem);
          continue;
        }
        const brand = brands(line.row.brand);
        if (!brand) {
          reportBadLine(name, line.line, `no brand “${line.row.brand}” in brands/`);
          continue;
        }
        try {
          const { signer, until, followedBy, confirmed, role } = options;
          const answer = draftRow(line.row, brand, {
            signer,
            until,
            followedBy,
            confirmed: confirmed ?? false,
            role,
            now,
          });
          await writeJsonLine({ id: line.row.id, ...answer });
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          reportBadLine(name, line.line, error.message);
        }
      }
    });
}

/** Which brand a row is for. Nothing when the brand file named on the command line cannot be used. */
function brandsBy(
  command: string,
  file: string | undefined,
): ((id: string | undefined) => BrandFile | undefined) | undefined {
  if (file !== undefined) {
    const only = readBrand(command, file);
    return only && (() => only);
  }
  const known = new Map<string, BrandFile | undefined>();
  return (id) => {
    const name = id !== undefined && /^[a-z][a-z0-9-]*$/.test(id) ? id : undefined;
    const at = name === undefined ? exampleBrand : path.join(brandsFolder, `${name}.yaml`);
    if (!known.has(at)) known.set(at, existsSync(at) ? readBrand(command, at) : undefined);
    return known.get(at);
  };
}

function asInstant(value: string): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError("write it as 2026-11-20T12:00:00Z.");
  return at.toISOString();
}
