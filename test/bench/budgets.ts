import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { budgetRound } from "../support/budget-round.ts";
import { CARE_TABLE, withDynamo } from "../support/dynamo.ts";
import { startDynamoProxy } from "../support/dynamo-proxy.ts";
import { conflictsWhileItLasts } from "../support/transaction-conflicts.ts";

const ROUNDS = 20;
const AGENTS = 200;

/** Twenty rounds of two hundred agents who approve at once, each against another budget in turn. */
export async function benchBudgets(): Promise<void> {
  const dynamo = await withDynamo();
  const conflicts = conflictsWhileItLasts(1);
  const proxy = await startDynamoProxy(dynamo.endpoint, () => false, conflicts);
  process.env["AWS_ENDPOINT_URL_DYNAMODB"] = proxy.endpoint;
  console.log("round binding granted back refused again conflicts counter/granted/limit seconds");
  let wrong = 0;
  for (let number = 0; number < ROUNDS; number++) {
    const [from, before] = [performance.now(), conflicts.met];
    const round = await budgetRound(careStores(CARE_TABLE), number, AGENTS);
    const room = round.limitMinor - round.counterMinor;
    const isRight =
      round.counterMinor === round.grantedMinor &&
      room >= 0 &&
      round.refusedMinor.every((asked) => asked > room) &&
      round.granted + round.takenBack + round.refusedMinor.length === AGENTS;
    if (!isRight) wrong++;
    console.log(
      `${number} ${round.binding} ${round.granted} ${round.takenBack} ${round.refusedMinor.length} ${round.again} ${conflicts.met - before} ${round.counterMinor}/${round.grantedMinor}/${round.limitMinor} ${((performance.now() - from) / 1000).toFixed(1)} ${isRight ? "" : "WRONG"}`,
    );
  }
  console.log(
    `${ROUNDS - wrong} of ${ROUNDS} rounds end with the counter equal to what stands granted, within the limit, and nobody refused for whom there is room`,
  );
  await proxy.close();
  await dynamo.close();
}
