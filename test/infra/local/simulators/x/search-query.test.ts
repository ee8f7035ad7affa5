import { describe, expect, it } from "vitest";
import { parseSearch, type Searchable } from "../../../../../infra/local/simulators/x/search-query.ts";

const post: Searchable = {
  text: "@kenttakauppa The boots don't fit! #jalkapallo http://foo.com",
  authorId: "7",
  authorHandle: "Matti",
  toId: "100",
  toHandle: "kenttakauppa",
  conversationId: "55",
  inReplyTo: "56",
  isQuote: false,
  lang: "en",
  mentions: ["kenttakauppa"],
  hashtags: ["jalkapallo"],
  links: ["http://foo.com"],
  hasMedia: false,
};

describe("a search", () => {
  it.each([
    { query: "boots", finds: true },
    { query: "BOOTS fit", finds: true },
    { query: "boot", finds: false },
    { query: '"boots don\'t fit"', finds: true },
    { query: '"fit boots"', finds: false },
    { query: "#jalkapallo", finds: true },
    { query: "#jalka", finds: false },
    { query: "@kenttakauppa", finds: true },
    { query: "from:matti", finds: true },
    { query: "from:7", finds: true },
    { query: "to:kenttakauppa -from:kenttakauppa", finds: true },
    { query: "conversation_id:55", finds: true },
    { query: "in_reply_to_tweet_id:56", finds: true },
    { query: "url:foo.com", finds: true },
    { query: "shoes OR boots", finds: true },
    { query: "(shoes OR skates) fit", finds: false },
    { query: "shoes OR skates fit", finds: false },
    { query: "boots shoes OR fit", finds: true },
    { query: "boots -is:retweet lang:en", finds: true },
    { query: "boots lang:fi", finds: false },
    { query: "boots -(is:reply OR is:quote)", finds: false },
    { query: "boots has:links -has:media", finds: true },
  ])("$query: $finds", ({ query, finds }) => {
    const search = parseSearch(query);
    expect(typeof search === "function" ? search(post) : search).toBe(finds);
  });
  it.each([
    "-is:retweet",
    "lang:fi",
    "boots OR",
    "(boots",
    "boots)",
    "mood:bad",
    "boots OR -fit",
    "is:angry boots",
    "( )",
  ])("%s is no query", (query) => expect(parseSearch(query)).toHaveProperty("wrong"));
});
