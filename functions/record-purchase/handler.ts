import * as z from "zod";
import { customerHistory } from "../../shared/adapters/customer-history.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { PurchaseMade, SHOP_SOURCE } from "../../shared/events/shop-events.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { eachRecord, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { recordPurchaseStep } from "./record-purchase.ts";

const Env = z.object({
  CUSTOMERS_TABLE: z.string().min(1),
  NAME_KEY_SECRET: z.string().min(1),
  BUS_NAME: z.string().min(1),
});

export function makeHandler(environment: Environment) {
  const env = readEnv(Env, environment);
  const customers = customerHistory(env.CUSTOMERS_TABLE, env.NAME_KEY_SECRET);
  const bus = eventBus(env.BUS_NAME);
  return eachRecord(async (heard) => {
    const { meta, data } = readAs(PurchaseMade, heard);
    const ports = { records: await customers(), clock: systemClock };
    const told = { brand: meta.brand, occurredAt: meta.occurredAt, causedBy: meta.id, ...data };
    await bus.emit(await recordPurchaseStep(told, ports));
  }, SHOP_SOURCE);
}

export const handler = lambda(makeHandler);
