import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import type { Assessment } from "../../shared/complaint/assessment.ts";
import { Lane } from "../../shared/complaint/assessment.ts";
import { mentionId } from "../../shared/complaint/ids.ts";
import { assess } from "../../shared/language/assess.ts";

const Expected = z.object({
  lane: Lane,
  situation: z.string().optional(),
  stopCase: z.string().optional(),
  asideReason: z.string().optional(),
  lookReason: z.string().optional(),
});
const Post = z.object({
  id: z.string(),
  brand: z.enum(["kenttakauppa", "lounaspoyta"]),
  channel: z.enum(["facebook", "x"]),
  text: z.string(),
  hasMedia: z.boolean().optional(),
  under: z.object({ text: z.string(), lane: Lane, situation: z.string().optional() }).optional(),
  expect: Expected,
});
const WithTwin = Post.extend({
  twin: z.object({
    changed: z.string(),
    text: z.string(),
    hasMedia: z.boolean().optional(),
    expect: Expected,
  }),
});

const playbooks = Object.fromEntries(
  (["kenttakauppa", "lounaspoyta"] as const).map((name) => {
    const read = parseBrand(
      readFileSync(new URL(`../../brands/${name}.yaml`, import.meta.url), "utf8"),
      name,
    );
    if (!read.ok) throw new Error(`${name} is broken`);
    return [name, read.brand.playbook];
  }),
);

function reading(post: z.infer<typeof Post>): Assessment {
  const playbook = playbooks[post.brand];
  if (playbook === undefined) throw new Error(`no brand ${post.brand}`);
  const [pageLang] = playbook.languages;
  const { under } = post;
  return assess(
    {
      mention: mentionId(post.channel, "2"),
      revision: 0,
      text: post.text,
      hasMedia: post.hasMedia ?? false,
      ...(pageLang === undefined ? {} : { pageLang }),
      ...(under === undefined
        ? {}
        : {
            context: {
              mention: mentionId(post.channel, "1"),
              lane: under.lane,
              text: under.text,
              ...(under.situation === undefined ? {} : { situation: under.situation }),
            },
          }),
      playbook,
    },
    "2026-11-22T10:00:00.000Z",
  );
}

const posts = readFileSync(new URL("../fixtures/posts.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => WithTwin.parse(JSON.parse(line)));

/** What stands of a result, in the fields that decide what happens to a post. */
const outcome = (of: Assessment) => ({
  lane: of.lane,
  // In the other lanes a situation is a hint that nothing is decided by.
  ...(of.lane === "answer" ? { situation: of.situation } : {}),
  ...(of.lane === "stop" ? { stopCase: of.stopCase } : {}),
  ...(of.lane === "aside" ? { asideReason: of.asideReason } : {}),
  ...(of.lane === "look" ? { lookReason: of.lookReason } : {}),
});
const kindsOf = (of: Assessment) => [...new Set(of.cues.map((cue) => cue.kind))].sort();

describe("the invented posts land where they belong", () => {
  it.each(posts)("$id", (post) => {
    expect(outcome(reading(post))).toMatchObject(post.expect);
  });

  it.each(posts)("$id, with one fact changed: $twin.changed", (post) => {
    const twin = { ...post, ...post.twin };
    const [before, after] = [reading(post), reading(twin)];
    expect(outcome(after)).toMatchObject(post.twin.expect);
    expect({ ...outcome(after), kinds: kindsOf(after) }).not.toEqual({
      ...outcome(before),
      kinds: kindsOf(before),
    });
  });

  it("has at least forty posts", () => {
    expect(posts.length).toBeGreaterThanOrEqual(40);
  });
});
