import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { budgetRound } from "../../support/budget-round.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { startDynamoProxy } from "../../support/dynamo-proxy.ts";
import { conflictsWhileItLasts } from "../../support/transaction-conflicts.ts";

const AGENTS = 200;
const conflicts = conflictsWhileItLasts(1);
let close: () => Promise<void>;
beforeAll(async () => {
  const dynamo = await withDynamo();
  const proxy = await startDynamoProxy(dynamo.endpoint, () => false, conflicts);
  process.env["AWS_ENDPOINT_URL_DYNAMODB"] = proxy.endpoint;
  close = async () => {
    await proxy.close();
    await dynamo.close();
  };
});
afterAll(() => close());

// One round for each budget; all twenty are `npm run bench budgets`.
describe("two hundred agents who approve at once", () => {
  it.each([
    { binding: "brand-month", number: 0 },
    { binding: "agent-day", number: 1 },
    { binding: "customer-year", number: 2 },
  ])(
    "give up to the last cent of the $binding budget and not one more",
    async ({ binding, number }) => {
      const before = conflicts.met;
      const round = await budgetRound(careStores(CARE_TABLE), number, AGENTS);
      console.log({ ...round, refusedMinor: round.refusedMinor.length }, conflicts.met - before);
      expect(round.binding).toBe(binding);
      expect(round.counterMinor).toBe(round.grantedMinor);
      expect(round.counterMinor).toBeLessThanOrEqual(round.limitMinor);
      // Nobody is told no while there is room for them.
      const room = round.limitMinor - round.counterMinor;
      for (const asked of round.refusedMinor) expect(asked).toBeGreaterThan(room);
      expect(round.granted + round.takenBack + round.refusedMinor.length).toBe(AGENTS);
      expect(round.refusedMinor.length).toBeGreaterThan(20);
      expect(round.takenBack).toBeGreaterThan(0);
      expect(conflicts.met - before).toBeGreaterThan(AGENTS);
    },
    180_000,
  );
});
