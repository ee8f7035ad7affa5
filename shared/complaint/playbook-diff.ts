import type { BrandFile } from "./playbook.ts";

/** A value as it stands in a brand file. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
type Block = { readonly [name: string]: Value };

/**
 * One thing that two brand files say differently. `at` is the way to it, from the top of the file, with the id where a
 * list has ids: `["playbook", "situations", "late-delivery", "floor"]`.
 *
 * - `changed`, `added`, `removed`: one value; a remedy, and a ladder of remedies, is one value.
 * - `words`: what a list of words gained and lost.
 * - `reordered`: the same entries in another order, which decides what is taken first.
 */
export type Difference = { readonly at: readonly string[] } & (
  | { readonly kind: "changed"; readonly before: Value; readonly after: Value }
  | { readonly kind: "added"; readonly after: Value }
  | { readonly kind: "removed"; readonly before: Value }
  | { readonly kind: "words"; readonly added: readonly Value[]; readonly removed: readonly Value[] }
  | { readonly kind: "reordered"; readonly before: readonly string[]; readonly after: readonly string[] }
);

/**
 * Everything that a brand file says otherwise than another, limits first, then what situations give, then the rest.
 * Empty exactly when the two say the same: whatever a brand file may hold one day is found, since nothing is
 * looked for by name.
 */
export function playbookDiff(before: BrandFile, after: BrandFile): readonly Difference[] {
  const found = diffOf([], plain(before), plain(after));
  return found.toSorted((a, b) => rank(a.at) - rank(b.at));
}

/** True for what binds money for everybody: limits, budgets, and the sum under which the writer's word is enough. */
export const isLimit = (at: readonly string[]): boolean =>
  at[0] === "playbook" && (at[1] === "mandate" || at[1] === "believeFirstMinor");

const rank = (at: readonly string[]): number => {
  if (isLimit(at)) return 0;
  if (at[1] === "situations") return 1;
  return at[1] === "priceList" ? 2 : 3;
};

/** Without what is undefined: a part that is absent and one that is not given are the same. */
function plain(value: unknown): Value {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([name, part]) => [name, plain(part)]),
    );
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
}

function diffOf(at: readonly string[], before: Value, after: Value): Difference[] {
  if (isSame(before, after)) return [];
  if (isList(before) && isList(after)) return listDiff(at, before, after);
  // A remedy means something as a whole: half of "a refund of a fifth" is nothing to say.
  if (!isBlock(before) || !isBlock(after) || "kind" in before)
    return [{ at, kind: "changed", before, after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => partDiff([...at, name], before[name], after[name]));
}

function partDiff(at: readonly string[], before: Value | undefined, after: Value | undefined): Difference[] {
  if (before !== undefined && after !== undefined) return diffOf(at, before, after);
  if (after !== undefined) return [{ at, kind: "added", after }];
  return before === undefined ? [] : [{ at, kind: "removed", before }];
}

function listDiff(at: readonly string[], before: readonly Value[], after: readonly Value[]): Difference[] {
  const [old, now] = [byId(before), byId(after)];
  if (old && now) {
    const ids = [...new Set([...old.keys(), ...now.keys()])];
    const stays = (other: ReadonlyMap<string, Value>) => (id: string) => other.has(id);
    return [
      ...ids.flatMap((id) => partDiff([...at, id], old.get(id), now.get(id))),
      ...orderDiff(at, [...old.keys()].filter(stays(now)), [...now.keys()].filter(stays(old))),
    ];
  }
  if (![...before, ...after].every(isWord)) return [{ at, kind: "changed", before, after }];
  const [removed, added] = [without(before, after), without(after, before)];
  if (removed.length > 0 || added.length > 0) return [{ at, kind: "words", added, removed }];
  return orderDiff(at, before.map(String), after.map(String));
}

const orderDiff = (
  at: readonly string[],
  before: readonly string[],
  after: readonly string[],
): Difference[] => (isSame(before, after) ? [] : [{ at, kind: "reordered", before, after }]);

/** Entries by their ids; nothing where one has none, or two have the same. */
function byId(list: readonly Value[]): ReadonlyMap<string, Value> | undefined {
  const found = new Map<string, Value>();
  for (const entry of list) {
    const id = isBlock(entry) ? entry["id"] : undefined;
    if (typeof id !== "string" || found.has(id)) return undefined;
    found.set(id, entry);
  }
  return found;
}

/** What is left of a list when each entry of the other has taken one like it away. */
function without(list: readonly Value[], other: readonly Value[]): Value[] {
  const left = [...other];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const isBlock = (value: Value): value is Block =>
  typeof value === "object" && value !== null && !isList(value);
const isWord = (value: Value): boolean => typeof value !== "object";

/** Equal whatever the order of names: the table keeps none. */
function isSame(one: Value, other: Value): boolean {
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((entry, i) => isSame(entry, other[i] ?? null));
  if (!isBlock(one) || !isBlock(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && isSame(one[name] ?? null, other[name] ?? null))
  );
}
