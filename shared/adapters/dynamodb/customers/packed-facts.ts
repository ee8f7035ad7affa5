import { createHash } from "node:crypto";
import type { PurchaseFacts, RecentPurchase, SoldWhat } from "../../../complaint/purchase-facts.ts";

/**
 * Facts as few bytes, since a match pays by the byte. Words become codes of three bytes: a match only asks whether a
 * candidate has a product, sort or store that the brand sells, so that the brand's own words are enough to read them.
 *
 *   format · since · first · number of older purchases (two bytes each) · counts of sorts, stores, recent · codes
 *   recent: day (2) · sum (4) · product (3) · sort · store   older: product (3) · sort · store
 */
const FORMAT = 1;
const HEADER_BYTES = 10;
const CODE_BYTES = 3;
const RECENT_BYTES = 11;
const OLDER_BYTES = 5;
const NO_STORE = 255;
/** Sorts and stores are numbered in one byte. */
const MOST_LINES = 250;
const HIGHEST_SUM = 0xff_ff_ff_ff;
const HIGHEST_COUNT = 0xff_ff;
const DAY_MS = 86_400_000;

/** Days since 1970 from 1, so that 0 is none; two bytes last until 2149. */
const dayOf = (date: string | undefined): number =>
  date === undefined ? 0 : Math.min(HIGHEST_COUNT, Math.max(1, Math.floor(Date.parse(date) / DAY_MS) + 1));
const dateOf = (day: number): string | undefined =>
  day === 0 ? undefined : new Date((day - 1) * DAY_MS).toISOString().slice(0, 10);

/** Of 500 words that are sold, one in 30,000 that are not is taken for one of them. */
const codeOf = (word: string): Buffer => createHash("sha256").update(word).digest().subarray(0, CODE_BYTES);

/** What a brand sells and where: words that packed facts are read with. */
export type Vocabulary = (code: string) => string;
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const known = new Map(words.map((word) => [codeOf(word).toString("hex"), word]));
  // Not a word of the brand: it stays another thing than all others, and is none that a post can name.
  return (code) => known.get(code) ?? `~${code}`;
}

/** @param bytes what may be used: newest first, and what no longer fits is left out and still counted */
export function packFacts(facts: PurchaseFacts, since: string | undefined, bytes: number): Buffer {
  const sorts = new Map<string, number>();
  const stores = new Map<string, number>();
  const lines: Buffer[] = [];
  let recents = 0;
  let free = bytes - HEADER_BYTES;
  const moments = facts.recent.length;
  for (const [at, line] of [...facts.recent, ...facts.older].entries()) {
    const isNewSort = !sorts.has(line.category);
    const isNewStore = line.store !== undefined && !stores.has(line.store);
    free -=
      (at < moments ? RECENT_BYTES : OLDER_BYTES) + CODE_BYTES * (Number(isNewSort) + Number(isNewStore));
    if (free < 0 || lines.length === MOST_LINES) break;
    if (isNewSort) sorts.set(line.category, sorts.size);
    if (line.store !== undefined && isNewStore) stores.set(line.store, stores.size);
    const what = Buffer.concat([
      codeOf(line.product),
      Buffer.of(sorts.get(line.category) ?? 0, stores.get(line.store ?? "") ?? NO_STORE),
    ]);
    const moment = facts.recent[at];
    lines.push(moment === undefined ? what : Buffer.concat([packMoment(moment), what]));
    if (moment !== undefined) recents += 1;
  }
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(FORMAT, 0);
  header.writeUInt16BE(dayOf(since), 1);
  header.writeUInt16BE(dayOf(facts.first), 3);
  header.writeUInt16BE(Math.min(HIGHEST_COUNT, facts.olderCount + moments - recents), 5);
  header.writeUInt8(sorts.size, 7);
  header.writeUInt8(stores.size, 8);
  header.writeUInt8(recents, 9);
  return Buffer.concat([header, ...[...sorts.keys(), ...stores.keys()].map(codeOf), ...lines]);
}

function packMoment({ date, amountMinor }: RecentPurchase): Buffer {
  const bytes = Buffer.alloc(RECENT_BYTES - OLDER_BYTES);
  bytes.writeUInt16BE(dayOf(date), 0);
  bytes.writeUInt32BE(Math.min(HIGHEST_SUM, amountMinor), 2);
  return bytes;
}

/**
 * @throws {RangeError} when the bytes end too early or are of another format: a row that this code has not written
 */
export function unpackFacts(
  bytes: Buffer,
  word: Vocabulary,
): { readonly facts: PurchaseFacts; readonly since: string | undefined } {
  if (bytes.readUInt8(0) !== FORMAT) throw new RangeError(`facts of format ${bytes.readUInt8(0)}`);
  const [sorts, stores, recents] = [bytes.readUInt8(7), bytes.readUInt8(8), bytes.readUInt8(9)];
  let at = HEADER_BYTES;
  const code = (): string => {
    at += CODE_BYTES;
    return word(bytes.toString("hex", at - CODE_BYTES, at));
  };
  const sortWords = Array.from({ length: sorts }, code);
  const storeWords = Array.from({ length: stores }, code);
  const sold = (): SoldWhat => {
    const product = code();
    const category = sortWords[bytes.readUInt8(at++)];
    const store = storeWords[bytes.readUInt8(at++)];
    if (category === undefined) throw new RangeError("a sort of goods that is not in the row");
    return { product, category, ...(store === undefined ? {} : { store }) };
  };
  const recent: RecentPurchase[] = [];
  for (let line = 0; line < recents; line++) {
    const date = dateOf(bytes.readUInt16BE(at));
    const amountMinor = bytes.readUInt32BE(at + 2);
    at += 6;
    if (date === undefined) throw new RangeError("a purchase without a day");
    recent.push({ date, amountMinor, ...sold() });
  }
  const older: SoldWhat[] = [];
  while (at < bytes.length) older.push(sold());
  const first = dateOf(bytes.readUInt16BE(3));
  return {
    facts: {
      ...(first === undefined ? {} : { first }),
      recent,
      older,
      olderCount: bytes.readUInt16BE(5),
    },
    since: dateOf(bytes.readUInt16BE(1)),
  };
}
