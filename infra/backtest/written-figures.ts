/** Amounts as plain text, in units of the currency: `1234.50`. */
export const amountOf = (minor: number): string => {
  const whole = Math.floor(Math.abs(minor) / 100);
  const rest = String(Math.abs(minor) % 100).padStart(2, "0");
  return `${minor < 0 ? "-" : ""}${whole}.${rest}`;
};

/** A share as per cent with one decimal; a dash where there is none. */
export const percentOf = (share: number | undefined): string =>
  share === undefined ? "–" : `${(share * 100).toFixed(1)} %`;

/** `3 → 5`, or `3` where nothing changes. */
export const fromTo = (before: string, after: string): string =>
  before === after ? before : `${before} → ${after}`;

/** A difference with its sign; 0 has none. */
export const signed = (difference: number, write: (size: number) => string): string =>
  `${difference > 0 ? "+" : difference < 0 ? "-" : ""}${write(Math.abs(difference))}`;
