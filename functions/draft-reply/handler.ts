import * as z from "zod";
import { type CareStores, careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { RemedyDecided } from "../../shared/events/remedy-decided.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { eachRecord, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { draftReplyStep } from "./draft-reply.ts";
import type { WordByModel } from "./word-by-model.ts";

const Env = z.object({ CARE_TABLE: z.string().min(1), BUS_NAME: z.string().min(1) });

/** @param model gives the step a language model, where `model.handler.ts` brings one */
export function makeHandler(environment: Environment, model?: (stores: CareStores) => WordByModel) {
  const env = readEnv(Env, environment);
  const stores = careStores(env.CARE_TABLE);
  const ports = {
    ...stores,
    clock: systemClock,
    ...(model === undefined ? {} : { wordByModel: model(stores) }),
  };
  const bus = eventBus(env.BUS_NAME);
  return eachRecord(async (heard) => {
    const { meta, data } = readAs(RemedyDecided, heard);
    await bus.emit(
      await draftReplyStep({ brand: meta.brand, caseId: data.caseId, causedBy: meta.id }, ports),
    );
  });
}

export const handler = lambda(makeHandler);
