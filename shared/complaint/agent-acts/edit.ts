import type { CaseFile } from "../case-file.ts";
import type { Draft, Finding, PromisedAct } from "../draft.ts";
import type { AgentId, Instant, Lang } from "../ids.ts";
import type { RemedyChoice } from "../inside-mandate.ts";
import { remedyInsideMandate } from "../inside-mandate.ts";
import type { Decision, Remedy } from "../remedy.ts";
import {
  type Actor,
  bandNow,
  currentDraft,
  type Done,
  homeDesk,
  isUnderWay,
  nextDraftVersion,
  touched,
} from "./act.ts";

/** What the agent has chosen to give: what stands, nothing, one that was offered, or an own choice. */
export type RemedyWish =
  | { readonly wish: "keep" }
  | { readonly wish: "none" }
  | { readonly wish: "offered"; readonly remedy: Remedy }
  | { readonly wish: "own"; readonly choice: RemedyChoice };

export type EditInput = {
  /** The version that was edited; 0 where there was no draft. */
  readonly basedOn: number;
  readonly publicText: string;
  /** Empty: no private message. */
  readonly privateText: string;
  readonly remedy: RemedyWish;
  /** Absent: the draft's own stands. */
  readonly promise?: PromisedAct | "none" | undefined;
  /** The order of words that were written anew for another remedy. */
  readonly order?: Draft["order"] | undefined;
  readonly signer: { readonly id: AgentId; readonly name: string };
  readonly lang: Lang;
  readonly by: Actor;
  readonly now: Instant;
  /** The decision with the mandate of the person who edits. */
  readonly decision: Decision | undefined;
  readonly lint: (draft: Omit<Draft, "findings" | "hash">) => readonly Finding[];
  readonly hashOf: (draft: Pick<Draft, "public" | "private" | "remedy">) => string;
};

export type EditRefusal =
  | {
      readonly refused:
        | "stale-draft"
        | "under-way"
        | "closed"
        | "no-public-text"
        | "nothing-to-give"
        | "frozen";
    }
  | { readonly refused: "below-floor"; readonly core: Remedy };

/**
 * A new version of the answer, with its own findings and hash, which needs its own approval. Also how an agent writes
 * the first one where none was drafted.
 *
 * A remedy beyond the mandate may be written down, so that it can go to a manager as a proposal; approving it is
 * another matter. One below what everybody with the loss gets is a no at once.
 */
export function edit(file: CaseFile, input: EditInput): Done | EditRefusal {
  const { stage } = file.case;
  if (stage === "closed") return { refused: "closed" };
  if (file.deliveries.some(isUnderWay)) return { refused: "under-way" };
  // One remedy and one text for all: an answer of its own has a case that a person takes out of the incident.
  if (file.decision?.outcome === "frozen" && stage === "decided") return { refused: "frozen" };
  const before = currentDraft(file);
  if ((before?.version ?? 0) !== input.basedOn) return { refused: "stale-draft" };
  if (input.publicText.trim() === "") return { refused: "no-public-text" };
  const remedy = wished(before, input);
  if (remedy !== undefined && "refused" in remedy) return remedy;

  const { by, now } = input;
  const version = nextDraftVersion(file);
  const promise = input.promise === "none" ? undefined : (input.promise ?? before?.promise);
  const { decision } = file;
  const lossKey =
    before?.lossKey ??
    (decision?.outcome === "remedy" || decision?.outcome === "escalate" ? decision.lossKey : undefined);
  const unhashed = {
    caseId: file.case.id,
    version,
    lang: input.lang,
    public: { text: input.publicText.trim(), replyTo: file.case.answerTo },
    ...(input.privateText.trim() === ""
      ? {}
      : { private: { text: input.privateText.trim(), to: recipientOf(file) } }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(lossKey === undefined ? {} : { lossKey }),
    ...(promise === undefined ? {} : { promise }),
    ...orderIn(before, input),
    signer: input.signer,
    writtenBy: by.id,
    writtenAt: now,
    reasons: [...(before?.reasons ?? [])],
  };
  const draft: Draft = { ...unhashed, hash: input.hashOf(unhashed), findings: [...input.lint(unhashed)] };
  const { desk } = file.case;
  return {
    change: {
      next: {
        ...touched(file.case, now),
        stage: "drafted",
        draftVersion: version,
        desk: desk === "agents" || desk === "managers" ? desk : homeDesk(file),
        trouble: undefined,
        band: bandNow(file),
      },
      draft,
      audit: [{ at: now, by: by.id, did: "edited", what: `v${version}` }],
    },
    tell: [],
  };
}

/** An order is for one remedy, and only words that name its code may send anybody there. */
function orderIn(before: Draft | undefined, input: EditInput): Pick<Draft, "order"> {
  const order = input.order ?? (input.remedy.wish === "keep" ? before?.order : undefined);
  return order !== undefined && input.privateText.includes(order.code) ? { order } : {};
}

/** Where the private message goes: to the comment on Facebook, to the person on X. Never from what was typed. */
const recipientOf = (file: CaseFile) =>
  file.case.channel === "x" && file.case.author ? file.case.author : file.case.answerTo;

/** The remedy that a wish comes to; one beyond the mandate is still a proposal. */
export function wished(
  before: Draft | undefined,
  input: Pick<EditInput, "remedy" | "decision">,
): Remedy | undefined | EditRefusal {
  switch (input.remedy.wish) {
    case "keep":
      return before?.remedy;
    case "none":
      return undefined;
    case "offered":
      return input.remedy.remedy;
    case "own": {
      if (!input.decision) return { refused: "nothing-to-give" };
      const check = remedyInsideMandate(input.decision, input.remedy.choice);
      if (check.ok || check.why === "limit") return check.remedy;
      if (check.why === "below-floor") return { refused: "below-floor", core: check.core };
      return { refused: "nothing-to-give" };
    }
  }
}
