import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftReplyStep } from "../../../functions/draft-reply/draft-reply.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { advance } from "../../../shared/complaint/advance.ts";
import { isDone } from "../../../shared/complaint/agent-acts/act.ts";
import { approve } from "../../../shared/complaint/agent-acts/approve.ts";
import { AuthorMatch } from "../../../shared/complaint/author-match.ts";
import { Case } from "../../../shared/complaint/case.ts";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import type { Delivery } from "../../../shared/complaint/delivery.ts";
import { type AuthorId, authorId, type CaseId, CustomerId, caseIdOf } from "../../../shared/complaint/ids.ts";
import type { Decision } from "../../../shared/complaint/remedy.ts";
import { decideFor } from "../../language/reply-world.ts";
import { AT, bootFacts, plainShop } from "../../support/drafting.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aMention, laura, shop, testWakes } from "../../support/world.ts";

const stores = careStores(CARE_TABLE);
let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await withDynamo());
  await stores.brands.putShift(shop, {
    agent: laura,
    name: "Laura",
    role: "agent",
    from: "2026-11-20T06:00:00.000Z",
    until: "2026-11-20T16:00:00.000Z",
  });
  await stores.brands.publish(plainShop, AT, "Aino");
});
afterAll(() => close());

const POST = "The football boots are one size too small and the exchange was refused.";
const confirmedAs = (customer: string) =>
  AuthorMatch.parse({
    decision: "link",
    customer,
    candidates: [],
    basis: "confirmed-by-customer",
    matchedAt: AT,
  });
type Post = {
  readonly number: string;
  readonly author: AuthorId;
  readonly text?: string;
  readonly channel?: "facebook" | "x";
  readonly openedAt?: string;
  /** The customer whom the author is known to be, with the loss read from one of their purchases. */
  readonly linked?: string;
};

/** A case that has been decided; of a known customer the loss is one of their purchases. */
async function decidedCase(post: Post): Promise<CaseId> {
  const { number, author, channel = "facebook", openedAt = AT, linked } = post;
  const written = aMention(channel, number, openedAt, { author: { id: author }, text: post.text ?? POST });
  await stores.mentions.put(written);
  const wake = { at: AT, event: { detailType: "case-assessed.v1", detail: {} } };
  const person = linked === undefined ? {} : { customer: CustomerId.parse(linked) };
  const decision: Decision = decideFor(plainShop, {
    ...bootFacts,
    person: { author, mention: written.id, ...person },
  });
  if (decision.outcome !== "remedy") throw new Error("the world proposes a remedy");
  const opened = Case.parse({
    id: caseIdOf(written.id),
    brand: shop,
    channel,
    rootId: written.id,
    author,
    mentions: [written.id],
    answerTo: written.id,
    lane: "answer",
    lang: "en",
    situation: "exchange-refused",
    severity: 2,
    arousal: 0.3,
    cues: [],
    desk: "agents",
    band: 4,
    openedAt,
    updatedAt: AT,
    waitingSince: AT,
    version: 1,
    stage: "matched",
  });
  await stores.cases.open(opened, { brand: shop, channel, rootId: written.id, person: author }, wake);
  await stores.cases.save({
    next: advance({ ...opened, ...person }, AT, { stage: "decided" }),
    decision: linked === undefined ? decision : { ...decision, lossKey: `purchase:line-of-${linked}` },
    ...(linked === undefined ? {} : { match: confirmedAs(linked) }),
    wake,
  });
  return opened.id;
}

const load = async (id: CaseId): Promise<CaseFile> => {
  const file = await stores.cases.load(shop, id);
  if (file === undefined) throw new Error("the case was lost");
  return file;
};

async function drafted(post: Post) {
  const id = await decidedCase(post);
  const replies = { recent: async () => [], note: async () => {} };
  await draftReplyStep(
    { brand: shop, caseId: id, causedBy: "e" },
    { ...stores, replies, clock: { now: () => AT } },
  );
  const [draft] = (await load(id)).drafts;
  if (draft === undefined) throw new Error("nothing was drafted");
  return { id, draft };
}

/** Approved, and both texts gone, or the public one alone. */
async function answered(
  post: Post,
  sides: readonly Delivery["side"][] = ["public", "private"],
): Promise<CaseId> {
  const { id, draft } = await drafted(post);
  const done = approve(await load(id), {
    draftVersion: 1,
    draftHash: draft.hash,
    by: { id: laura, role: "agent" },
    overruled: draft.findings.map(({ rule }) => ({ rule, reason: "It is only a test." })),
    now: AT,
    playbook: plainShop.playbook,
    budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
    timeZone: "Europe/Helsinki",
    mention: {},
    hasWrittenPrivately: false,
    wakes: testWakes,
  });
  if (!isDone(done)) throw new Error(done.refused);
  expect(await stores.cases.save(done.change)).toEqual({ outcome: "saved" });
  const file = await load(id);
  const gone = file.deliveries.map((delivery): Delivery => {
    const { id: of, caseId, brand, channel, approvalId, side, mention, draftVersion, rev } = delivery;
    const common = {
      id: of,
      caseId,
      brand,
      channel,
      approvalId,
      side,
      mention,
      draftVersion,
      rev,
      updatedAt: AT,
    };
    return sides.includes(side)
      ? { ...common, state: "SENT", sentAt: AT, platformId: `p-${of}` }
      : { ...common, state: "WAITING", reason: "for-their-message" };
  });
  await stores.cases.save({
    next: { ...file.case, version: file.case.version + 1 },
    deliveries: gone.map((delivery) => ({ delivery })),
  });
  return id;
}

