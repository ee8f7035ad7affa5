/** One asked field: `comments.filter(stream).limit(5){id,message}`. */
export type Field = {
  readonly name: string;
  readonly args: Readonly<Record<string, string>>;
  readonly fields?: readonly Field[] | undefined;
};

/**
 * Graph's `fields`: names, modifiers in parentheses, nested lists in braces.
 *
 * @returns undefined when the text is not of that form.
 */
export function parseFields(text: string): readonly Field[] | undefined {
  let at = 0;
  const eat = (char: string): boolean => {
    if (text[at] !== char) return false;
    at += 1;
    return true;
  };
  const word = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };
  const one = (): Field | undefined => {
    const name = word(/[a-z0-9_]+/iy);
    if (name === "") return undefined;
    const args: Record<string, string> = {};
    while (eat(".")) {
      const key = word(/[a-z0-9_]+/iy);
      if (key === "" || !eat("(")) return undefined;
      args[key] = word(/[^()]*/y);
      if (!eat(")")) return undefined;
    }
    if (!eat("{")) return { name, args };
    const fields = list();
    return fields === undefined || !eat("}") ? undefined : { name, args, fields };
  };
  const list = (): readonly Field[] | undefined => {
    const fields: Field[] = [];
    do {
      const field = one();
      if (field === undefined) return undefined;
      fields.push(field);
    } while (eat(","));
    return fields;
  };
  const fields = list();
  return at === text.length ? fields : undefined;
}
