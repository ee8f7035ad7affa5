import * as z from "zod";

export const Currency = z.enum(["EUR", "SEK", "USD", "GBP", "NOK", "DKK"]);
export type Currency = z.infer<typeof Currency>;

/** Integer minor units (cents, öre) with their currency. Nothing is ever converted. */
export const Money = z.object({ minor: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

export const money = (minor: number, currency: Currency): Money => Money.parse({ minor, currency });

/**
 * A share of an amount, 0 ≤ share.
 * Rounded half up to the minor unit: half of 8.81 € is 4.41 €, in the customer's favour.
 */
export function shareOf(amount: Money, share: number): Money {
  if (!(share >= 0)) throw new RangeError(`a share cannot be ${share}`);
  return { minor: Math.floor(amount.minor * share + 0.5), currency: amount.currency };
}

/** The amount as people write it in the language: `4,40 €` in Finnish and Swedish, `€4.40` in English. */
export function formatMoney(amount: Money, lang: "en" | "fi" | "sv"): string {
  const digits = amount.minor % 100 === 0 ? 0 : 2;
  return (
    formatOf(localeOf[lang], amount.currency, digits)
      .format(amount.minor / 100)
      // An ordinary space: no-break ones come out as odd signs in some mail and till programs.
      .replace(/[\u00a0\u202f]/g, " ")
  );
}

const localeOf = { en: "en-IE", fi: "fi-FI", sv: "sv-FI" } as const;

const formats = new Map<string, Intl.NumberFormat>();
/** Made once: making one takes longer than all else in a draft that names a sum. */
function formatOf(locale: string, currency: Currency, minimumFractionDigits: 0 | 2): Intl.NumberFormat {
  const key = `${locale} ${currency} ${minimumFractionDigits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits });
  formats.set(key, made);
  return made;
}
