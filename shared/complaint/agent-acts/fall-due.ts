import type { CaseChange, CaseFile, Wake } from "../case-file.ts";
import type { Draft } from "../draft.ts";
import type { ApprovalId, Instant } from "../ids.ts";
import { givesAfterAll } from "../overturned.ts";
import { type CarePromise, RING_BEFORE_MS, type StoreNote, type StoreOrder } from "../promise.ts";
import { after } from "./act.ts";

/** What an approval makes due besides its words. Fields are absent where there is nothing, or where it is due already. */
export type FallenDue = Pick<CaseChange, "orders" | "notes" | "promises"> & {
  readonly grants?: readonly [CaseFile["grants"][number]];
};

/**
 * What falls due when the first text of an approval is claimed, or has been posted by hand: the remedy is due, the
 * place has its order and the promise its owner, before anything else is said. Asked a second time it gives nothing.
 *
 * @param wakeAt makes the promise's wake; it rings a quarter of an hour before the promise is late
 */
export function fallDue(
  file: CaseFile,
  draft: Draft,
  about: { readonly approvalId: ApprovalId; readonly now: Instant; readonly wakeAt: (at: Instant) => Wake },
): FallenDue {
  const { approvalId, now, wakeAt } = about;
  const of = { caseId: file.case.id, brand: file.case.brand };
  const grant = file.grants.find((each) => each.approvalId === approvalId && each.state === "RESERVED");
  const isOrdered = file.orders.some((order) => order.approvalId === approvalId);
  const isPromised = file.promises.some((promise) => promise.id === approvalId);
  const told = overturnedStore(file, draft);
  const isTold = file.notes?.some((note) => note.approvalId === approvalId) === true;
  const order: StoreOrder | undefined =
    draft.order === undefined || isOrdered
      ? undefined
      : {
          ...of,
          approvalId,
          ...draft.order,
          ...whatIn(draft),
          ...(told === draft.order.store ? { overturned: true } : {}),
          state: "open",
        };
  const promise: CarePromise | undefined =
    draft.promise === undefined || isPromised
      ? undefined
      : { ...draft.promise, ...of, id: approvalId, madeAt: now, state: "open", rev: 0 };
  return {
    ...(grant === undefined
      ? {}
      : { grants: [{ ...grant, state: "DUE", updatedAt: now, rev: grant.rev + 1 }] }),
    ...(order === undefined ? {} : { orders: [order] }),
    ...(told === undefined || isTold || draft.order?.store === told
      ? {}
      : { notes: [noteFor(draft, { ...of, approvalId, store: told, at: now })] }),
    ...(promise === undefined
      ? {}
      : { promises: [{ promise, wake: wakeAt(after(promise.dueAt, -RING_BEFORE_MS)) }] }),
  };
}

/** The place does not read the case: what it is to do stands in its order. */
function whatIn({ remedy }: Draft): Pick<StoreOrder, "kind" | "value"> {
  if (remedy === undefined) return {};
  return { kind: remedy.kind, ...(remedy.value === undefined ? {} : { value: remedy.value }) };
}

/** The store whose no this answer turns into a yes. */
function overturnedStore(file: CaseFile, { remedy }: Draft): string | undefined {
  const { decision } = file;
  if (decision?.outcome !== "remedy" && decision?.outcome !== "escalate") return undefined;
  return remedy !== undefined && givesAfterAll(remedy.kind) ? decision.overturned?.store : undefined;
}

function noteFor(
  draft: Draft,
  about: Pick<StoreNote, "caseId" | "brand" | "approvalId" | "store" | "at">,
): StoreNote {
  const { remedy, order } = draft;
  const goods =
    order?.handOver ?? (remedy?.priceFrom?.kind === "price-list" ? remedy.priceFrom.id : undefined);
  return {
    ...about,
    kind: remedy?.kind ?? "attention",
    ...(remedy?.value === undefined ? {} : { value: remedy.value }),
    ...(goods === undefined ? {} : { goods }),
    state: "open",
  };
}
