import * as z from "zod";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { MatchExpired } from "../../shared/events/match-expired.ts";
import { MessageReceived } from "../../shared/events/message-received.ts";
import { OrderFellDue } from "../../shared/events/order-fell-due.ts";
import { PromiseFellDue } from "../../shared/events/promise-fell-due.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { eachRecord, readAs } from "../../shared/runtime/each-record.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { matchExpired, orderUnanswered, personAnswered, promiseFellDue } from "./follow-up.ts";

const Env = z.object({ CARE_TABLE: z.string().min(1) });

export function makeHandler(environment: Environment) {
  const ports = { ...careStores(readEnv(Env, environment).CARE_TABLE), clock: systemClock };
  return eachRecord(async (heard) => {
    if (heard.detailType === PromiseFellDue.detailType) {
      const { meta, data } = readAs(PromiseFellDue, heard);
      return promiseFellDue({ brand: meta.brand, ...data }, ports);
    }
    if (heard.detailType === OrderFellDue.detailType) {
      const { meta, data } = readAs(OrderFellDue, heard);
      return orderUnanswered({ brand: meta.brand, ...data }, ports);
    }
    if (heard.detailType === MatchExpired.detailType) {
      const { meta, data } = readAs(MatchExpired, heard);
      return matchExpired({ brand: meta.brand, ...data }, ports);
    }
    const { meta, data } = readAs(MessageReceived, heard);
    return personAnswered({ brand: meta.brand, ...data }, ports);
  });
}

export const handler = lambda(makeHandler);
