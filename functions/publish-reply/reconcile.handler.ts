import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { approvalOfDelivery, channelOf, channelOfCase } from "../../shared/complaint/ids.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { DeliveryDue } from "../../shared/events/delivery-due.ts";
import { MessageReceived } from "../../shared/events/message-received.ts";
import { OwnReplySeen } from "../../shared/events/own-reply-seen.ts";
import { eachRecord, type Heard } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { Malformed } from "../../shared/runtime/errors.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { PublishEnv, publishPorts } from "./publish-ports.ts";
import { messageReceived, ownReplySeen, publishReply } from "./publish-reply.ts";

export function makeHandler(environment: Environment) {
  const ports = publishPorts(environment);
  const bus = eventBus(readEnv(PublishEnv, environment).BUS_NAME);
  return eachRecord(async (heard) => bus.emit(await goOn(heard, ports)));
}

async function goOn(
  { detailType, detail }: Heard,
  ports: ReturnType<typeof publishPorts>,
): Promise<readonly DomainEvent[]> {
  if (detailType === DeliveryDue.detailType) {
    const { meta, data } = DeliveryDue.parse(detail);
    const approvalId = approvalOfDelivery(data.deliveryId);
    return publishReply(
      { brand: meta.brand, caseId: data.caseId, approvalId, causedBy: meta.id },
      ports(channelOfCase(data.caseId)),
    );
  }
  if (detailType === OwnReplySeen.detailType) {
    const { meta, data } = OwnReplySeen.parse(detail);
    const seen = { brand: meta.brand, reply: data.mentionId, parent: data.parentId, causedBy: meta.id };
    return ownReplySeen(seen, ports(channelOf(data.mentionId)));
  }
  if (detailType === MessageReceived.detailType) {
    const { meta, data } = MessageReceived.parse(detail);
    return messageReceived(
      { brand: meta.brand, from: data.from, causedBy: meta.id },
      ports(channelOf(data.from)),
    );
  }
  throw new Malformed("publish-reply", [`does not listen to ${detailType}`]);
}

export const handler = lambda(makeHandler);
