import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { channelOfCase } from "../../shared/complaint/ids.ts";
import { ReplyApproved } from "../../shared/events/reply-approved.ts";
import { eachRecord, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { PublishEnv, publishPorts } from "./publish-ports.ts";
import { publishReply } from "./publish-reply.ts";

export function makeHandler(environment: Environment) {
  const ports = publishPorts(environment);
  const bus = eventBus(readEnv(PublishEnv, environment).BUS_NAME);
  return eachRecord(async (heard) => {
    const { meta, data } = readAs(ReplyApproved, heard);
    const about = { brand: meta.brand, ...data, causedBy: meta.id };
    await bus.emit(await publishReply(about, ports(channelOfCase(data.caseId))));
  });
}

export const handler = lambda(makeHandler);
