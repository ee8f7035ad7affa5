import { readFileSync } from "node:fs";
import * as z from "zod";
import { Channel, Lang } from "../../../shared/complaint/ids.ts";

const Post = z.object({
  id: z.string(),
  brand: z.enum(["kenttakauppa", "lounaspoyta"]),
  channel: Channel.default("facebook"),
  lang: Lang,
  text: z.string(),
  expect: z.object({ lane: z.string() }),
});
export type Post = z.infer<typeof Post>;

const FILES = ["posts", "blind", "more-en-sv", "more-fi", "unseen"];

/** The posts of the fixtures that ask for an answer, in the order of the files. */
export const posts = (): readonly Post[] =>
  FILES.flatMap((file) =>
    readFileSync(new URL(`../../fixtures/${file}.jsonl`, import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .flatMap((line) => {
        const read = Post.safeParse(JSON.parse(line));
        return read.success && read.data.expect.lane === "answer" ? [read.data] : [];
      }),
  );
