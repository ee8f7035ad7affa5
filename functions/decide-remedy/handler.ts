import * as z from "zod";
import { knownCustomersIn } from "../../shared/adapters/dynamodb/customers/known-customers.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { AuthorMatched } from "../../shared/events/author-matched.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { eachRecord, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { decideRemedyStep } from "./decide-remedy.ts";

const Env = z.object({
  CARE_TABLE: z.string().min(1),
  CUSTOMERS_TABLE: z.string().min(1),
  BUS_NAME: z.string().min(1),
});

export function makeHandler(environment: Environment) {
  const env = readEnv(Env, environment);
  const stores = careStores(env.CARE_TABLE);
  const history = knownCustomersIn(env.CUSTOMERS_TABLE);
  const bus = eventBus(env.BUS_NAME);
  return eachRecord(async (heard) => {
    const { meta, data } = readAs(AuthorMatched, heard);
    const ports = { ...stores, history, clock: systemClock };
    await bus.emit(
      await decideRemedyStep({ brand: meta.brand, caseId: data.caseId, causedBy: meta.id }, ports),
    );
  });
}

export const handler = lambda(makeHandler);
