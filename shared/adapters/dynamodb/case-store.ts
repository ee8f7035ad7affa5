import * as z from "zod";
import { type BudgetCharge, forgottenAt } from "../../complaint/budget.ts";
import type { Stage } from "../../complaint/case.ts";
import type { CaseChange } from "../../complaint/case-file.ts";
import { type AuthorId, type BrandId, CaseId, Instant } from "../../complaint/ids.ts";
import type { CaseStore } from "../../ports/case-store.ts";
import { caseRow, changeWrites, readCaseFile } from "./case-rows.ts";
import { keys, ttlOf } from "./keys.ts";
import { isNew, type Key, type Row, type Table, type Write } from "./table.ts";

/**
 * Cases in the care table. One case is one partition; every save is one transaction whose first condition is the
 * case's version, so that two writers can never both go on from the same state.
 */
export function caseStore(table: Table): CaseStore {
  const pointer = async (key: Key): Promise<CaseId | undefined> => {
    const row = await table.get(key);
    return row === undefined ? undefined : z.object({ caseId: CaseId }).parse(row).caseId;
  };
  const ofParticipant = async (brand: BrandId, person: AuthorId): Promise<readonly CaseId[]> => {
    const rows = await table.all(keys.participant(brand, person), "case#");
    return rows.map((row) => z.object({ caseId: CaseId }).parse(row).caseId);
  };
  return {
    caseIdOf: (thread) => pointer(keys.thread(thread)),
    caseOfParticipant: async (brand, person) => (await ofParticipant(brand, person)).at(-1),
    casesOfParticipant: (brand, person) => ofParticipant(brand, person),
    async casesOfCustomer(brand, customer) {
      const rows = await table.all(keys.customerCases(brand, customer), "case#");
      return rows.map((row) => z.object({ caseId: CaseId, openedAt: Instant }).parse(row));
    },
    async open(opened, thread, wake, replaces) {
      const writes: Write[] = [
        { put: caseRow(opened, wake), when: isNew },
        {
          put: { ...keys.thread(thread), caseId: opened.id },
          // Two mentions of one person read at once are one matter: the second to come finds the first and joins it.
          when: {
            expression: "attribute_not_exists(pk) OR caseId = :own OR caseId = :replaces",
            values: { ":own": opened.id, ":replaces": replaces ?? opened.id },
          },
        },
        ...changeWrites({
          next: opened,
          participant: opened.author,
          audit: [{ at: opened.openedAt, by: "shopkeeper", did: "opened", what: opened.answerTo }],
        }),
      ];
      const outcome = await table.transact(writes);
      if (outcome.done) return "opened";
      return outcome.failed.includes(0) ? "exists" : "thread-taken";
    },
    async load(brand, id) {
      return readCaseFile(await table.all(keys.casePartition(brand, id)));
    },
    async save(change) {
      const { next } = change;
      const over = (change.charges ?? []).find((charge) => charge.minor > charge.limitMinor);
      if (over !== undefined) return { outcome: "limit", scope: over.scope.kind };
      const own: Write = {
        put: await withStandingWake(table, caseRow(next, change.wake ?? undefined), change),
        when: {
          expression: "#version = :before",
          names: { "#version": "version" },
          values: { ":before": next.version - 1 },
        },
      };
      const rest = changeWrites(change);
      const charges = (change.charges ?? []).filter((charge) => charge.minor !== 0);
      const loss = lossWrites(change);
      const saved = await table.transact([own, ...rest, ...charges.map(chargeWrite), ...loss]);
      if (saved.done) return { outcome: "saved" };
      // The case's own version comes first: when it moved on, the other reasons were read from an old page.
      if (saved.failed.some((at) => at <= rest.length)) return { outcome: "conflict" };
      const limit = charges.find((_charge, at) => saved.failed.includes(1 + rest.length + at));
      return limit === undefined ? { outcome: "loss-taken" } : { outcome: "limit", scope: limit.scope.kind };
    },
  };
}

/** `ADD committed :c` if what is committed leaves room for it. Lowering asks nothing. */
function chargeWrite(charge: BudgetCharge): Write {
  const { ttl } = ttlOf(forgottenAt(charge.scope));
  const change = {
    expression: `ADD committed :minor${ttl === undefined ? "" : " SET #ttl = :ttl"}`,
    ...(ttl === undefined ? {} : { names: { "#ttl": "ttl" } }),
    values: { ":minor": charge.minor, ...(ttl === undefined ? {} : { ":ttl": ttl }) },
  };
  const update = keys.budget(charge.brand, charge.scope);
  if (charge.minor < 0) return { update, change };
  return {
    update,
    change,
    when: {
      expression: "attribute_not_exists(committed) OR committed <= :room",
      values: { ":room": charge.limitMinor - charge.minor },
    },
  };
}

function lossWrites(change: CaseChange): readonly Write[] {
  if (change.loss === undefined) return [];
  const key = keys.loss(change.next.brand, change.loss.key);
  return change.loss.act === "claim"
    ? [{ put: { ...key, caseId: change.next.id }, when: isNew }]
    : [
        {
          delete: key,
          when: {
            expression: "attribute_not_exists(pk) OR caseId = :case",
            values: { ":case": change.next.id },
          },
        },
      ];
}

/** Stages in which a step is still to come; in the others no case has a wake, and none is read for. */
const STAGES_OF_STEPS: ReadonlySet<Stage> = new Set(["detected", "matched", "decided"]);

/**
 * A save that says nothing of the wake and leaves the case in its stage leaves its wake too: what a step still waits
 * for is not forgotten because something else was written. Read before the write, and safe, since the write holds
 * only for the version that was read.
 */
async function withStandingWake(table: Table, row: Row, change: CaseChange): Promise<Row> {
  if (change.wake !== undefined || !STAGES_OF_STEPS.has(change.next.stage)) return row;
  const standing = await table.get({ pk: row.pk, sk: row.sk });
  if (standing === undefined || standing["version"] !== change.next.version - 1) return row;
  const { stage } = z.object({ stage: z.string() }).parse(standing["body"]);
  if (stage !== change.next.stage || standing["dueKey"] === undefined) return row;
  return { ...row, dueKey: standing["dueKey"], dueAt: standing["dueAt"], wakeEvent: standing["wakeEvent"] };
}
