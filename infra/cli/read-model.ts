import { readFileSync } from "node:fs";
import type { Lang } from "../../shared/complaint/ids.ts";
import type { LinearModel } from "../../shared/language/model/linear-model.ts";
import { ModelFile, modelIn } from "../training/model-file.ts";

/** Models that take the place of the shipped ones, by language. */
export type Models = Partial<Record<Lang, LinearModel>>;

/**
 * Read a file of weights. None named: none. A file that cannot be used is said on standard error with the next
 * step, and nothing is given back.
 */
export function modelsFrom(command: string, file: string | undefined): Models | undefined {
  if (file === undefined) return {};
  try {
    const model = ModelFile.parse(JSON.parse(readFileSync(file, "utf8")));
    return { [model.lang]: modelIn(model) };
  } catch (error) {
    const why =
      error instanceof Error && "code" in error
        ? `cannot be read (${String(error.code)})`
        : "holds no weights";
    process.stderr.write(
      `${command}: ${file} ${why}; make one with: shopkeeper train --data FILE --out ${file}\n`,
    );
    process.exitCode = 1;
    return undefined;
  }
}
