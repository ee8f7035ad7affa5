import * as z from "zod";
import type { Actor } from "../../shared/complaint/agent-acts/act.ts";
import type { Assessment } from "../../shared/complaint/assessment.ts";
import type { Mention } from "../../shared/complaint/mention.ts";
import type { Ports } from "./ports.ts";
import type { Refusal } from "./refusal.ts";

/** What a form says of a mention: complaint or none, and of which wording. */
export const Verdict = z.object({
  complaint: z.enum(["yes", "no"]).transform((said) => said === "yes"),
  revision: z.coerce.number().int().min(0),
  /** Id of a situation, where one was named. */
  situation: z.string().optional(),
});
export type Verdict = z.infer<typeof Verdict>;

/**
 * Keeps an agent's word on a mention, as a label to learn from. Nothing else moves. Said of the wording that the agent
 * had in front of them: the writer may have changed it since.
 */
export async function recordCorrection(
  ports: Ports,
  about: { readonly mention: Mention; readonly assessment: Assessment | undefined },
  verdict: Verdict,
  by: Actor,
): Promise<Refusal | undefined> {
  const { mention, assessment } = about;
  if (mention.byBrand) return { refused: "own-post" };
  // No page can have shown a wording that is not there yet.
  if (verdict.revision > mention.revision) return { refused: "bad-form" };
  const outcome = await ports.corrections.record({
    brand: mention.brand,
    mention: mention.id,
    revision: verdict.revision,
    complaint: verdict.complaint,
    ...(verdict.situation === undefined ? {} : { situation: verdict.situation }),
    lang: assessment?.lang ?? "other",
    by: by.id,
    at: ports.clock.now(),
  });
  switch (outcome) {
    case "recorded":
      return undefined;
    case "older":
      return { refused: "conflict" };
    case "gone":
      return { refused: "gone" };
  }
}
