import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseBrand } from "../shared/adapters/brand-file/load-brand.ts";
import type { BrandFile } from "../shared/complaint/playbook.ts";
import type { BrandAccount } from "./cloud/brand-account.ts";

/**
 * The accounts of every brand file in a folder, for the stack. The stack itself reads no YAML.
 *
 * @throws {Error} naming file, line and column of everything that is wrong in any of them
 */
export function readBrandAccounts(folder: string): readonly BrandAccount[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted();
  const read = files.map((name) => ({
    name,
    result: parseBrand(readFileSync(path.join(folder, name), "utf8"), name),
  }));
  const wrong = read.flatMap(({ name, result }) =>
    result.ok
      ? []
      : result.errors.map((error) => `${name}:${error.line}:${error.column} ${error.message} ${error.hint}`),
  );
  if (wrong.length > 0) throw new Error(`Brand files that cannot be deployed:\n${wrong.join("\n")}`);
  return read.flatMap(({ result }) => (result.ok ? [accountOf(result.brand)] : []));
}

const accountOf = ({ brand, account: { channels, drafter } }: BrandFile): BrandAccount => ({
  brand,
  channels,
  ...(drafter === undefined ? {} : { drafter }),
});
