import * as z from "zod";

/** What words in a mention can carry. Cues order attention; they never move money. */
export const CueKind = z.enum([
  "relationship",
  "competitor",
  "churn",
  "warning",
  "rigid-rule",
  "repeated-contact",
  "request",
  "deadline",
  "sum",
  "product",
  "order-number",
  "place",
  "date",
]);
export type CueKind = z.infer<typeof CueKind>;

/**
 * Words that carry something, by their place in the original text.
 * `start` and `end` are UTF-16 offsets into the mention's text as it was written, `end` exclusive.
 * The words themselves are not stored here, so that text can expire alone.
 */
export const Cue = z.object({
  kind: CueKind,
  start: z.int().min(0),
  end: z.int().min(1),
  /** Which sort: tenure, breadth, household, standing, own-sum … ; named or meant; destination or comparison. */
  detail: z.string().optional(),
  /** Id of the competitor, product or store in the brand file. */
  entity: z.string().optional(),
  /** Years for a tenure, minor units for a sum, times for a repeated contact. */
  value: z.number().optional(),
});
export type Cue = z.infer<typeof Cue>;
