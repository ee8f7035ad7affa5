import { createHash } from "node:crypto";
import twitterText from "twitter-text";

export const MAX_WEIGHTED_LENGTH = 280;

/** Length as X counts it: URLs 23, emoji 2, CJK 2 (docs.x.com, "Counting characters"). */
export const weightedLength = (text: string): number => twitterText.parseTweet(text).weightedLength;

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

type Span = { start: number; end: number };
export type Entities = {
  urls?: (Span & { url: string; expanded_url: string; display_url: string; media_key?: string })[];
  mentions?: (Span & { username: string; id?: string })[];
  hashtags?: (Span & { tag: string })[];
  cashtags?: (Span & { tag: string })[];
};

type Photo = { mediaKey: string; postUrl: string };

/** What X makes of a written text: links become t.co, `&<>` become entities, and positions are code points. */
type ServedText = { text: string; entities: Entities; links: { url: string; expanded: string }[] };

/**
 * @param idOf the account behind a handle, if it exists: only those are linked with an id.
 */
export function serveText(
  written: string,
  photos: readonly Photo[],
  idOf: (handle: string) => string | undefined,
): ServedText {
  const urls = twitterText.extractUrlsWithIndices(written, { extractUrlsWithoutProtocol: true });
  const links: { url: string; expanded: string }[] = [];
  let text = "";
  let from = 0;
  for (const { url, indices } of urls) {
    const short = shortLink(url);
    text += escapeText(written.slice(from, indices[0])) + short;
    links.push({ url: short, expanded: /^https?:\/\//i.test(url) ? url : `http://${url}` });
    from = indices[1];
  }
  text += escapeText(written.slice(from));
  const pictures = photos.map((photo) => ({ ...photo, short: shortLink(photo.mediaKey) }));
  // However many pictures: one link at the end of the text.
  const [picture] = pictures;
  if (picture !== undefined) text = text === "" ? picture.short : `${text} ${picture.short}`;

  const entities: Entities = {};
  const urlSpans = [
    ...links.map(({ url, expanded }) => ({ url, expanded_url: expanded, display_url: shown(expanded) })),
    ...pictures.map(({ mediaKey, postUrl }) => ({
      url: picture?.short ?? "",
      expanded_url: `${postUrl}/photo/1`,
      display_url: shown(postUrl),
      media_key: mediaKey,
    })),
  ];
  let at = 0;
  const withPlaces = urlSpans.map((span) => {
    const found = text.indexOf(span.url, at);
    const start = found === -1 ? text.lastIndexOf(span.url) : found;
    at = start + span.url.length;
    return { ...points(text, start, at), ...span };
  });
  if (withPlaces.length > 0) entities.urls = withPlaces;
  const mentions = twitterText.extractMentionsWithIndices(text).map(({ screenName, indices }) => {
    const id = idOf(screenName);
    return { ...points(text, ...indices), username: screenName, ...(id === undefined ? {} : { id }) };
  });
  if (mentions.length > 0) entities.mentions = mentions;
  const hashtags = twitterText
    .extractHashtagsWithIndices(text)
    .map(({ hashtag, indices }) => ({ ...points(text, ...indices), tag: hashtag }));
  if (hashtags.length > 0) entities.hashtags = hashtags;
  return { text, entities, links };
}

/** How many cashtags; X allows one. */
export const cashtags = (text: string): number => twitterText.extractCashtags(text).length;

export const mentionedHandles = (text: string): string[] => twitterText.extractMentions(text);

/** A long post's `text`: cut at a word, the rest only in `note_tweet`. Undefined when it is not long. */
export function cutText(written: string): string | undefined {
  if (weightedLength(written) <= MAX_WEIGHTED_LENGTH) return undefined;
  const points = [...written];
  let end = Math.min(points.length, MAX_WEIGHTED_LENGTH);
  while (end > 0 && weightedLength(points.slice(0, end).join("")) > MAX_WEIGHTED_LENGTH - 5) end--;
  const cut = points.slice(0, end).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > 200 ? cut.slice(0, space) : cut}…`;
}

const shortLink = (target: string): string =>
  `https://t.co/${createHash("sha256").update(target).digest("base64").replace(/[+/=]/g, "").slice(0, 10)}`;

const shown = (url: string): string => {
  const bare = url.replace(/^https?:\/\/(www\.)?/i, "");
  return bare.length > 27 ? `${bare.slice(0, 26)}…` : bare;
};

const points = (text: string, start: number, end: number): Span => ({
  start: [...text.slice(0, start)].length,
  end: [...text.slice(0, end)].length,
});
