import { advance } from "../../shared/complaint/advance.ts";
import { paidAtPlace } from "../../shared/complaint/agent-acts/settle-order.ts";
import { released } from "../../shared/complaint/agent-acts/withdraw.ts";
import type { CaseChange, CaseFile } from "../../shared/complaint/case-file.ts";
import type { Grant } from "../../shared/complaint/grant.ts";
import type { ApprovalId, BrandId, CaseId, Instant } from "../../shared/complaint/ids.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { GrantMoved } from "../../shared/events/grant-moved.ts";
import type { BrandStore } from "../../shared/ports/brand-store.ts";
import type { CaseStore } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";

export type GrantPorts = { readonly cases: CaseStore; readonly brands: BrandStore; readonly clock: Clock };

/**
 * Moves the remedy of one approval to where its deliveries say it is: handed over to be paid out once the private
 * message stands, released when nothing was said or can be. An unknown outcome keeps it due. Run twice, or late, it
 * ends in the same state, since it looks at the states and not at the event.
 */
export async function grantRemedy(
  heard: {
    readonly brand: BrandId;
    readonly caseId: CaseId;
    readonly approvalId: ApprovalId;
    readonly causedBy: string;
  },
  ports: GrantPorts,
): Promise<readonly DomainEvent[]> {
  const file = await ports.cases.load(heard.brand, heard.caseId);
  const deliveries = file?.deliveries.filter((each) => each.approvalId === heard.approvalId) ?? [];
  const grant = file?.grants.find((each) => each.approvalId === heard.approvalId);
  if (file === undefined || deliveries.length === 0) return [];
  const now = ports.clock.now();
  const spoken = deliveries.find((each) => each.side === "private" && each.state === "SENT");
  const told = (state: Grant["state"], rev: number) =>
    grant === undefined || state === "RESERVED"
      ? []
      : [
          GrantMoved.make(
            { ...heard, occurredAt: now, key: `${grant.id}@${rev}` },
            { caseId: heard.caseId, grantId: grant.id, state },
          ),
        ];
  if (spoken !== undefined && (grant === undefined || grant.state === "DUE" || grant.state === "RESERVED")) {
    // The sent message's own wake asks for this step until it is saved once without it.
    await save({ ...handOver(file, grant, now), deliveries: [{ delivery: spoken }] }, ports);
    return grant === undefined ? [] : told(stateOf(file, grant).state, grant.rev + 1);
  }
  const isOff = deliveries.every((each) => each.state === "REFUSED" || each.state === "WITHDRAWN");
  if (isOff && grant !== undefined && (grant.state === "RESERVED" || grant.state === "DUE")) {
    const { timeZone } = (await ports.brands.active(heard.brand)).file.account;
    await save(
      { next: advance(file.case, now, {}), ...released(file, heard.approvalId, { now, timeZone }) },
      ports,
    );
    return told("RELEASED", grant.rev + 1);
  }
  return grant === undefined ? [] : told(grant.state, grant.rev);
}

function handOver(file: CaseFile, grant: Grant | undefined, now: Instant): CaseChange {
  return {
    next: advance(file.case, now, {}),
    ...(grant === undefined
      ? {}
      : {
          grants: [{ ...grant, ...stateOf(file, grant), updatedAt: now, rev: grant.rev + 1 }],
          audit: [{ at: now, by: "shopkeeper" as const, did: "granted" as const, what: grant.id }],
        }),
  };
}

/** What the place gave out before it was known that the message stood is not put on the list to pay out. */
function stateOf(file: CaseFile, grant: Grant): Pick<Grant, "state" | "payout"> {
  const order = file.orders.find((each) => each.approvalId === grant.approvalId && each.state === "done");
  return order === undefined
    ? { state: "HANDED_OVER" }
    : { state: "SETTLED", payout: paidAtPlace(order, "shopkeeper") };
}

async function save(change: CaseChange, ports: GrantPorts): Promise<void> {
  const { outcome } = await ports.cases.save(change);
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
}
