/**
 * What agents get of complaints in words of their own: `npx tsx test/eval/situations.ts test/sets/situations.test.jsonl`.
 * Prints, of the complaints, how many get the right situation by a phrase, a wrong one, or none with the right one
 * among those that are proposed; where the rest goes; and what becomes of posts that complain of nothing.
 */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { mentionId } from "../../shared/complaint/ids.ts";
import { assess } from "../../shared/language/assess.ts";
import { exampleBrand } from "../language/reply-world.ts";

/** `label`: the situation's id, `other`, or what the post is if no complaint; `also`: others that could be defended. */
const Post = z.object({
  brand: z.enum(["kenttakauppa", "lounaspoyta"]),
  text: z.string(),
  label: z.string(),
  also: z.array(z.string()),
});
const NO_COMPLAINT = new Set(["praise", "question", "thanks", "news", "chatter", "stop"]);

const brands = { kenttakauppa: exampleBrand("kenttakauppa"), lounaspoyta: exampleBrand("lounaspoyta") };
const counts = new Map<string, number>();
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);

for (const file of process.argv.slice(2))
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const { brand, text, label, also } = Post.parse(JSON.parse(line));
    const { playbook } = brands[brand];
    const { situation, maybe, lane } = assess(
      { mention: mentionId("facebook", "1"), revision: 0, text, hasMedia: false, playbook },
      "2026-06-01T00:00:00.000Z",
    );
    if (NO_COMPLAINT.has(label)) {
      count(`no plain complaint: ${label} → ${lane}`);
      continue;
    }
    const right = [label, ...also];
    count("complaints");
    if (lane !== "answer" && lane !== "look") count(`complaint → ${lane}`);
    else {
      const found = situation === undefined ? "none found" : right.includes(situation) ? "right" : "wrong";
      const isProposed = maybe?.some((id) => right.includes(id)) ?? false;
      count(
        `complaint, situation ${found}${found === "right" ? "" : isProposed ? ", right one proposed" : ""}`,
      );
    }
  }
for (const [what, times] of [...counts].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${String(times).padStart(4)}  ${what}`);
