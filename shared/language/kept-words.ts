/** More words than this are not kept; a text made of words that nobody writes must not fill the store. */
const WORDS_KEPT = 20_000;
/** A word that is longer is none, and is not kept either. */
const LONGEST_WORD = 40;
/** From this length on V8 cuts a string as a window on the whole, and whoever keeps it keeps the whole text. */
const SHORTEST_WINDOW = 13;

/** The same word, standing by itself. */
function ownCopy(word: string): string {
  if (word.length < SHORTEST_WINDOW) return word;
  const units: number[] = [];
  for (let at = 0; at < word.length; at++) units.push(word.charCodeAt(at));
  return String.fromCharCode(...units);
}

/**
 * What `make` gives for a word, kept for the next time: words recur, and a word must always give the same.
 * Bounded in words and in length, whatever texts come.
 * @param make may be handed more than the word where the word alone decides what that is
 */
export function keptByWord<T extends object, M = never>(
  make: (word: string, more?: M) => T,
): (word: string, more?: M) => T {
  const kept = new Map<string, T>();
  return (word, more) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    if (word.length > LONGEST_WORD) return make(word, more);
    const own = ownCopy(word);
    const made = make(own, more);
    if (kept.size >= WORDS_KEPT) kept.clear();
    kept.set(own, made);
    return made;
  };
}
