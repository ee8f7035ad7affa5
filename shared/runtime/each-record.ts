import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type * as z from "zod";
import { Envelope, EVENT_SOURCE } from "../events/define-event.ts";
import { Malformed } from "./errors.ts";
import { log } from "./log.ts";

/** A contract as far as a receiver needs it. */
type Contract<Detail> = { readonly detailType: string; readonly detail: z.ZodType<Detail> };

/**
 * The detail of an event that the step listens to.
 *
 * @throws {Malformed} when it is another event, or another version of this one, and when it breaks the contract
 */
export function readAs<Detail>(contract: Contract<Detail>, { detailType, detail }: Heard): Detail {
  if (detailType !== contract.detailType)
    throw new Malformed(contract.detailType, [`${detailType} is not listened to here`]);
  const read = contract.detail.safeParse(detail);
  if (read.success) return read.data;
  throw new Malformed(contract.detailType, issuesOf(read.error));
}

const issuesOf = (error: z.ZodError): readonly string[] =>
  error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);

/** What a step gets from the bus: the name with its version, and the detail, still to be parsed by its contract. */
export type Heard = { readonly detailType: string; readonly detail: unknown };

/**
 * Unwraps the queue's records and answers with the failed ones only, so that one bad message does not hold up the rest.
 * The queue hands a failed record again, and after five times to the dead-letter queue.
 *
 * @param source who may have sent it; a step of ours hears nobody else
 */
export const eachRecord =
  (work: (heard: Heard) => Promise<void>, source: string = EVENT_SOURCE) =>
  (event: SQSEvent, context?: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(
      event,
      (record: SQSRecord) => openRecord(record, work, source),
      new BatchProcessor(EventType.SQS),
      {
        ...(context === undefined ? {} : { context }),
        throwOnFullBatchFailure: false,
      },
    );

async function openRecord(
  record: SQSRecord,
  work: (heard: Heard) => Promise<void>,
  source: string,
): Promise<void> {
  let heard: Heard | undefined;
  try {
    heard = readEnvelope(record.body, source);
    await work(heard);
  } catch (error) {
    log.error("step failed", error, {
      eventId: record.messageId,
      ...(heard === undefined ? {} : { detailType: heard.detailType }),
      ...(error instanceof Malformed ? { contract: error.contract, reason: error.issues.join("; ") } : {}),
    });
    throw error;
  }
}

function readEnvelope(body: string, source: string): Heard {
  let raw: unknown;
  try {
    raw = JSON.parse(body);
  } catch (cause) {
    throw new Malformed("queue message", ["the body is not JSON"], cause);
  }
  const envelope = Envelope.safeParse(raw);
  if (!envelope.success) throw new Malformed("queue message", issuesOf(envelope.error));
  if (envelope.data.source !== source)
    throw new Malformed("queue message", [`source: ${source} is listened to here`]);
  return { detailType: envelope.data["detail-type"], detail: envelope.data.detail };
}
