import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { Case } from "../../../shared/complaint/case.ts";
import { AgentId, authorId, BrandId, caseIdOf, mentionId } from "../../../shared/complaint/ids.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";

const brand = BrandId.parse("kenttakauppa");
const at = "2026-11-20T10:00:00.000Z";
const wake = {
  at: "2026-11-20T10:02:00.000Z",
  event: { detailType: "case-assessed.v1", detail: { id: "x" } },
};

let dynamo: { close(): Promise<void> };
const stores = careStores(CARE_TABLE);
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

function aCase(number: string): Case {
  const first = mentionId("facebook", number);
  return Case.parse({
    id: caseIdOf(first),
    brand,
    channel: "facebook",
    rootId: first,
    author: authorId("facebook", `9${number}`),
    mentions: [first],
    answerTo: first,
    lane: "answer",
    lang: "en",
    severity: 2,
    arousal: 0.2,
    cues: ["churn"],
    desk: "agents",
    band: 4,
    openedAt: at,
    updatedAt: at,
    waitingSince: at,
    version: 1,
    stage: "detected",
  });
}
const threadOf = (it: Case) => ({
  brand,
  channel: it.channel,
  rootId: it.rootId,
  person: it.author ?? it.rootId,
});
const next = (it: Case, changed: object = {}): Case =>
  Case.parse({ ...it, ...changed, version: it.version + 1 });

describe("case store", () => {
  it("opens a case once, and finds it by thread, by person and by id", async () => {
    const opened = aCase("1");
    expect(await stores.cases.open(opened, threadOf(opened), wake)).toBe("opened");
    expect(await stores.cases.open(opened, threadOf(opened), wake)).toBe("exists");
    expect(await stores.cases.caseIdOf(threadOf(opened))).toBe(opened.id);
    expect(await stores.cases.caseOfParticipant(brand, authorId("facebook", "91"))).toBe(opened.id);
    const file = await stores.cases.load(brand, opened.id);
    expect(file?.case).toEqual(opened);
    expect(file?.audit.map((entry) => entry.did)).toEqual(["opened"]);
  });

  it("refuses a save that was made from an old page", async () => {
    const opened = aCase("2");
    await stores.cases.open(opened, threadOf(opened), wake);
    expect(await stores.cases.save({ next: next(opened, { stage: "matched" }) })).toEqual({
      outcome: "saved",
    });
    expect(await stores.cases.save({ next: next(opened, { stage: "decided" }) })).toEqual({
      outcome: "conflict",
    });
    expect((await stores.cases.load(brand, opened.id))?.case.stage).toBe("matched");
  });

  it("lets only one of two hundred simultaneous charges through when there is room for one", async () => {
    const charge = {
      brand,
      scope: { kind: "agent-day", agent: AgentId.parse("laura"), day: "2026-11-20" } as const,
      minor: 600,
      limitMinor: 1000,
    };
    const cases = Array.from({ length: 20 }, (_, at) => aCase(`3${at}`));
    for (const each of cases) await stores.cases.open(each, threadOf(each), wake);
    const outcomes = await Promise.all(
      cases.map((each) => stores.cases.save({ next: next(each), charges: [charge] })),
    );
    expect(outcomes.filter((each) => each.outcome === "saved")).toHaveLength(1);
    expect(outcomes.filter((each) => each.outcome === "limit")).toHaveLength(19);
    const budgets = await stores.lists.budgets(brand, {
      customer: "c",
      agent: AgentId.parse("laura"),
      day: "2026-11-20",
      month: "2026-11",
      year: "2026",
    });
    expect(budgets.agentDayMinor).toBe(600);
  });

  it("claims a loss once over all cases, and again after it was let go", async () => {
    const [one, two] = [aCase("4"), aCase("5")];
    for (const each of [one, two]) await stores.cases.open(each, threadOf(each), wake);
    const loss = { key: "purchase#p-1", act: "claim" } as const;
    expect(await stores.cases.save({ next: next(one), loss })).toEqual({ outcome: "saved" });
    expect(await stores.cases.save({ next: next(two), loss })).toEqual({ outcome: "loss-taken" });
    expect(await stores.cases.save({ next: next(next(one)), loss: { ...loss, act: "let-go" } })).toEqual({
      outcome: "saved",
    });
    expect(await stores.cases.save({ next: next(two), loss })).toEqual({ outcome: "saved" });
  });

  it("lists a desk in order of band and waiting, and wakes what sleeps too long", async () => {
    const slow = Case.parse({ ...aCase("6"), band: 1, waitingSince: "2026-11-20T09:00:00.000Z" });
    await stores.cases.open(slow, threadOf(slow), wake);
    const { cases } = await stores.lists.cases(brand, "agents");
    expect(cases[0]?.id).toBe(slow.id);
    expect(cases.map((each) => each.band)).toEqual([...cases.map((each) => each.band)].sort());
    const due = (
      await Promise.all(
        Array.from({ length: stores.due.shards }, (_, shard) =>
          stores.due.overdue(shard, "2026-11-20T11:00:00.000Z", 50),
        ),
      )
    ).flat();
    expect(due.length).toBeGreaterThan(0);
    expect(due[0]?.event.detailType).toBe("case-assessed.v1");
  });

  it("lets one of two cases open that a person's two mentions would make at once", async () => {
    const [one, two] = [aCase("71"), aCase("72")];
    const thread = threadOf(one);
    const outcomes = await Promise.all([
      stores.cases.open(one, thread, wake),
      stores.cases.open(two, thread, wake),
    ]);
    expect(outcomes.sort()).toEqual(["opened", "thread-taken"]);
  });

  it("keeps a case's wake through a save that is about something else, and ends it with its stage or when told", async () => {
    const opened = aCase("73");
    await stores.cases.open(opened, threadOf(opened), wake);
    const wakes = async () => {
      const shards = Array.from({ length: stores.due.shards }, (_, shard) => shard);
      const due = await Promise.all(
        shards.map((shard) => stores.due.overdue(shard, "2026-11-20T11:00:00.000Z", 100)),
      );
      return due.flat().filter((each) => each.ref.includes(opened.id)).length;
    };
    const touched = next(opened);
    await stores.cases.save({ next: touched });
    expect(await wakes()).toBe(1);
    await stores.cases.save({ next: next(touched), wake: null });
    expect(await wakes()).toBe(0);
  });
});
