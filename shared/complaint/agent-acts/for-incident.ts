import { type CaseFile, STEP_PATIENCE_MS } from "../case-file.ts";
import type { Instant } from "../ids.ts";
import type { Decision, Remedy } from "../remedy.ts";
import { type Actor, after, type Done, touched, type Wakes } from "./act.ts";

type Deciding = Extract<Decision, { outcome: "remedy" }>;
type SetForAll = Pick<Deciding, "remedy"> & { readonly incident: NonNullable<Deciding["incident"]> };

/** What an incident has set for this case, where the remedy is just that; an agent's own choice is the agent's. */
export function setForAll(
  { decision }: Pick<CaseFile, "decision">,
  remedy: Remedy | undefined,
): SetForAll | undefined {
  if (decision?.outcome !== "remedy" || decision.incident === undefined || remedy === undefined)
    return undefined;
  const set = decision.remedy;
  const isSame =
    set.kind === remedy.kind &&
    set.cost.minor === remedy.cost.minor &&
    set.value?.minor === remedy.value?.minor;
  return isSame ? { remedy: set, incident: decision.incident } : undefined;
}

/**
 * Sends a case back to be decided anew: an incident was opened, set or closed. A draft that stands keeps its version,
 * and the next one is written over it.
 *
 * The stage decides: in these nothing of the round is approved. A text of an earlier round that is still under way, as
 * a private one that waits on X for the writer's own, holds no case back: it would wait for what has been set, for
 * ever. Nothing goes out by this, and approving looks at what is under way.
 *
 * @returns undefined where there is nothing to decide anew
 */
export function decideAnew(
  file: CaseFile,
  input: { readonly now: Instant; readonly wakes: Pick<Wakes, "matched"> },
): Done | undefined {
  const { stage, lane } = file.case;
  if (stage !== "matched" && stage !== "decided" && stage !== "drafted") return undefined;
  return lane === "answer" ? toBeDecided(file, touched(file.case, input.now), input) : undefined;
}

/** The case as it is to be, put back to where it is decided. */
export function toBeDecided(
  file: CaseFile,
  of: ReturnType<typeof touched>,
  { now, wakes }: { readonly now: Instant; readonly wakes: Pick<Wakes, "matched"> },
): Done {
  const next = { ...of, stage: "matched" as const };
  const fact = {
    name: "author-matched" as const,
    caseVersion: next.version,
    decision: file.match?.decision ?? ("not-looked" as const),
  };
  return {
    change: { next, wake: wakes.matched(fact, file.case.id, after(now, STEP_PATIENCE_MS)) },
    tell: [fact],
  };
}

export type LeaveRefusal = { readonly refused: "not-in-incident" | "under-way" };

/** A person says that this is a matter of its own: it leaves the incident for good and is decided as any other. */
export function leaveIncident(
  file: CaseFile,
  input: { readonly by: Actor; readonly now: Instant; readonly wakes: Pick<Wakes, "matched"> },
): Done | LeaveRefusal {
  const { incident } = file.case;
  if (incident === undefined || incident.is === "left") return { refused: "not-in-incident" };
  const anew = decideAnew(file, input);
  if (anew === undefined) return { refused: "under-way" };
  const { by, now } = input;
  return {
    ...anew,
    change: {
      ...anew.change,
      next: { ...anew.change.next, incident: { id: incident.id, is: "left" } },
      incidents: [
        { member: { incident: incident.id, caseId: file.case.id, openedAt: file.case.openedAt, is: "left" } },
      ],
      audit: [{ at: now, by: by.id, did: "left-incident", what: incident.id }],
    },
  };
}
