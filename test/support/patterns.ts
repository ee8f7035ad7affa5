import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A regular expression of the code, with the place where it stands. */
export type Pattern = { readonly where: string; readonly source: string; readonly flags: string };

/** What stands for a text that is escaped before it becomes part of a pattern. */
const ESCAPED = "A Name";
/** How a text is escaped here; nothing else counts as escaping. */
const ESCAPING = String.raw`/[.*+?^\${}()|[\]\\]/g`.replace("\\$", "$");

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

/**
 * Every regular expression literal and every `new RegExp` below some folders, told from the syntax tree. A pattern that
 * is built must be told from constants of its own file, from another pattern's source or from an escaped text.
 * @returns `untold` are those that cannot be told: nobody can say whether they are safe
 */
export function patternsBelow(folders: readonly string[]): { patterns: Pattern[]; untold: string[] } {
  const patterns: Pattern[] = [];
  const untold: string[] = [];
  for (const file of folders.flatMap(filesBelow)) {
    const tree = parse(file);
    const visit = (node: ts.Node): void => {
      const where = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
      if (ts.isRegularExpressionLiteral(node)) patterns.push({ where, ...literal(node.text) });
      const isBuilt = ts.isNewExpression(node) || ts.isCallExpression(node);
      if (isBuilt && node.expression.getText(tree) === "RegExp") {
        const [from, flags] = node.arguments ?? [];
        const source = from && toldFrom(from, tree);
        if (source === undefined) untold.push(`${where} ${node.getText(tree)}`);
        else patterns.push({ where, source, flags: (flags && toldFrom(flags, tree)) ?? "" });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { patterns, untold };
}

function literal(text: string): { source: string; flags: string } {
  const end = text.lastIndexOf("/");
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
}

/** The text that an expression always is. */
function toldFrom(node: ts.Expression, tree: ts.SourceFile): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return toldFrom(node.expression, tree);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return joined([toldFrom(node.left, tree), toldFrom(node.right, tree)]);
  }
  if (ts.isTemplateExpression(node)) {
    return joined([
      node.head.text,
      ...node.templateSpans.flatMap((span) => [toldFrom(span.expression, tree), span.literal.text]),
    ]);
  }
  // The same pattern under other flags: its literal is told where it stands.
  if (ts.isPropertyAccessExpression(node) && node.name.text === "source") return "";
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const escapes = node.expression.name.text === "replace" && node.arguments[0]?.getText(tree) === ESCAPING;
    return escapes ? ESCAPED : undefined;
  }
  return ts.isIdentifier(node) ? constant(node.text, tree) : undefined;
}

const joined = (parts: readonly (string | undefined)[]): string | undefined =>
  parts.includes(undefined) ? undefined : parts.join("");

function constant(name: string, tree: ts.SourceFile): string | undefined {
  for (const statement of tree.statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const))
      continue;
    for (const { name: declared, initializer } of statement.declarationList.declarations) {
      if (declared.getText(tree) === name && initializer) return toldFrom(initializer, tree);
    }
  }
  return undefined;
}

/** Where texts of a file could be taken for patterns: `RegExp`, and searching methods without a literal. */
export function patternsOfTexts(file: string): string[] {
  const tree = parse(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === "RegExp") found.push(node.parent.getText(tree));
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const searches = ["match", "matchAll", "search"].includes(node.expression.name.text);
      const [given] = node.arguments;
      if (searches && !(given && ts.isRegularExpressionLiteral(given))) found.push(node.getText(tree));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
