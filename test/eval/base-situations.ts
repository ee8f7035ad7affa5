/**
 * What the whole base takes from a brand that chose its situations: how many posts of the fixtures get the situation
 * that was expected, with the example brand as it is and with all situations of the base it extends.
 * Run: npx tsx test/eval/base-situations.ts
 */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { situationsOf } from "../../shared/adapters/brand-file/bases.ts";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import { mentionId } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { assess } from "../../shared/language/assess.ts";

const FILES = ["posts", "blind", "unseen", "more-fi", "more-en-sv"];
const Post = z.object({
  brand: z.string(),
  text: z.string(),
  under: z.unknown().optional(),
  expect: z.object({ situation: z.string().optional() }),
});

const posts = FILES.flatMap((file) =>
  readFileSync(`test/fixtures/${file}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => Post.parse(JSON.parse(line))),
).filter(({ text, under }) => text !== "" && under === undefined);

const situationIn = (text: string, playbook: Playbook) =>
  assess(
    { mention: mentionId("facebook", "1"), revision: 0, text, hasMedia: false, pageLang: "fi", playbook },
    "2026-01-01T00:00:00.000Z",
  ).situation;

for (const [brand, base] of [
  ["kenttakauppa", "shop"],
  ["lounaspoyta", "restaurant"],
] as const) {
  const read = parseBrand(readFileSync(`brands/${brand}.yaml`, "utf8"), brand);
  if (!read.ok) throw new Error(`${brand} is broken`);
  const { playbook } = read.brand;
  const whole = { ...playbook, situations: [...situationsOf([base])] };
  const own = posts.filter((post) => post.brand === brand);
  const right = (used: Playbook) =>
    own.filter(({ text, expect }) => situationIn(text, used) === expect.situation).length;
  process.stdout.write(
    `${brand}: ${own.length} posts; as expected ${right(playbook)} with its ${playbook.situations.length} situations, ` +
      `${right(whole)} with all ${whole.situations.length} of ${base}\n`,
  );
}
