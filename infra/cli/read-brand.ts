import { readFileSync } from "node:fs";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";

/**
 * Read a brand file for a command; what is wrong goes to standard error with line, column and a hint.
 * @returns nothing when the file cannot be used; the command then ends with 1
 */
export function readBrand(command: string, file: string): BrandFile | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    process.stderr.write(`${command}: cannot read ${file}\n`);
    process.exitCode = 1;
    return undefined;
  }
  const result = parseBrand(text, file);
  if (result.ok) return result.brand;
  for (const { line, column, path, message, hint } of result.errors) {
    process.stderr.write(`${file}:${line}:${column} ${path} ${message} ${hint}\n`);
  }
  process.exitCode = 1;
  return undefined;
}
