import * as z from "zod";

/** How strict the simulated X is, where the real one is not documented or would be in the way. */
export const XSettings = z.strictObject({
  /** Whether the mention that X itself puts before a reply lets the brand answer. Not documented; `false` is the strict reading. */
  automaticMentionSummons: z.boolean(),
  /** Whether a second post of the same text is refused; X mostly does, and does not promise it. */
  refuseDuplicates: z.boolean(),
  /** Multiplies the documented rate limits. */
  rateLimitScale: z.number().positive(),
  /** Without credits every call is answered with 402. */
  hasCredits: z.boolean(),
  /** How late recent search sees a post. */
  searchLagSeconds: z.number().min(0),
});
export type XSettings = z.infer<typeof XSettings>;

export const defaultSettings: XSettings = {
  automaticMentionSummons: false,
  refuseDuplicates: true,
  rateLimitScale: 1,
  hasCredits: true,
  searchLagSeconds: 30,
};
