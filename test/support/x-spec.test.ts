import { describe, expect, it } from "vitest";
import { checkExchange, type XExchange } from "./x-spec.ts";

const lookup = (responseBody: unknown, more: Partial<XExchange> = {}): XExchange => ({
  method: "GET",
  path: "/2/tweets",
  query: { ids: "1,2", "tweet.fields": "author_id,created_at" },
  status: 200,
  responseBody,
  ...more,
});
const post = { id: "1", text: "hello", edit_history_tweet_ids: ["1"], author_id: "7" };
const missing = {
  type: "https://api.twitter.com/2/problems/resource-not-found",
  title: "Not Found Error",
  parameter: "ids",
  value: "2",
  resource_id: "2",
  resource_type: "tweet",
};
const reply = (requestBody: unknown): XExchange => ({
  method: "POST",
  path: "/2/tweets",
  requestBody,
  status: 201,
  responseBody: { data: { id: "3", text: "hi" } },
});

describe("an exchange as the document says", () => {
  it.each([
    {
      when: "a lookup with data and a part that is missing",
      exchange: lookup({ data: [post], errors: [missing] }),
    },
    { when: "a reply", exchange: reply({ text: "hi", reply: { in_reply_to_tweet_id: "1" } }) },
    {
      when: "an invalid request with its list of errors",
      exchange: lookup(
        {
          type: "https://api.twitter.com/2/problems/invalid-request",
          title: "Invalid Request",
          status: 400,
          errors: [{ message: "no", parameters: { ids: ["x"] } }],
        },
        { status: 400, query: { ids: "x" } },
      ),
    },
    {
      when: "the old form of an error",
      exchange: lookup({ code: 88, message: "Rate limit exceeded" }, { status: 429 }),
    },
  ])("$when has no violation", ({ exchange }) => expect(checkExchange(exchange)).toEqual([]));
});

describe("a planted violation is reported", () => {
  it.each([
    {
      when: "an unknown field of a post",
      exchange: lookup({ data: [{ ...post, mood: "bad" }] }),
      says: "mood",
    },
    {
      when: "an unknown field in entities, behind allOf",
      exchange: lookup({
        data: [{ ...post, entities: { urls: [{ start: 0, end: 3, url: "https://t.co/a", clicks: 2 }] } }],
      }),
      says: "clicks",
    },
    { when: "an unknown field at the top", exchange: lookup({ data: [post], next: "x" }), says: "next" },
    {
      when: "null instead of absence",
      exchange: lookup({ data: [{ ...post, in_reply_to_user_id: null }] }),
      says: "in_reply_to_user_id",
    },
    { when: "an empty list instead of absence", exchange: lookup({ data: [] }), says: "data" },
    { when: "a number as an id", exchange: lookup({ data: [{ ...post, id: 1 }] }), says: "id" },
    {
      when: "a time that is none",
      exchange: lookup({ data: [{ ...post, created_at: "yesterday" }] }),
      says: "created_at",
    },
    {
      when: "a member of another problem",
      exchange: lookup({ errors: [{ type: "about:blank", title: "no", resource_id: "2" }] }),
      says: "resource_id",
    },
    {
      when: "a problem without what its type needs",
      exchange: lookup({
        errors: [{ ...missing, value: undefined }].map((one) => JSON.parse(JSON.stringify(one))),
      }),
      says: "value",
    },
    { when: "an extra key in a request", exchange: reply({ text: "hi", quiet: true }), says: "quiet" },
    {
      when: "an extra key deep in a request",
      exchange: reply({ text: "hi", reply: { in_reply_to_tweet_id: "1", to: "2" } }),
      says: "to",
    },
    {
      when: "an unknown parameter",
      exchange: lookup({ data: [post] }, { query: { ids: "1", fields: "id" } }),
      says: "fields",
    },
    {
      when: "a parameter out of bounds",
      exchange: {
        method: "GET",
        path: "/2/users/7/mentions",
        query: { max_results: "3" },
        status: 200,
        responseBody: { meta: { result_count: 0 } },
      },
      says: "max_results",
    },
    {
      when: "an unknown field asked for",
      exchange: lookup({ data: [post] }, { query: { ids: "1", "tweet.fields": "mood" } }),
      says: "tweet.fields",
    },
    {
      when: "a status that is not defined",
      exchange: lookup({ data: [post] }, { status: 204 }),
      says: "204",
    },
    {
      when: "an operation that does not exist",
      exchange: lookup({}, { path: "/2/nothing" }),
      says: "no operation",
    },
    {
      when: "an error that is no problem",
      exchange: lookup({ error: "no" }, { status: 503 }),
      says: "response",
    },
  ] satisfies { when: string; exchange: XExchange; says: string }[])("$when", ({ exchange, says }) =>
    expect(checkExchange(exchange).join("\n")).toContain(says),
  );
});
