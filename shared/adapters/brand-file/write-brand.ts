import { stringify } from "yaml";
import type { BrandFile } from "../../complaint/playbook.ts";

/** A brand as a file that reads as the same: whole, with everything that it once extended written out. */
export const writeBrand = (file: BrandFile): string =>
  stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
