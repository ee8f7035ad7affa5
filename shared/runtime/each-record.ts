import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { Envelope } from "../events/define-event.ts";
import { Malformed } from "./errors.ts";
import { log } from "./log.ts";

/** What a step gets from the bus: the name with its version, and the detail, still to be parsed by its contract. */
export type Heard = { readonly detailType: string; readonly detail: unknown };

/**
 * Unwraps the queue's records and answers with the failed ones only, so that one bad message does not hold up the rest.
 * The queue hands a failed record again, and after five times to the dead-letter queue.
 */
export const eachRecord =
  (work: (heard: Heard) => Promise<void>) =>
  (event: SQSEvent, context?: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(
      event,
      (record: SQSRecord) => openRecord(record, work),
      new BatchProcessor(EventType.SQS),
      {
        ...(context === undefined ? {} : { context }),
        throwOnFullBatchFailure: false,
      },
    );

async function openRecord(record: SQSRecord, work: (heard: Heard) => Promise<void>): Promise<void> {
  const heard = readEnvelope(record.body);
  try {
    await work(heard);
  } catch (error) {
    log.error("step failed", error, { detailType: heard.detailType });
    throw error;
  }
}

function readEnvelope(body: string): Heard {
  let raw: unknown;
  try {
    raw = JSON.parse(body);
  } catch (cause) {
    throw new Malformed("queue message", ["the body is not JSON"], cause);
  }
  const envelope = Envelope.safeParse(raw);
  if (!envelope.success)
    throw new Malformed(
      "queue message",
      envelope.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    );
  return { detailType: envelope.data["detail-type"], detail: envelope.data.detail };
}
