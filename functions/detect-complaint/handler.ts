import * as z from "zod";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { MentionCollected } from "../../shared/events/mention-collected.ts";
import { MentionRemoved } from "../../shared/events/mention-removed.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { eachRecord, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { detectComplaint, forgetMention } from "./detect-complaint.ts";

const Env = z.object({ CARE_TABLE: z.string().min(1), BUS_NAME: z.string().min(1) });

export function makeHandler(environment: Environment) {
  const env = readEnv(Env, environment);
  const ports = { ...careStores(env.CARE_TABLE), clock: systemClock };
  const bus = eventBus(env.BUS_NAME);
  return eachRecord(async (event) => {
    const contract = event.detailType === MentionRemoved.detailType ? MentionRemoved : MentionCollected;
    const { meta, data } = readAs(contract, event);
    const heard = { brand: meta.brand, causedBy: meta.id, mentionId: data.mentionId };
    const step = contract === MentionRemoved ? forgetMention : detectComplaint;
    await bus.emit(await step(heard, ports));
  });
}

export const handler = lambda(makeHandler);