describe("the second case of one account about the same matter", () => {
  it("says where the answer is, and gives nothing a second time", async () => {
    const author = authorId("facebook", "601");
    await answered({ number: "6011", author });
    const { draft } = await drafted({ number: "6012", author });
    expect(draft.public.text).toContain("under your other comment");
    expect(draft.public.text).toMatch(/sorry/i);
    expect(draft.public.text).toMatch(/privately|private message|your messages/);
    expect(draft).not.toHaveProperty("private");
    expect(draft).not.toHaveProperty("remedy");
    expect(draft).not.toHaveProperty("lossKey");
    expect(draft).not.toHaveProperty("promise");
    expect(draft).not.toHaveProperty("order");
    expect(draft.reasons).toContain("answered-elsewhere");
    expect(draft.findings.filter(({ severity }) => severity === "hard")).toEqual([]);
  });

  it("keeps what this one is owed where the other answer gave nothing", async () => {
    const author = authorId("facebook", "608");
    const first = await answered({ number: "6081", author });
    const file = await load(first);
    await stores.cases.save({
      next: { ...file.case, version: file.case.version + 1 },
      grants: file.grants.map((grant) => ({ ...grant, state: "RELEASED" as const })),
    });
    const { draft } = await drafted({ number: "6082", author });
    expect(draft.public.text).toContain("under your other comment");
    expect(draft.remedy).toBeDefined();
    expect(draft.private?.text).toMatch(/right size/);
    expect(draft.promise?.what).toBe("exchange");
    expect(draft.reasons).toContain("answered-elsewhere");
  });

  it("says it of a customer and of a stranger", async () => {
    for (const linked of ["tuuli", undefined]) {
      const author = authorId("facebook", linked === undefined ? "603" : "602");
      const number = linked === undefined ? "603" : "602";
      await answered({ number: `${number}1`, author, ...(linked === undefined ? {} : { linked }) });
      const { draft } = await drafted({ number: `${number}2`, author });
      expect(draft.public.text).toContain("under your other comment");
      expect(draft.remedy).toBeUndefined();
    }
  });

  it("invites the writer's own message where the private text still waits for it", async () => {
    const author = authorId("x", "604");
    await answered({ number: "6041", author, channel: "x" }, ["public"]);
    const { draft } = await drafted({ number: "6042", author, channel: "x" });
    expect(draft.public.text).toMatch(/under your other post.*message/i);
  });

  it.each([
    { when: "another account writes", second: { author: authorId("facebook", "611") } },
    {
      when: "the other answer was about another thing",
      second: { text: "The floorball stick was refused." },
    },
    { when: "the other matter is of another day", second: { openedAt: "2026-11-21T08:00:00.000Z" } },
  ])("is answered as any other where $when", async ({ second, when }) => {
    const number = String(6100 + when.length);
    const author = authorId("facebook", `62${when.length}`);
    await answered({ number, author });
    const { draft } = await drafted({ author, ...second, number: `${number}9` });
    expect(draft.public.text).not.toContain("other comment");
    expect(draft.remedy).toBeDefined();
    expect(draft.private).toBeDefined();
  });

  it("is answered as any other while the first answer has not gone, or its comment is gone", async () => {
    const author = authorId("facebook", "631");
    await answered({ number: "6311", author }, []);
    expect((await drafted({ number: "6312", author })).draft.remedy).toBeDefined();
    const gone = authorId("facebook", "632");
    await answered({ number: "6321", author: gone });
    await stores.mentions.remove(shop, aMention("facebook", "6321", AT).id, AT);
    expect((await drafted({ number: "6322", author: gone })).draft.remedy).toBeDefined();
  });
});

describe("the second case of one customer, on another channel", () => {
  it("says it in private alone, and only where both links are confirmed", async () => {
    await answered({ number: "6401", author: authorId("x", "641"), channel: "x", linked: "marja" });
    const known = await drafted({ number: "6402", author: authorId("facebook", "642"), linked: "marja" });
    expect(known.draft.private?.text).toContain("in my message on X");
    expect(known.draft.private?.text).not.toMatch(/[€$£]/);
    expect(known.draft).not.toHaveProperty("remedy");
    expect(known.draft).not.toHaveProperty("promise");
    expect(known.draft.public.text).not.toMatch(/other|X/);
    const stranger = await drafted({ number: "6403", author: authorId("facebook", "643") });
    expect(stranger.draft.private?.text).not.toContain("on X");
    expect(stranger.draft.remedy).toBeDefined();
  });
});
