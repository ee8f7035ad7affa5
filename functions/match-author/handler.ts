import * as z from "zod";
import { customerHistory } from "../../shared/adapters/customer-history.ts";
import { lifetimeStore } from "../../shared/adapters/dynamodb/lifetime-store.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { CaseAssessed } from "../../shared/events/case-assessed.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { eachRecord, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { matchAuthorStep } from "./match-author.ts";

const Env = z.object({
  CARE_TABLE: z.string().min(1),
  CUSTOMERS_TABLE: z.string().min(1),
  NAME_KEY_SECRET: z.string().min(1),
  BUS_NAME: z.string().min(1),
});

export function makeHandler(environment: Environment) {
  const env = readEnv(Env, environment);
  const stores = careStores(env.CARE_TABLE);
  const history = customerHistory(env.CUSTOMERS_TABLE, env.NAME_KEY_SECRET);
  const lifetime = lifetimeStore(env.CUSTOMERS_TABLE);
  const bus = eventBus(env.BUS_NAME);
  return eachRecord(async (heard) => {
    const { meta, data } = readAs(CaseAssessed, heard);
    const ports = { ...stores, history: await history(), lifetime, clock: systemClock };
    await bus.emit(
      await matchAuthorStep({ brand: meta.brand, caseId: data.caseId, causedBy: meta.id }, ports),
    );
  });
}

export const handler = lambda(makeHandler);
