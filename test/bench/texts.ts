import { readFileSync } from "node:fs";
import * as z from "zod";
import { perSecond } from "./clock.ts";

const Post = z.object({ text: z.string(), lang: z.string() });

/** The invented posts of the fixtures: short, lively, in three languages. */
export const posts = readFileSync(new URL("../fixtures/posts.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => Post.parse(JSON.parse(line)));

/** How many posts a second the work takes. @param times all posts, so often */
export const perPost = (times: number, work: (text: string) => unknown): number =>
  perSecond(times, () => {
    for (const { text } of posts) work(text);
  }) * posts.length;
