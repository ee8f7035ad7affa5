import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type BusEntry, startAwsEndpoint } from "../../../infra/local/aws-endpoint.ts";
import { eventBus } from "../../../shared/adapters/eventbridge/event-bus.ts";
import { BrandId, mentionId } from "../../../shared/complaint/ids.ts";
import { MentionRemoved } from "../../../shared/events/mention-removed.ts";

let aws: Awaited<ReturnType<typeof startAwsEndpoint>>;
let calls: (readonly BusEntry[])[];
let leavesBehind: (entry: number) => boolean;
let entries = 0;

beforeAll(async () => {
  aws = await startAwsEndpoint({
    events: (taken) => calls.push(taken),
    failEntry: () => leavesBehind(entries++),
    secrets: {},
  });
  process.env["AWS_ENDPOINT_URL_EVENTBRIDGE"] = aws.url;
  process.env["AWS_REGION"] = "eu-north-1";
  process.env["AWS_ACCESS_KEY_ID"] = "local";
  process.env["AWS_SECRET_ACCESS_KEY"] = "local";
});
beforeEach(() => {
  calls = [];
  entries = 0;
  leavesBehind = () => false;
});
afterAll(() => aws.close());

const events = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    MentionRemoved.make(
      { brand: BrandId.parse("shop"), occurredAt: "2026-03-02T09:00:00.000Z", key: `x:${at}` },
      { mentionId: mentionId("x", String(at)) },
    ),
  );
const idOf = ({ detail }: BusEntry) => JSON.stringify(detail);

it("sends many events in calls of ten, each once and in order", async () => {
  await eventBus("bus").emit(events(23));
  expect(calls.map((call) => call.length)).toEqual([10, 10, 3]);
  expect(calls.flat().map(idOf)).toEqual(events(23).map(({ detail }) => JSON.stringify(detail)));
});

it.each([
  { when: "the first entry", at: 0, taken: 9 },
  { when: "one in the second call", at: 14, taken: 19 },
  { when: "the last entry", at: 22, taken: 22 },
])("fails when EventBridge leaves $when behind, so that the caller comes again", async ({ at, taken }) => {
  leavesBehind = (entry) => entry === at;
  await expect(eventBus("bus").emit(events(23))).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/left 1 of \d+ events behind/),
  });
  expect(calls.flat()).toHaveLength(taken);
  // The second time the same events have the same ids: a receiver that has one already takes it for the same.
  leavesBehind = () => false;
  await eventBus("bus").emit(events(23));
  expect(new Set(calls.flat().map(idOf)).size).toBe(23);
});

it("does not call for nothing", async () => {
  await eventBus("bus").emit([]);
  expect(calls).toEqual([]);
});
