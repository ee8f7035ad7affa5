import { type Done, type Fact, isDone, type Wakes } from "../../shared/complaint/agent-acts/act.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { BrandId, CaseId, Instant } from "../../shared/complaint/ids.ts";
import { log } from "../../shared/runtime/log.ts";
import type { Ports } from "./ports.ts";
import type { Refusal } from "./refusal.ts";
import { eventOf, wakesFor } from "./tell.ts";

/** What an act works with beside the case. */
export type Moment = { readonly now: Instant; readonly wakes: Wakes };

export type Performed =
  | { readonly ok: true; readonly done: Done }
  | { readonly ok: false; readonly why: Refusal }
  | { readonly ok: false; readonly why: "no-such-case" };

/** Load, act, save, tell. The act is pure; the save is whole or not at all; the telling can be lost without harm. */
export async function perform(
  ports: Ports,
  brand: BrandId,
  id: CaseId,
  act: (file: CaseFile, at: Moment) => Promise<Done | Refusal> | Done | Refusal,
): Promise<Performed> {
  const file = await ports.cases.load(brand, id);
  if (!file) return { ok: false, why: "no-such-case" };
  const now = ports.clock.now();
  const result = await act(file, { now, wakes: wakesFor(brand, now) });
  if (!isDone(result)) return { ok: false, why: result };
  const saved = await ports.cases.save(result.change);
  switch (saved.outcome) {
    case "saved":
      await tell(ports, brand, id, now, result.tell);
      return { ok: true, done: result };
    case "conflict":
      return { ok: false, why: { refused: "conflict" } };
    case "loss-taken":
      return { ok: false, why: { refused: "loss-taken" } };
    case "limit":
      return { ok: false, why: { refused: "limit", scope: saved.scope } };
  }
}

/**
 * Puts the facts on the bus. What the person did is saved by now and stands; when the bus does not take it, the wake
 * that was saved with it tells it a minute later, so the person is not told of a failure that is none.
 */
export async function tell(
  ports: Ports,
  brand: BrandId,
  caseId: CaseId,
  occurredAt: Instant,
  facts: readonly Fact[],
): Promise<void> {
  if (facts.length === 0) return;
  try {
    await ports.bus.emit(facts.map((fact) => eventOf(fact, { brand, caseId, occurredAt })));
  } catch (error) {
    log.error("saved, but not told yet; its wake will", error, { brand, caseId });
  }
}
