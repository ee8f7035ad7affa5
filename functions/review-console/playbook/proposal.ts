import { createHash } from "node:crypto";
import type { BrandFinding } from "../../../shared/adapters/brand-file/check-brand.ts";
import { type BrandFileError, parseBrand } from "../../../shared/adapters/brand-file/load-brand.ts";
import type { BrandFile } from "../../../shared/complaint/playbook.ts";
import { type Difference, playbookDiff } from "../../../shared/complaint/playbook-diff.ts";
import type { PublishedBrand } from "../../../shared/ports/brand-store.ts";

/** A version that could be published over the active one, and what it would change. */
export type Proposal = {
  readonly file: BrandFile;
  readonly differences: readonly Difference[];
  /** The account part says something else than the active one; it is left as it is. */
  readonly leavesAccount: boolean;
  /** Of what would be published and of what it would replace: a press holds for exactly that. */
  readonly hash: string;
};

export type CheckedText =
  | { readonly ok: true; readonly proposal: Proposal }
  | { readonly ok: false; readonly errors: readonly BrandFileError[] };

/** The table takes 400 KB for an item; the rest of it is names, times and what the table's own format adds. */
const MOST_STORED_BYTES = 340 * 1024;

/** Reads a brand's YAML as the command does, for the brand whose active version is given. */
export function checkText(text: string, active: PublishedBrand): CheckedText {
  const read = parseBrand(text, "The text", (brand) => notForHere(brand, active.file));
  return read.ok ? { ok: true, proposal: propose(read.brand, active) } : { ok: false, errors: read.errors };
}

/** The account part is not the page's to change: the stack is built from it. */
function propose({ playbook, account }: BrandFile, active: PublishedBrand): Proposal {
  const { brand } = active.file;
  const file: BrandFile = { brand, account: active.file.account, playbook };
  const accountOf = (of: BrandFile["account"]): BrandFile => ({ brand, account: of, playbook });
  return {
    file,
    differences: playbookDiff(active.file, file),
    leavesAccount: playbookDiff(accountOf(active.file.account), accountOf(account)).length > 0,
    hash: createHash("sha256")
      .update(inOneOrder([active.version, file]))
      .digest("base64url"),
  };
}

function notForHere(brand: BrandFile, active: BrandFile): readonly BrandFinding[] {
  const findings: BrandFinding[] = [];
  if (brand.brand !== active.brand)
    findings.push({
      path: ["brand"],
      message: `This is the file of “${brand.brand}”, and the page that of “${active.brand}”.`,
      hint: "Take the other file, or choose the other brand at the foot of the page.",
    });
  const [asked, has] = [brand.account.currency, active.account.currency];
  if (asked !== has)
    findings.push({
      path: ["account", "currency"],
      message: `The sums of this file are in ${asked}, those of the brand in ${has}.`,
      hint: "Another currency is another account: it is changed with the file, by whoever deploys.",
    });
  const bytes = Buffer.byteLength(JSON.stringify(brand));
  if (bytes > MOST_STORED_BYTES)
    findings.push({
      path: ["playbook"],
      message: `With what it extends it comes to ${kilobytes(bytes)} KB, and ${kilobytes(MOST_STORED_BYTES)} KB can be kept.`,
      hint: "Leave out situations that you do not want, or shorten lists of words.",
    });
  return findings;
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

/** The same text for the same content: the table keeps no order of names. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
