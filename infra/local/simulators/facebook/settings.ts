import * as z from "zod";

/** Where the real Facebook differs by page, person or day. */
export const FacebookSettings = z.strictObject({
  /** What a reply to a second-level comment hangs on; both are reported. */
  nesting: z.enum(["top-level", "immediate"]),
  /** Whether `from` is left out everywhere, as without the right permission. */
  withoutFrom: z.boolean(),
  /** Whether the page takes private messages; otherwise 10904. */
  pageMessages: z.boolean(),
  /** People engaged with the page in 24 hours: the call limit is 4,800 times this. */
  engagedUsers: z.int().min(1),
});
export type FacebookSettings = z.infer<typeof FacebookSettings>;

export const defaultSettings: FacebookSettings = {
  nesting: "top-level",
  withoutFrom: false,
  pageMessages: true,
  engagedUsers: 100,
};
