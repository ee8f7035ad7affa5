import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Replaces a file as a whole: whoever is killed in the middle leaves the old one, never half of the new one. */
export function writeWhole(file: string, text: string, mode = 0o666): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.writing`;
  writeFileSync(draft, text, { mode });
  renameSync(draft, file);
}
