import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pipeline } from "../../infra/pipeline.ts";
import { AsideReason } from "../../shared/complaint/assessment.ts";
import {
  approvalIdOf,
  BrandId,
  CaseId,
  deliveryIdOf,
  grantIdOf,
  incidentIdOf,
} from "../../shared/complaint/ids.ts";
import { type DomainEvent, EVENT_SOURCE } from "../../shared/events/define-event.ts";
import { catalogue } from "../../shared/events/index.ts";
import { PurchaseMade, SHOP_SOURCE, shopCatalogue } from "../../shared/events/shop-events.ts";
import { readSample, sampleNames } from "../support/event-samples.ts";

const contracts = Object.values(catalogue);

const platformId = fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/);
const mention = fc.tuple(fc.constantFrom("facebook", "x"), platformId).map((parts) => parts.join(":"));
const caseId = fc
  .tuple(fc.constantFrom("facebook", "x"), platformId)
  .map(([channel, id]) => CaseId.parse(`case-${channel}-${id}`));
const approval = fc
  .tuple(caseId, fc.nat(99))
  .map(([of, version]) => ({ caseId: of, approvalId: approvalIdOf(of, version) }));
const delivery = fc
  .tuple(approval, fc.constantFrom("public" as const, "private" as const))
  .map(([of, side]) => ({ caseId: of.caseId, deliveryId: deliveryIdOf(of.approvalId, side), side }));
const count = fc.nat(1000);
const fromOne = fc.integer({ min: 1, max: 1000 });

const about = fc.record({
  brand: fc.stringMatching(/^[a-z][a-z0-9-]{1,30}$/).map((id) => BrandId.parse(id)),
  occurredAt: fc
    .date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString()),
  key: fc.string({ minLength: 1, maxLength: 60 }),
  causedBy: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
});
type About = typeof about extends fc.Arbitrary<infer T> ? T : never;

/** For each event, any facts that it may carry and how they are made into one. */
const made = <Data>(
  contract: { readonly make: (about: About, data: Data) => DomainEvent },
  data: fc.Arbitrary<Data>,
): fc.Arbitrary<{ event: DomainEvent; retold: DomainEvent; data: Data; said: About }> =>
  fc.tuple(about, about, data).map(([said, { occurredAt, causedBy }, facts]) => ({
    event: contract.make(said, facts),
    retold: contract.make({ ...said, occurredAt, causedBy }, facts),
    data: facts,
    said,
  }));

const c = catalogue;
const anyEvent = {
  MentionCollected: made(c.MentionCollected, fc.record({ mentionId: mention, revision: count })),
  MentionRemoved: made(c.MentionRemoved, fc.record({ mentionId: mention })),
  MentionSetAside: made(
    c.MentionSetAside,
    fc.record({ mentionId: mention, revision: count, reason: fc.constantFrom(...AsideReason.options) }),
  ),
  OwnReplySeen: made(c.OwnReplySeen, fc.record({ mentionId: mention, parentId: mention })),
  MessageReceived: made(c.MessageReceived, fc.record({ messageId: mention, from: mention })),
  CaseAssessed: made(
    c.CaseAssessed,
    fc.record({
      caseId,
      caseVersion: fromOne,
      lane: fc.constantFrom("answer" as const, "stop" as const, "look" as const),
    }),
  ),
  AuthorMatched: made(
    c.AuthorMatched,
    fc.record({
      caseId,
      caseVersion: fromOne,
      decision: fc.constantFrom("link" as const, "grey" as const, "none" as const),
    }),
  ),
  RemedyDecided: made(
    c.RemedyDecided,
    fc.record({
      caseId,
      caseVersion: fromOne,
      outcome: fc.constantFrom("remedy" as const, "escalate" as const),
    }),
  ),
  DraftWritten: made(c.DraftWritten, fc.record({ caseId, draftVersion: fromOne })),
  ReplyApproved: made(c.ReplyApproved, approval),
  ReplyWithdrawn: made(c.ReplyWithdrawn, approval),
  DeliveryMoved: made(
    c.DeliveryMoved,
    fc.tuple(delivery, count).map(([of, rev]) => ({ ...of, state: "SENT" as const, rev })),
  ),
  DeliveryDue: made(
    c.DeliveryDue,
    delivery.map(({ side: _, ...rest }) => rest),
  ),
  GrantMoved: made(
    c.GrantMoved,
    approval.map((of) => ({ caseId: of.caseId, grantId: grantIdOf(of.approvalId), state: "DUE" as const })),
  ),
  PromiseFellDue: made(c.PromiseFellDue, approval),
  OrderFellDue: made(c.OrderFellDue, approval),
  PurchaseRecorded: made(c.PurchaseRecorded, fc.record({ customerId: platformId, purchaseId: platformId })),
  CaseClosed: made(
    c.CaseClosed,
    fc.record({ caseId, because: fc.constantFrom("answered" as const, "thanks" as const) }),
  ),
  IncidentChanged: made(
    c.IncidentChanged,
    fc
      .tuple(fc.stringMatching(/^[a-z0-9]{4,8}$/), fromOne)
      .map(([signs, version]) => ({ incidentId: incidentIdOf("2026-11-20T09:15:00.000Z", signs), version })),
  ),
  MatchExpired: made(c.MatchExpired, fc.record({ caseId })),
} satisfies Record<keyof typeof catalogue, unknown>;

