import {
  type Document,
  isCollection,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";
import type * as z from "zod";
import { BrandFile } from "../../complaint/playbook.ts";
import { type BrandFinding, checkBrand } from "./check-brand.ts";
import { checkPhrases } from "./check-phrases.ts";
import { explainIssue } from "./explain-issue.ts";
import { extendSituations } from "./extend-situations.ts";
import { unsoundYaml } from "./unsound-yaml.ts";

/** What is wrong in a brand file, where (line and column from 1), and what to do about it. */
export type BrandFileError = {
  readonly line: number;
  readonly column: number;
  /** As in the file: `playbook.situations.0.floor`. */
  readonly path: string;
  readonly message: string;
  readonly hint: string;
};

export type BrandFileResult =
  | { readonly ok: true; readonly brand: BrandFile }
  | { readonly ok: false; readonly errors: readonly BrandFileError[] };

/** More errors than this nobody reads; the first of the file are told. */
export const MOST_ERRORS = 100;

export type Path = readonly (string | number)[];

/**
 * Reads one brand file: the YAML, its shape, and what only the whole can show (ids used twice, a time zone that is
 * none, a remedy that no price can give). Every error has its place in the file.
 *
 * @param fileName only for the hints
 * @param expected what else must hold where the file is to go; looked at once it hangs together
 * @returns the brand, or every error that was found, in the order of the file
 */
export function parseBrand(
  yamlText: string,
  fileName: string,
  expected: (brand: BrandFile) => readonly BrandFinding[] = () => [],
): BrandFileResult {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0) {
    return failed(
      document.errors.slice(0, MOST_ERRORS).map((error) => ({
        ...placeAt(lines, error.pos[0]),
        path: "",
        message: `${fileName} is not YAML here: ${plain(error.message)}`,
        hint: "Look at this line for a missing quote, a tab, or an indent that differs from its neighbours.",
      })),
    );
  }
  const unsound = unsoundYaml(document);
  if (unsound.length > 0)
    return failed(unsound.map(({ at, ...words }) => ({ ...placeAt(lines, at), path: "", ...words })));
  const place = (path: Path) => placeAt(lines, offsetOf(document, path));
  const { content, findings: misextended, originOf, inheritedBy } = extendSituations(document.toJS());
  const inFile = ({ path, message, hint }: BrandFinding): BrandFileError => {
    const from = inheritedBy(path);
    const origin = originOf(path);
    return {
      ...place(origin),
      path: origin.join("."),
      message: from === undefined ? message : `In “${from}”, which is extended: ${message}`,
      hint,
    };
  };
  const parsed = BrandFile.safeParse(content, { reportInput: true });
  const misshapen = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => shapeErrors(issue, document, lines, originOf));
  if (misextended.length > 0) {
    // What was not extended right lacks what it would have had: only what is wrong elsewhere is worth telling.
    const elsewhere = misshapen.filter(({ path }) => !path.startsWith("playbook.situations"));
    const extending = misextended.map((one) => ({ ...one, ...place(one.path), path: one.path.join(".") }));
    return failed([...extending, ...elsewhere]);
  }
  if (!parsed.success) return failed(misshapen);
  const findings = [...checkBrand(parsed.data), ...checkPhrases(parsed.data), ...expected(parsed.data)];
  return findings.length > 0 ? failed(findings.map(inFile)) : { ok: true, brand: parsed.data };
}

const failed = (errors: readonly BrandFileError[]): BrandFileResult => ({
  ok: false,
  errors: errors.toSorted((a, b) => a.line - b.line || a.column - b.column).slice(0, MOST_ERRORS),
});

const plain = (message: string): string => message.replace(/\s+/g, " ").trim();

function placeAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function shapeErrors(
  issue: z.core.$ZodIssue,
  document: Document,
  lines: LineCounter,
  originOf: (path: Path) => Path,
): BrandFileError[] {
  const path = originOf(issue.path.map((key) => (typeof key === "symbol" ? String(key) : key)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, MOST_ERRORS).map((key) => ({
      ...placeAt(lines, keyOffset(document, [...path, key])),
      path: [...path, key].join("."),
      ...explainIssue(issue, path, key),
    }));
  }
  return [
    { ...placeAt(lines, offsetOf(document, path)), path: path.join("."), ...explainIssue(issue, path) },
  ];
}

/** Where a value stands; where it is missing, the nearest thing around it that is there. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range)
      return length === path.length ? node.range[0] : parentOffset(document, path, length, node);
  }
  return 0;
}

/** A missing key is best shown at the key of the thing that lacks it. */
function parentOffset(document: Document, path: Path, length: number, node: Node): number {
  const last = path[length - 1];
  return typeof last === "string" ? keyOffset(document, path.slice(0, length)) : (node.range?.[0] ?? 0);
}

function keyOffset(document: Document, path: Path): number {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const key = path[path.length - 1];
  if (isCollection(parent)) {
    for (const item of parent.items) {
      if (isPair(item) && isScalar(item.key) && item.key.value === key) return item.key.range?.[0] ?? 0;
    }
  }
  return 0;
}
