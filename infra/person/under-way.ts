import { readCaseFile } from "../../shared/adapters/dynamodb/case-rows.ts";
import type { Row } from "../../shared/adapters/dynamodb/table.ts";
import type { CaseId } from "../../shared/complaint/ids.ts";

const MOVING: ReadonlySet<string> = new Set(["HELD", "SENDING", "UNKNOWN", "WAITING"]);
const OWED: ReadonlySet<string> = new Set(["RESERVED", "DUE", "HANDED_OVER"]);

/** Cases in which an answer is on its way or something is still owed: who is erased now would not get it. */
export function underWay(cases: ReadonlyMap<CaseId, readonly Row[]>): CaseId[] {
  return [...cases].flatMap(([id, rows]) => {
    const file = readCaseFile(rows);
    const moves = file?.deliveries.some(({ state }) => MOVING.has(state)) === true;
    const owes = file?.grants.some(({ state }) => OWED.has(state)) === true;
    return moves || owes ? [id] : [];
  });
}
