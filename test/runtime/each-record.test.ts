import type { SQSEvent } from "aws-lambda";
import { describe, expect, it, vi } from "vitest";
import { MentionCollected } from "../../shared/events/mention-collected.ts";
import { MentionRemoved } from "../../shared/events/mention-removed.ts";
import { eachRecord, readAs } from "../../shared/runtime/each-record.ts";
import { Malformed } from "../../shared/runtime/errors.ts";
import { log } from "../../shared/runtime/log.ts";

const good = {
  source: "shopkeeper",
  "detail-type": "mention-removed.v1",
  detail: {
    meta: { id: "mention-removed.v1:shop:x:1", occurredAt: "2026-03-02T09:00:00.000Z", brand: "shop" },
    data: { mentionId: "x:1" },
  },
};
const batch = (bodies: readonly string[]): SQSEvent => ({
  Records: bodies.map((body, at) => ({
    messageId: `m${at}`,
    receiptHandle: "",
    body,
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:local:0:q",
    awsRegion: "local",
  })),
});

describe("a batch with one bad message", () => {
  it.each([
    { when: "is not JSON", body: "{", contract: "queue message", reason: "the body is not JSON" },
    { when: "is empty", body: "", contract: "queue message", reason: "the body is not JSON" },
    { when: "is not an event", body: '"hello"', contract: "queue message", reason: "expected object" },
    {
      when: "comes from somebody else",
      body: JSON.stringify({ ...good, source: "aws.s3" }),
      contract: "queue message",
      reason: "source",
    },
    {
      when: "is an event of which nobody here knows",
      body: JSON.stringify({ ...good, "detail-type": "weather-changed.v1" }),
      contract: "mention-removed.v1",
      reason: "weather-changed.v1 is not listened to here",
    },
    {
      when: "is a later version",
      body: JSON.stringify({ ...good, "detail-type": "mention-removed.v2" }),
      contract: "mention-removed.v1",
      reason: "mention-removed.v2 is not listened to here",
    },
    {
      when: "breaks its contract",
      body: JSON.stringify({ ...good, detail: { ...good.detail, data: {} } }),
      contract: "mention-removed.v1",
      reason: "data.mentionId",
    },
  ])("fails only the one that $when, and says so in the log", async ({ body, contract, reason }) => {
    const told = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const done: string[] = [];
    const handler = eachRecord(async (heard) => {
      done.push(readAs(MentionRemoved, heard).data.mentionId);
    });
    const { batchItemFailures } = await handler(batch([JSON.stringify(good), body, JSON.stringify(good)]));
    expect(batchItemFailures).toEqual([{ itemIdentifier: "m1" }]);
    expect(done).toEqual(["x:1", "x:1"]);
    const [, error, fields] = told.mock.calls[0] ?? [];
    expect(error).toBeInstanceOf(Malformed);
    expect(fields).toMatchObject({ eventId: "m1", contract, reason: expect.stringContaining(reason) });
    told.mockRestore();
  });

  it("names the contract that was expected", () => {
    const heard = { detailType: MentionRemoved.detailType, detail: good.detail };
    expect(() => readAs(MentionCollected, heard)).toThrow(/mention-collected\.v1: mention-removed\.v1/);
  });
});
