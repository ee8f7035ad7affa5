import { describe, expect, it } from "vitest";
import { checkFields, checkGraphExchange, type GraphExchange } from "./facebook-spec.ts";

const comment = {
  id: "1_2",
  message: "hello",
  created_time: "2026-01-31T09:30:00+0000",
  from: { id: "7", name: "Matti" },
  like_count: 0,
  can_reply_privately: true,
  parent: { id: "1_1" },
  comments: { data: [{ id: "1_3" }], paging: { cursors: { before: "a", after: "a" } } },
};
const reading = (responseBody: unknown, more: Partial<GraphExchange> = {}): GraphExchange => ({
  method: "GET",
  path: "/v26.0/1_2/comments",
  query: { fields: "id", filter: "stream", access_token: "t" },
  status: 200,
  responseBody,
  ...more,
});

it("a comment as published has no violation", () => expect(checkFields("Comment", comment)).toEqual([]));

describe("a planted violation in a node is reported", () => {
  it.each([
    { when: "an unknown field", node: { ...comment, mood: "bad" }, says: "Comment.mood is not a field" },
    { when: "null instead of absence", node: { ...comment, from: null }, says: "from is null" },
    {
      when: "text instead of a number",
      node: { ...comment, like_count: "0" },
      says: "like_count is no unsigned int",
    },
    {
      when: "a time in another form",
      node: { ...comment, created_time: "2026-01-31T09:30:00Z" },
      says: "created_time",
    },
    {
      when: "an unknown field in a nested comment",
      node: { ...comment, comments: { data: [{ id: "1", mood: 1 }] } },
      says: "comments[0].mood",
    },
    {
      when: "an unknown field of a profile",
      node: { ...comment, from: { id: "7", shoe: 43 } },
      says: "from.shoe",
    },
    { when: "a list without data", node: { ...comment, comments: [] }, says: "not a list" },
  ])("$when", ({ node, says }) => expect(checkFields("Comment", node).join("\n")).toContain(says));
});

describe("a planted violation in an exchange is reported", () => {
  it.each([
    {
      when: "an unknown parameter",
      exchange: reading({ data: [] }, { query: { mood: "1" } }),
      says: "unknown parameter mood",
    },
    {
      when: "an extra key in a request",
      exchange: {
        method: "POST",
        path: "/1_2/comments",
        requestBody: { message: "hi", quiet: "1" },
        status: 200,
        responseBody: { id: "1_4" },
      },
      says: "unknown parameter quiet",
    },
    {
      when: "an unknown edge",
      exchange: reading({ data: [] }, { path: "/v26.0/1_2/moods" }),
      says: "no GET moods",
    },
    {
      when: "a list with something beside it",
      exchange: reading({ data: [], total: 1 }),
      says: "total is unknown",
    },
    {
      when: "an error without a trace",
      exchange: reading({ error: { message: "no", type: "OAuthException", code: 1 } }, { status: 400 }),
      says: "fbtrace_id",
    },
    {
      when: "an answer to a message without its id",
      exchange: {
        method: "POST",
        path: "/5/messages",
        requestBody: { recipient: {}, message: {} },
        status: 200,
        responseBody: { recipient_id: "7" },
      },
      says: "message_id",
    },
  ] satisfies { when: string; exchange: GraphExchange; says: string }[])("$when", ({ exchange, says }) =>
    expect(checkGraphExchange(exchange).join("\n")).toContain(says),
  );
});

it.each([
  { when: "an empty list", exchange: reading({ data: [] }) },
  {
    when: "a page that is not the last",
    exchange: reading({
      data: [comment],
      paging: { cursors: { before: "a", after: "b" }, next: "http://127.0.0.1/next" },
      summary: { order: "chronological", total_count: 2, can_comment: true },
    }),
  },
  {
    when: "a reply",
    exchange: {
      method: "POST",
      path: "/1_2/comments",
      requestBody: { message: "hi", fields: "id" },
      status: 200,
      responseBody: { id: "1_4" },
    },
  },
  {
    when: "a post by its id",
    exchange: reading({ id: "5_1", message: "x", is_published: true }, { path: "/5_1", query: {} }),
  },
] satisfies { when: string; exchange: GraphExchange }[])("$when has no violation", ({ exchange }) =>
  expect(checkGraphExchange(exchange)).toEqual([]),
);
