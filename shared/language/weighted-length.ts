import twitterText from "twitter-text";

/** A link has a stop right before a letter; looking for one costs more than all else in a short text. */
export const mayLink = (text: string): boolean => /\.\p{L}/u.test(text);

/** Latin letters, digits and plain signs, of which each weighs one. */
const plain = /^[\0-\u024f\u2010-\u201f]*$/;

/** How long X takes a text to be; X docs, "Counting characters". As `twitter-text`, which most texts need not ask. */
export const weightedLength = (text: string): number =>
  plain.test(text) && !mayLink(text) ? text.length : twitterText.parseTweet(text).weightedLength;
