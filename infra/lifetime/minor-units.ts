/** All currencies that are read have two decimals. */
const DECIMALS = 2;
/** More digits than these would not fit a safe integer of minor units. */
const MOST_DIGITS = 12;

/**
 * A decimal text in integer minor units: `29.33` is 2933. Further decimals are rounded half away from zero, in the
 * text, never through a float: exports write 19.950000000000003.
 *
 * @param decimalSign `.`, or `,` in files whose columns are parted by semicolons
 * @returns undefined where it is no plain decimal number: no thousands separators, no exponents, no signs of money
 */
export function minorUnits(text: string, decimalSign: "." | ","): number | undefined {
  const read = /^([+-]?)(\d+)(?:([.,])(\d+))?$/u.exec(text);
  if (read === null) return undefined;
  const [, sign = "", whole = "", mark, decimals = ""] = read;
  if (mark !== undefined && mark !== decimalSign) return undefined;
  if (whole.length > MOST_DIGITS) return undefined;
  const kept = decimals.slice(0, DECIMALS).padEnd(DECIMALS, "0");
  const roundedUp = (decimals[DECIMALS] ?? "0") >= "5" ? 1 : 0;
  const minor = Number(whole + kept) + roundedUp;
  // Never minus zero.
  return sign === "-" && minor > 0 ? -minor : minor;
}