describe.each(Object.entries(catalogue))("%s", (key, contract) => {
  it("is named in the past tense, in words with hyphens, as its file and its place in the catalogue", () => {
    expect(contract.name).toMatch(/^[a-z]+(-[a-z]+)+$/);
    // `due` says that a time has come; every other name says what has happened.
    expect(contract.name).toMatch(/(ed|seen|due|written|withdrawn|set-aside)$/);
    const pascal = contract.name.replace(/(^|-)([a-z])/g, (_all, _hyphen, letter: string) =>
      letter.toUpperCase(),
    );
    expect(pascal).toBe(key);
  });

  it("is matched by a rule for exactly its name and version", () => {
    expect(contract.detailType).toBe(`${contract.name}.v${contract.version}`);
    expect(contract.pattern).toEqual({ source: [EVENT_SOURCE], detailType: [contract.detailType] });
  });

  it("still reads its sample, word for word", () => {
    const sample = readSample(contract.detailType);
    expect(sample).toMatchObject({ source: EVENT_SOURCE, "detail-type": contract.detailType });
    expect(contract.parse(sample.detail)).toEqual(sample.detail);
  });

  it("refuses a detail that lacks what it is about", () => {
    const { meta, data } = contract.parse(readSample(contract.detailType).detail);
    for (const field of Object.keys(data)) {
      const without = Object.fromEntries(Object.entries(data).filter(([name]) => name !== field));
      expect(() => contract.parse({ meta, data: without }), field).toThrow();
    }
  });

  it("carries ids, versions and codes, never anything that a person wrote or is called", () => {
    const { data } = contract.parse(readSample(contract.detailType).detail);
    for (const value of Object.values(data)) expect(String(value)).toMatch(/^[\w:.$-]+$/);
    expect(Object.keys(data).join(" ")).not.toMatch(/text|name|handle|amount|body/i);
  });
});

describe.each(Object.entries(anyEvent))("%s, whatever it tells", (key, arbitrary) => {
  const contract = contracts.find((each) => each === Reflect.get(catalogue, key));

  it("is read as it was made, also after its way over the bus", () => {
    fc.assert(
      fc.property(arbitrary, ({ event, data, said }) => {
        const arrived: unknown = JSON.parse(JSON.stringify(event.detail));
        expect(contract?.parse(arrived)).toEqual(event.detail);
        expect(event.detail.data).toEqual(data);
        expect(event.detail.meta.occurredAt).toBe(said.occurredAt);
      }),
      { numRuns: 50 },
    );
  });

  it("has the same id when a step runs again, later and for another reason", () => {
    fc.assert(
      fc.property(arbitrary, ({ event, retold }) => {
        expect(retold.detail.meta.id).toBe(event.detail.meta.id);
      }),
      { numRuns: 20 },
    );
  });
});

describe("what a shop tells", () => {
  it("has a source that none of ours has, and is still read, word for word", () => {
    const sample = readSample(PurchaseMade.detailType);
    expect(sample).toMatchObject({ source: SHOP_SOURCE, "detail-type": PurchaseMade.detailType });
    expect(PurchaseMade.detail.parse(sample.detail)).toEqual(sample.detail);
    expect(contracts.flatMap(({ pattern }) => pattern.source)).not.toContain(SHOP_SOURCE);
  });
});

describe("the samples", () => {
  it("are one for each event", () => {
    const known = [...contracts, ...Object.values(shopCatalogue)].map((each) => each.detailType);
    expect(sampleNames().toSorted()).toEqual(known.toSorted());
  });

  it("are there for everything that a step listens to", () => {
    for (const row of pipeline)
      if (row.trigger.kind === "events")
        for (const heard of row.trigger.listensTo) expect(() => readSample(heard.detailType)).not.toThrow();
  });
});
