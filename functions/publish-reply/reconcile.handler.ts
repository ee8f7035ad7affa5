import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { approvalOfDelivery, channelOf, channelOfCase } from "../../shared/complaint/ids.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { DeliveryDue } from "../../shared/events/delivery-due.ts";
import { MessageReceived } from "../../shared/events/message-received.ts";
import { OwnReplySeen } from "../../shared/events/own-reply-seen.ts";
import { eachRecord, type Heard, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { messageReceived, ownReplySeen } from "./heard-outside.ts";
import { PublishEnv, publishPorts } from "./publish-ports.ts";
import { publishReply } from "./publish-reply.ts";

export function makeHandler(environment: Environment) {
  const ports = publishPorts(environment);
  const bus = eventBus(readEnv(PublishEnv, environment).BUS_NAME);
  return eachRecord(async (heard) => bus.emit(await goOn(heard, ports)));
}

async function goOn(heard: Heard, ports: ReturnType<typeof publishPorts>): Promise<readonly DomainEvent[]> {
  if (heard.detailType === DeliveryDue.detailType) {
    const { meta, data } = readAs(DeliveryDue, heard);
    const approvalId = approvalOfDelivery(data.deliveryId);
    return publishReply(
      { brand: meta.brand, caseId: data.caseId, approvalId, causedBy: meta.id },
      ports(channelOfCase(data.caseId)),
    );
  }
  if (heard.detailType === OwnReplySeen.detailType) {
    const { meta, data } = readAs(OwnReplySeen, heard);
    const seen = { brand: meta.brand, reply: data.mentionId, parent: data.parentId, causedBy: meta.id };
    return ownReplySeen(seen, ports(channelOf(data.mentionId)));
  }
  const { meta, data } = readAs(MessageReceived, heard);
  return messageReceived(
    { brand: meta.brand, from: data.from, causedBy: meta.id },
    ports(channelOf(data.from)),
  );
}

export const handler = lambda(makeHandler);
