import type { CaseFile } from "../case-file.ts";
import type { Instant } from "../ids.ts";
import type { Playbook } from "../playbook.ts";
import { type Actor, type Done, toBeMatched, touched, type Wakes } from "./act.ts";
import { mandateRole } from "./signers-mandate.ts";

export type NameRefusal = {
  readonly refused: "no-such-situation" | "stop-case" | "under-way" | "closed";
};

/**
 * A person says what the matter is, where the reading found none or another: the case is matched, decided and drafted
 * again as that. A stop case stays one unless a manager says so. Nothing is given by this: what is, the playbook says.
 *
 * @param situation absent: none of the playbook's. The case is then the agent's to answer, with a pair that gives nothing.
 */
export function nameSituation(
  file: CaseFile,
  input: {
    readonly situation: string | undefined;
    readonly playbook: Pick<Playbook, "situations">;
    readonly by: Actor;
    readonly now: Instant;
    readonly wakes: Pick<Wakes, "assessed">;
  },
): Done | NameRefusal {
  const { situation, by, now, wakes } = input;
  const standing = file.case;
  if (standing.stage === "closed") return { refused: "closed" };
  if (standing.stage === "approved" || standing.stage === "answered") return { refused: "under-way" };
  if (standing.lane === "stop" && mandateRole(by.role) !== "manager") return { refused: "stop-case" };
  if (situation !== undefined && !input.playbook.situations.some(({ id }) => id === situation))
    return { refused: "no-such-situation" };
  const asks =
    situation === undefined
      ? { lane: "look" as const, lookReason: "no-situation" as const }
      : { lane: "answer" as const, lookReason: undefined };
  const next = { ...touched(standing, now), ...asks, situation, situationBy: by.id, stopCase: undefined };
  const { change, tell } = toBeMatched(next, { now, wakes });
  return {
    change: {
      ...change,
      audit: [{ at: now, by: by.id, did: "situation-named", what: situation ?? "none" }],
    },
    tell,
  };
}
