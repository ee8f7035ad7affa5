import { readFileSync } from "node:fs";
import * as z from "zod";

const Post = z.object({ text: z.string(), lang: z.string() });

/** The invented posts of the fixtures: short, lively, in three languages. */
export const posts = readFileSync(new URL("../fixtures/posts.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => Post.parse(JSON.parse(line)));
