import { type Document, isScalar, type Node, visit } from "yaml";

/** What is wrong, and how many characters before it. */
type Unsound = { readonly at: number; readonly message: string; readonly hint: string };

/** What is YAML, and yet cannot be read as one thing: a name given twice, aliases that lead nowhere or swell. */
export function unsoundYaml(document: Document): readonly Unsound[] {
  const twice = namesTwice(document);
  const alias = unreadableAlias(document);
  return alias === undefined ? twice : [...twice, { at: alias, ...ALIASES }];
}

/** The library compares every name of a block with every other, which a long file of names can make minutes of. */
function namesTwice(document: Document): readonly Unsound[] {
  const found: Unsound[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          found.push({
            at: key.range?.[0] ?? 0,
            message: `“${String(key.value)}” stands twice in one block.`,
            hint: "Take one of the two out.",
          });
        seen.add(key.value);
      }
    },
  });
  return found;
}

const ALIASES = {
  message: "The aliases (*name) cannot be followed: one names nothing, or itself, or they swell without end.",
  hint: "Write out what the alias stands for.",
};

/** Where the first alias stands, when what the aliases stand for cannot be written out in reasonable space. */
function unreadableAlias(document: Document): number | undefined {
  let first: number | undefined;
  let isOwnPart = false;
  // Kept here: the library walks the whole file for each alias.
  const named = new Map<string, Node>();
  visit(document, {
    Value(_, node) {
      if (node.anchor !== undefined) named.set(node.anchor, node);
    },
    Alias(_, alias, around) {
      first ??= alias.range?.[0] ?? 0;
      const meant = named.get(alias.source);
      isOwnPart ||= meant === undefined || around.includes(meant);
      return isOwnPart ? visit.BREAK : undefined;
    },
  });
  if (first === undefined) return undefined;
  if (isOwnPart) return first;
  try {
    document.toJS();
    return undefined;
  } catch {
    return first;
  }
}
