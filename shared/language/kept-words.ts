/** Words of one generation. A text made of words that nobody writes must not fill the store. */
const WORDS_KEPT = 16_384;
/** A word that is longer is none, and is not kept. */
const LONGEST_WORD = 40;
/** From this length on V8 cuts a string as a window on the whole, and whoever keeps it keeps the whole text. */
const SHORTEST_WINDOW = 13;

/** The same word, standing by itself. */
function ownCopy(word: string): string {
  if (word.length < SHORTEST_WINDOW || word.length > LONGEST_WORD) return word;
  const units: number[] = [];
  for (let at = 0; at < word.length; at++) units.push(word.charCodeAt(at));
  return String.fromCharCode(...units);
}

/**
 * What is known of one word by all who keep something of it, each in a place of its own: whoever holds the word's
 * note need not look the word up. It is forgotten with the word.
 */
export type WordNote = unknown[];

let places = 0;

/**
 * What is known of words, since words recur: two generations of a bounded number each. When one is full the other is
 * forgotten; what was asked for meanwhile has moved over and stays, so that a rare word drives out rare ones only.
 */
export class KeptWords<T extends object> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();
  /** The place in every note, -1 for none. */
  private readonly place: number;

  /**
   * @param lasting it lives as long as the program, and is kept on the notes of words; what a playbook knows must go
   * with the playbook and is not
   */
  constructor(lasting = false) {
    this.place = lasting ? places++ : -1;
  }

  /** @param note of this word, where there is one */
  get(word: string, note?: WordNote): T | undefined {
    // Only `set` writes at this place, and it writes a T.
    if (note !== undefined && this.place >= 0) return note[this.place] as T | undefined;
    const known = this.young.get(word);
    if (known !== undefined) return known;
    const older = this.old.get(word);
    if (older !== undefined) this.set(word, older);
    return older;
  }

  /** A word that is too long to be one is not kept. */
  set(word: string, known: T, note?: WordNote): void {
    if (note !== undefined && this.place >= 0) {
      note[this.place] = known;
      return;
    }
    if (word.length > LONGEST_WORD) return;
    if (this.young.size >= WORDS_KEPT) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(ownCopy(word), known);
  }
}

/**
 * What `make` gives for a word, kept for the next time; a word must always give the same.
 * @param lasting as in `KeptWords`
 * @param make may be handed more than the word where the word alone decides what that is
 */
export function keptByWord<T extends object, M = never>(
  make: (word: string, more?: M) => T,
  lasting = false,
): (word: string, note?: WordNote, more?: M) => T {
  const kept = new KeptWords<T>(lasting);
  return (word, note, more) => {
    const known = kept.get(word, note);
    if (known !== undefined) return known;
    const made = make(ownCopy(word), more);
    kept.set(word, made, note);
    return made;
  };
}
