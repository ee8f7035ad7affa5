/** Stands where somebody's id stood. */
export const ERASED = "erased";

/** The ids of one person, and of the lines that they bought. Lines count only where they are called lines. */
export type Named = { readonly ids: ReadonlySet<string>; readonly lines: ReadonlySet<string> };

/** Parts of a key, and of a loss (`person|situation|day`). */
const PARTS = /([#|])/;
/** What the audit says did happen: ids and codes with spaces between. */
const AUDIT_PARTS = /([#|\s])/;
/** A loss that is a line of a purchase. */
const LINE = "purchase:";

const isOne = (part: string, { ids, lines }: Named): boolean =>
  ids.has(part) || (part.startsWith(LINE) && lines.has(part.slice(LINE.length)));

/** Whether a text holds one of the ids as a whole part: `c1` is not in `c10`. */
export const namedInText = (text: string, named: Named, parts = PARTS): boolean =>
  isOne(text, named) || text.split(parts).some((part) => isOne(part, named));

/** Whether anything in a value, however deep, is or holds one of the ids. Words that people wrote are not ids. */
export function namedIn(value: unknown, named: Named, field?: string): boolean {
  if (typeof value === "string") return namedInText(value, named, partsOf(field));
  if (Array.isArray(value)) return value.some((each) => namedIn(each, named, field));
  if (!isPlain(value)) return false;
  return (
    isLine(value, named) ||
    Object.entries(value).some(([name, each]) => isOne(name, named) || namedIn(each, named, name))
  );
}

/** The same value with the ids taken out. */
export function withoutNames(value: unknown, named: Named, field?: string): unknown {
  if (typeof value === "string")
    return isOne(value, named)
      ? ERASED
      : value
          .split(partsOf(field))
          .map((part) => (isOne(part, named) ? ERASED : part))
          .join("");
  if (Array.isArray(value)) return value.map((each) => withoutNames(each, named, field));
  if (!isPlain(value)) return value;
  const cleared = Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      isOne(name, named) ? ERASED : name,
      withoutNames(each, named, name),
    ]),
  );
  return isLine(value, named) ? { ...cleared, id: ERASED } : cleared;
}

const partsOf = (field: string | undefined): RegExp => (field === "what" ? AUDIT_PARTS : PARTS);

/** Where an amount comes from: `{ kind: "purchase", id }`. */
const isLine = (value: Readonly<Record<string, unknown>>, { lines }: Named): boolean =>
  value["kind"] === "purchase" && typeof value["id"] === "string" && lines.has(value["id"]);

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object" && !(value instanceof Uint8Array);
