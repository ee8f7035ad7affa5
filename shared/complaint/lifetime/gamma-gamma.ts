import * as z from "zod";

const Positive = z.number().positive();

/**
 * How much a brand's customers spend at a time: each has a mean of their own (`q`, `gamma`), around which their
 * purchases vary (`p`). In major units of money. With q <= 1 the mean of a stranger would be infinite.
 * @see Fader & Hardie 2013, "The Gamma-Gamma model of monetary value" (brucehardie.com, note 25)
 */
export const GammaGamma = z.object({ p: Positive, q: z.number().gt(1), gamma: Positive });
export type GammaGamma = z.infer<typeof GammaGamma>;

/**
 * What somebody is expected to spend at a time, who spent `spent` in all on `frequency` purchases after the first;
 * of a newcomer the mean of all. Equation 5 of the note.
 */
export const expectedSpend = (
  { p, q, gamma }: GammaGamma,
  { frequency, spent }: { readonly frequency: number; readonly spent: number },
): number => (p * (gamma + spent)) / (p * frequency + q - 1);
