/**
 * The part of X's search language that a brand's listening uses: keywords, "phrases", #tags, @names, from:, to:,
 * conversation_id:, in_reply_to_tweet_id:, url:, lang:, is:retweet|reply|quote, has:links|mentions|media|images|hashtags,
 * grouping, OR, and - (docs.x.com, "Build a query"). AND binds tighter than OR.
 */
export type Searchable = {
  readonly text: string;
  readonly authorId: string;
  readonly authorHandle: string;
  readonly toId?: string | undefined;
  readonly toHandle?: string | undefined;
  readonly conversationId: string;
  readonly inReplyTo?: string | undefined;
  readonly isQuote: boolean;
  readonly lang: string;
  readonly mentions: readonly string[];
  readonly hashtags: readonly string[];
  readonly links: readonly string[];
  readonly hasMedia: boolean;
};
type Search = (post: Searchable) => boolean;

type Node = { matches: Search; standalone: boolean };

export const MAX_QUERY_LENGTH = 512;

/** @returns what is wrong with the query, as a sentence, or the search. */
export function parseSearch(query: string): Search | { wrong: string } {
  const tokens = query.match(/-?[a-z_]+:"[^"]*"|-?"[^"]*"|-?\(|\)|[^\s()]+/gi) ?? [];
  let at = 0;
  let wrong: string | undefined;

  const either = (): Node => {
    const parts = [both()];
    while (tokens[at] === "OR") {
      at += 1;
      parts.push(both());
    }
    const standalone = parts.every((part) => part.standalone);
    return { matches: (post) => parts.some((part) => part.matches(post)), standalone };
  };
  const both = (): Node => {
    const parts: Node[] = [];
    while (at < tokens.length && tokens[at] !== "OR" && tokens[at] !== ")") parts.push(one());
    if (parts.length === 0) wrong ??= "an operand is missing";
    return {
      matches: (post) => parts.every((part) => part.matches(post)),
      standalone: parts.some((part) => part.standalone),
    };
  };
  const one = (): Node => {
    const token = tokens[at++] ?? "";
    const negated = token.startsWith("-") && token.length > 1;
    const bare = negated ? token.slice(1) : token;
    let node: Node;
    if (bare === "(") {
      node = either();
      if (tokens[at] === ")") at += 1;
      else wrong ??= "missing ')'";
    } else {
      const found = term(bare);
      if (found === undefined) wrong ??= `unknown operator in '${bare}'`;
      node = found ?? { matches: () => false, standalone: true };
    }
    return negated ? { matches: (post) => !node.matches(post), standalone: false } : node;
  };

  const root = either();
  if (at < tokens.length) wrong ??= `no viable alternative at '${tokens[at]}'`;
  if (wrong === undefined && !root.standalone)
    wrong = "Rule must contain at least one positive, non-stopword clause";
  return wrong === undefined
    ? root.matches
    : { wrong: `There were errors processing your request: ${wrong}` };
}

const unquoted = (value: string): string => value.replace(/^"|"$/g, "");

function term(token: string): Node | undefined {
  const operator = /^([a-z_]+):(.+)$/i.exec(token);
  if (operator?.[1] !== undefined && operator[2] !== undefined)
    return operatorNode(operator[1].toLowerCase(), unquoted(operator[2]));
  if (/^#\S+$/.test(token)) {
    const tag = token.slice(1).toLowerCase();
    return { standalone: true, matches: (post) => post.hashtags.some((one) => one.toLowerCase() === tag) };
  }
  if (/^@\w+$/.test(token)) {
    const handle = token.slice(1).toLowerCase();
    return { standalone: true, matches: (post) => post.mentions.some((one) => one.toLowerCase() === handle) };
  }
  const wanted = words(unquoted(token));
  if (wanted.length === 0) return undefined;
  return { standalone: true, matches: (post) => holds(words(post.text), wanted) };
}

const account = (value: string, id: string | undefined, handle: string | undefined): boolean =>
  value === id || value.replace(/^@/, "").toLowerCase() === handle?.toLowerCase();

function operatorNode(name: string, value: string): Node | undefined {
  const standing = (matches: Search): Node => ({ matches, standalone: true });
  const leaning = (matches: Search): Node => ({ matches, standalone: false });
  switch (name) {
    case "from":
      return standing((post) => account(value, post.authorId, post.authorHandle));
    case "to":
      return standing((post) => account(value, post.toId, post.toHandle));
    case "conversation_id":
      return standing((post) => post.conversationId === value);
    case "in_reply_to_tweet_id":
      return standing((post) => post.inReplyTo === value);
    case "url":
      return standing((post) => post.links.some((link) => link.toLowerCase().includes(value.toLowerCase())));
    case "lang":
      return leaning((post) => post.lang === value);
    case "is":
      if (value === "retweet") return leaning(() => false);
      if (value === "reply") return leaning((post) => post.inReplyTo !== undefined);
      if (value === "quote") return leaning((post) => post.isQuote);
      return undefined;
    case "has":
      if (value === "links") return leaning((post) => post.links.length > 0);
      if (value === "mentions") return leaning((post) => post.mentions.length > 0);
      if (value === "hashtags") return leaning((post) => post.hashtags.length > 0);
      if (value === "media" || value === "images") return leaning((post) => post.hasMedia);
      return undefined;
    default:
      return undefined;
  }
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

const holds = (text: readonly string[], wanted: readonly string[]): boolean =>
  text.some((_, start) => wanted.every((word, i) => text[start + i] === word));
