import * as z from "zod";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { IncidentChanged } from "../../shared/events/incident-changed.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { eachRecord, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { applyIncidentStep } from "./apply-incident.ts";

const Env = z.object({ CARE_TABLE: z.string().min(1), BUS_NAME: z.string().min(1) });

export function makeHandler(environment: Environment) {
  const env = readEnv(Env, environment);
  const bus = eventBus(env.BUS_NAME);
  const ports = { ...careStores(env.CARE_TABLE), bus, clock: systemClock };
  return eachRecord(async (heard) => {
    const { meta, data } = readAs(IncidentChanged, heard);
    await bus.emit(
      await applyIncidentStep({ brand: meta.brand, incidentId: data.incidentId, causedBy: meta.id }, ports),
    );
  });
}

export const handler = lambda(makeHandler);
