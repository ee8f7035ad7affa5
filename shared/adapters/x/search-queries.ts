/** Recent search takes queries up to this length (X API, "Search recent posts"). */
const MAX_QUERY = 512;

/**
 * The searches for a brand's own names and hashtags, without reposts and without the brand's own posts. As few as
 * fit; words with spaces are sought as they stand.
 */
export function searchQueries(terms: readonly string[], handle: string): readonly string[] {
  const tail = ` -is:retweet -from:${handle}`;
  const wanted = [...new Set(terms.map(termOf).filter((term) => term !== ""))];
  const queries: string[] = [];
  let current: string[] = [];
  const query = (of: readonly string[]): string => `(${of.join(" OR ")})${tail}`;
  for (const term of wanted) {
    if (current.length > 0 && query([...current, term]).length > MAX_QUERY) {
      queries.push(query(current));
      current = [];
    }
    current.push(term);
  }
  return current.length === 0 ? queries : [...queries, query(current)];
}

/** Quotes and operators of the search language are taken out of what an operator typed. */
function termOf(term: string): string {
  const plain = term.replace(/["()]/g, " ").replace(/\s+/g, " ").trim();
  return /^[#@]?[\p{L}\p{N}_]+$/u.test(plain) ? plain : plain === "" ? "" : `"${plain}"`;
}
