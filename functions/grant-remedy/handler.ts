import * as z from "zod";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { approvalOfDelivery } from "../../shared/complaint/ids.ts";
import { DeliveryMoved } from "../../shared/events/delivery-moved.ts";
import { ReplyWithdrawn } from "../../shared/events/reply-withdrawn.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { eachRecord, type Heard, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { grantRemedy } from "./grant-remedy.ts";

const Env = z.object({ CARE_TABLE: z.string().min(1), BUS_NAME: z.string().min(1) });

export function makeHandler(environment: Environment) {
  const env = readEnv(Env, environment);
  const ports = { ...careStores(env.CARE_TABLE), clock: systemClock };
  const bus = eventBus(env.BUS_NAME);
  return eachRecord(async (heard) => bus.emit(await grantRemedy(read(heard), ports)));
}

function read(heard: Heard) {
  if (heard.detailType === ReplyWithdrawn.detailType) {
    const { meta, data } = readAs(ReplyWithdrawn, heard);
    return { brand: meta.brand, ...data, causedBy: meta.id };
  }
  const { meta, data } = readAs(DeliveryMoved, heard);
  return {
    brand: meta.brand,
    caseId: data.caseId,
    approvalId: approvalOfDelivery(data.deliveryId),
    causedBy: meta.id,
  };
}

export const handler = lambda(makeHandler);
