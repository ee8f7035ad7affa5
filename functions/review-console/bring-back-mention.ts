import { type Actor, ASSESS_AGAIN_MS } from "../../shared/complaint/agent-acts/act.ts";
import { bringBack, bringBackInto } from "../../shared/complaint/agent-acts/bring-back.ts";
import type { BrandId, CaseId, MentionId } from "../../shared/complaint/ids.ts";
import { wordsUntil } from "../../shared/complaint/retention.ts";
import { later } from "../../shared/runtime/clock.ts";
import { perform, tell } from "./perform.ts";
import type { Ports } from "./ports.ts";
import { recordCorrection, type Verdict } from "./record-correction.ts";
import type { Refusal } from "./refusal.ts";
import { wakesFor } from "./tell.ts";

/**
 * Opens a case for what was set aside, or lets it join the writer's case in the thread. The case's id, or the no.
 * That it was wrongly set aside is a label to learn from: a complaint, unless the agent says otherwise.
 *
 * @param said what the agent says it is; `revision` absent: of the wording that stands now
 */
export async function bringBackMention(
  ports: Ports,
  brand: BrandId,
  id: MentionId,
  by: Actor,
  said: { readonly complaint: boolean; readonly revision?: Verdict["revision"] | undefined },
): Promise<CaseId | Refusal> {
  const [mention, assessment] = await Promise.all([
    ports.mentions.get(brand, id),
    ports.mentions.assessmentOf(brand, id),
  ]);
  if (mention === undefined || assessment === undefined) return { refused: "gone" };
  const now = ports.clock.now();
  const read = bringBack(mention, assessment, now);
  if ("refused" in read) return read;
  // Before the mention leaves the list: what fails here can be done again, and the same word stands once. What has
  // left it already, by a colleague's hand, is judged on the case's page.
  if (assessment.lane === "aside") {
    const verdict = { complaint: said.complaint, revision: said.revision ?? mention.revision };
    const no = await recordCorrection(ports, { mention, assessment }, verdict, by);
    // That a later word stands already is no reason to leave the mention where it is.
    if (no !== undefined && no.refused !== "conflict") return no;
  }
  // A complaint's words stay longer than those of what was set aside.
  const { retention } = (await ports.brands.active(brand)).file.playbook;
  const textUntil = wordsUntil(retention, read.assessment.lane, mention.seenAt);
  const thread = {
    brand,
    channel: mention.channel,
    rootId: mention.rootId,
    person: mention.author?.id ?? mention.id,
  };
  const standing = await ports.cases.caseIdOf(thread);
  if (standing !== undefined) {
    const joined = await perform(ports, brand, standing, (file, at) => {
      const result = bringBackInto(file, mention, assessment, { by, now: at.now });
      return result;
    });
    if (joined.ok) {
      await ports.mentions.saveAssessment(brand, { ...read.assessment, caseId: standing }, textUntil);
      return standing;
    }
    return joined.why === "no-such-case" ? { refused: "gone" } : joined.why;
  }
  const { opened } = read;
  const wake = wakesFor(brand, now).assessed(
    opened.id,
    opened.version,
    opened.lane,
    later(now, ASSESS_AGAIN_MS),
  );
  if ((await ports.cases.open(opened, thread, wake)) === "thread-taken") return { refused: "conflict" };
  // The case first: a mention that has left the list without a case would be lost.
  await ports.mentions.saveAssessment(brand, read.assessment, textUntil);
  await tell(ports, brand, opened.id, now, [
    { name: "case-assessed", caseVersion: opened.version, lane: opened.lane },
  ]);
  return opened.id;
}
