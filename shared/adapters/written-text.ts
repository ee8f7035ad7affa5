import * as z from "zod";

/**
 * UTF-16 units of a text that are kept. Both platforms take less (Facebook 63,206 characters for a post, X 25,000), and
 * three bytes each leave room in a DynamoDB item of 400 KB.
 */
export const MAX_TEXT = 100_000;
/** Of a name or a handle: X gives 50 and 15 characters, Facebook 50 for each part of a name. */
export const MAX_NAME = 200;

/**
 * Words from outside, fit to be stored: half a character becomes U+FFFD, since no store and no platform takes one, and
 * what is beyond the limit is left out. One text that cannot be stored would hold up all that come after it.
 */
export const WrittenText = z.string().transform((text) => whole(text.slice(0, MAX_TEXT)));
export const WrittenName = z.string().transform((name) => whole(name.slice(0, MAX_NAME)));

// With the u flag a pair is one sign, so only a half that stands alone is a surrogate.
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");
