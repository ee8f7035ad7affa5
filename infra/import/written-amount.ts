/** No line of a receipt is dearer: ten million, in minor units. */
const HIGHEST_MINOR = 1_000_000_000;
/** Spaces of every width and apostrophes, as exports part thousands. */
const PARTING = /[\s\u00a0\u202f\u2009'’]/g;

/**
 * A sum as people write it, in integer minor units: "1 234,50", "1.234,50", "-12.00" by the stated decimal sign. The
 * digits are read as digits; no floating-point number is made on the way. Two decimals at most: none of our currencies
 * has more.
 *
 * @returns what is wrong, in words, where it is no sum
 */
export function readAmount(text: string, decimal: "," | "."): { minor: number } | { problem: string } {
  const thousands = decimal === "," ? "." : ",";
  const written = text.trim().replace("\u2212", "-");
  const found = /^([+-]?)\s*([\d.,\s\u00a0\u202f\u2009'’]+)$/.exec(written);
  if (found === null) return { problem: "the amount is not a number" };
  const [whole = "", fraction = "", ...more] = (found[2] ?? "").split(decimal);
  if (more.length > 0) return { problem: `the amount has more than one decimal sign (${decimal})` };
  const groups = whole.replaceAll(thousands, " ").trim().split(PARTING);
  const isGrouped =
    groups.length === 1 ||
    (/^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every((part) => /^\d{3}$/.test(part)));
  const digits = groups.join("");
  if (!isGrouped || !/^\d+$/.test(digits))
    return { problem: `the amount is not written with “${decimal}” as its decimal sign` };
  if (!/^\d{0,2}$/.test(fraction)) return { problem: "the amount has more than two decimals" };
  return within(found[1] === "-", `${digits}${fraction.padEnd(2, "0")}`);
}

/** Minor units as they are. @returns what is wrong where it is no whole number */
export function readMinor(text: string): { minor: number } | { problem: string } {
  const found = /^([+-]?)(\d+)$/.exec(text.trim().replace("\u2212", "-"));
  return found === null
    ? { problem: "amountMinor is not a whole number of minor units" }
    : within(found[1] === "-", found[2] ?? "");
}

function within(isNegative: boolean, digits: string): { minor: number } | { problem: string } {
  const significant = digits.replace(/^0+(?=\d)/, "");
  if (significant.length > String(HIGHEST_MINOR).length || Number(significant) > HIGHEST_MINOR)
    return { problem: "the amount is larger than ten million" };
  const minor = Number(significant);
  return { minor: isNegative && minor > 0 ? -minor : minor };
}
