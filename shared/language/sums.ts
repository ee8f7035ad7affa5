import type { Token } from "./tokens.ts";

/** An amount that a text names: a cue, never a figure to pay by. `minor` as if the unit had a hundred parts. */
type Sum = { first: number; last: number; minor: number };

const UNITS = new Set(
  (
    "€ $ £ euro euros eur e euroa eurolla euron eurosta eurojen euroon egee egeä " +
    "pound pounds quid gbp dollar dollars usd bucks kr kronor kronan krona kronors sek spänn nok dkk kroner"
  ).split(" "),
);
const BEFORE = new Set(["€", "$", "£", "eur", "sek", "usd", "gbp", "kr", "nok", "dkk"]);
const PARTS = new Set(["cent", "cents", "sentti", "senttiä", "snt", "öre", "pence"]);
/** Above this it is a phone number or a joke. */
const LARGEST = 1_000_000;

/** Amounts of money in a text: "30 euros", "8,80 €", "£20", "150 kr". */
export function sumsIn(tokens: readonly Token[]): Sum[] {
  const sums: Sum[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== "number" || token.value === undefined || token.value > LARGEST) return;
    const next = tokens[at + 1];
    const previous = tokens[at - 1];
    const minor = Math.round(token.value * 100);
    if (next && UNITS.has(next.word) && next.sentence === token.sentence) {
      // A lone "e" is a unit only where it is written at the number: "30e", not "30 e-mails".
      if (next.word === "e" && next.start > token.end + 1) return;
      sums.push({ first: at, last: at + 1, minor });
    } else if (previous && BEFORE.has(previous.word) && previous.end >= token.start - 1) {
      sums.push({ first: at - 1, last: at, minor });
    } else if (next && PARTS.has(next.word)) {
      sums.push({ first: at, last: at + 1, minor: Math.round(token.value) });
    }
  });
  return sums;
}
