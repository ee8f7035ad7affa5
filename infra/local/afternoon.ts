import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import type { OneMachine } from "./one-machine.ts";
import { Plain } from "./plain.ts";
import { writeWhole } from "./whole-file.ts";

/** One invented post; `under` names an earlier line that it answers. */
const AfternoonPost = z.object({
  brand: z.string(),
  channel: z.enum(["facebook", "x"]),
  author: z.object({ name: z.string(), handle: z.string().optional() }),
  text: z.string(),
  photo: z.boolean().optional(),
  under: z.int().min(0).optional(),
  dm: z.boolean().optional(),
});
type AfternoonPost = z.infer<typeof AfternoonPost>;

const Played = z.object({ ids: z.array(z.string()) });
/** The first few are there at once, so that the console is not empty; then one every so often. */
const AT_ONCE = 8;
const EVERY_MS = 20_000;

/** Lets the posts of one invented afternoon arrive, going on where an earlier run stopped. */
export function playAfternoon(machine: Pick<OneMachine, "facebook" | "x">, folder: string): { stop(): void } {
  const posts = readFileSync(path.join(import.meta.dirname, "seed/afternoon.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => AfternoonPost.parse(JSON.parse(line)));
  const file = path.join(folder, "afternoon.json");
  const ids = readPlayed(file);
  const next = (): boolean => {
    const post = posts[ids.length];
    if (post === undefined) return false;
    ids.push(writeOrSkip(post, ids, machine));
    writeWhole(file, JSON.stringify({ ids }));
    return true;
  };
  while (ids.length < AT_ONCE && next());
  const timer = setInterval(() => {
    if (!next()) clearInterval(timer);
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

function readPlayed(file: string): string[] {
  if (!existsSync(file)) return [];
  try {
    return Played.parse(JSON.parse(readFileSync(file, "utf8"))).ids;
  } catch (cause) {
    // Beginning from the front would write every post a second time.
    throw new Plain(
      `${file} cannot be read: it holds which posts of the afternoon have been written.\nPut the file back from a copy, or begin anew: rm -rf ${path.dirname(file)}`,
      { cause },
    );
  }
}

const SKIPPED = "";

/** What it answers may have been deleted by hand on the simulated page: then it has no place, and the rest goes on. */
function writeOrSkip(
  post: AfternoonPost,
  ids: readonly string[],
  machine: Pick<OneMachine, "facebook" | "x">,
): string {
  try {
    return write(post, ids, machine);
  } catch (error) {
    if (post.under === undefined) throw error;
    return SKIPPED;
  }
}

const PAGES: Readonly<Record<string, { readonly page: string; readonly handle: string }>> = {
  kenttakauppa: { page: "100100100100100", handle: "kenttakauppa" },
  lounaspoyta: { page: "100200200200200", handle: "lounaspoyta" },
};

/** Writes it as its author would, and gives the platform's id. */
function write(
  post: AfternoonPost,
  ids: readonly string[],
  { facebook, x }: Pick<OneMachine, "facebook" | "x">,
): string {
  const at = PAGES[post.brand];
  if (at === undefined) throw new Error(`the afternoon names an unknown brand: ${post.brand}`);
  const above = post.under === undefined ? undefined : ids[post.under];
  const { name, handle = name.replace(/\W/gu, "").slice(0, 15) } = post.author;
  const { text } = post;
  if (post.channel === "facebook") {
    if (post.dm === true) return facebook.world.message({ page: at.page, name, text }).id;
    if (above !== undefined) return facebook.world.comment({ name, on: above, text, photo: post.photo }).id;
    return facebook.world.post({ name, page: at.page, text, photo: post.photo }).id;
  }
  if (post.dm === true) return x.world.message({ handle, name, to: at.handle, text }).id;
  if (above !== undefined) return x.world.reply({ handle, name, to: above, text }).id;
  return x.world.post({ handle, name, text }).id;
}
