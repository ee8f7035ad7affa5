import * as z from "zod";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { approvalOfDelivery } from "../../shared/complaint/ids.ts";
import { DeliveryMoved } from "../../shared/events/delivery-moved.ts";
import { ReplyWithdrawn } from "../../shared/events/reply-withdrawn.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { eachRecord, type Heard } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { Malformed } from "../../shared/runtime/errors.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { grantRemedy } from "./grant-remedy.ts";

const Env = z.object({ CARE_TABLE: z.string().min(1), BUS_NAME: z.string().min(1) });

export function makeHandler(environment: Environment) {
  const env = readEnv(Env, environment);
  const ports = { ...careStores(env.CARE_TABLE), clock: systemClock };
  const bus = eventBus(env.BUS_NAME);
  return eachRecord(async (heard) => bus.emit(await grantRemedy(read(heard), ports)));
}

function read({ detailType, detail }: Heard) {
  if (detailType === ReplyWithdrawn.detailType) {
    const { meta, data } = ReplyWithdrawn.parse(detail);
    return { brand: meta.brand, ...data, causedBy: meta.id };
  }
  if (detailType !== DeliveryMoved.detailType)
    throw new Malformed("grant-remedy", [`does not listen to ${detailType}`]);
  const { meta, data } = DeliveryMoved.parse(detail);
  return {
    brand: meta.brand,
    caseId: data.caseId,
    approvalId: approvalOfDelivery(data.deliveryId),
    causedBy: meta.id,
  };
}

export const handler = lambda(makeHandler);
