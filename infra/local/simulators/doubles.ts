/** The same thing said more than once: one post answered twice, or one text sent twice to one person. */
export type Double = { to: string; ids: string[] };

/** Groups of more than one by their key. */
export function repeated<T extends { id: string }>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
): Double[] {
  const groups = new Map<string, string[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry.id]);
  return [...groups].filter(([, ids]) => ids.length > 1).map(([to, ids]) => ({ to, ids }));
}
