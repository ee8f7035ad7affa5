import * as z from "zod";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { log } from "../../shared/runtime/log.ts";
import { measure } from "../../shared/runtime/metrics.ts";
import { wakeOverdue } from "./wake-overdue.ts";

const Env = z.object({ CARE_TABLE: z.string().min(1), BUS_NAME: z.string().min(1) });

export function makeHandler(environment: Environment) {
  const env = readEnv(Env, environment);
  const ports = { ...careStores(env.CARE_TABLE), bus: eventBus(env.BUS_NAME), clock: systemClock };
  return async (_scheduled: unknown): Promise<void> => {
    const count = await wakeOverdue(ports);
    measure({ name: "Woken", value: count });
    if (count > 0) log.info("woke what was overdue", { count });
  };
}

export const handler = lambda(makeHandler);
