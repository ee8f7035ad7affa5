import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideRemedyStep } from "../../../functions/decide-remedy/decide-remedy.ts";
import { keys } from "../../../shared/adapters/dynamodb/keys.ts";
import { dynamoTable } from "../../../shared/adapters/dynamodb/table.ts";
import { isDone } from "../../../shared/complaint/agent-acts/act.ts";
import { approve } from "../../../shared/complaint/agent-acts/approve.ts";
import { Case } from "../../../shared/complaint/case.ts";
import { AgentId, type AuthorId, authorId } from "../../../shared/complaint/ids.ts";
import { approvalForm, type ConsoleWorld, consoleWorld } from "../../support/console-world.ts";
import { CARE_TABLE } from "../../support/dynamo.ts";
import { shop, shopFile, testWakes } from "../../support/world.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.dynamo.close());

/** The playbook of the shop names no number: it is three a year. */
const A_YEAR = 3;
const about = (person: string) => ({
  customer: person,
  day: "2026-11-20",
  month: "2026-11",
  year: "2026",
});
const countOf = async (person: string) =>
  (await world.stores.lists.budgets(shop, about(person))).believedTimes;

/** Another matter of the same account, where nothing but the writer's word speaks for the loss. */
const onTheirWord = (author: AuthorId) => {
  const by = { author: { id: author, name: "Marja Lehtonen" } };
  return world.aCase(
    "facebook",
    ({ case: of, decision, drafts }) => {
      if (decision?.outcome !== "remedy") throw new Error("the world proposes a remedy");
      const lossKey = `${author}|${of.id}`;
      return {
        case: { ...of, author },
        decision: { ...decision, lossKey, believed: true },
        drafts: drafts.map((draft) => ({ ...draft, lossKey })),
      };
    },
    by,
  );
};

describe("a person's word that has been enough as often as an agent may let it be", () => {
  it("holds against agents who approve at the same moment, and is given by a manager", async () => {
    const author = authorId("facebook", "501");
    const cases = await Promise.all(Array.from({ length: 8 }, () => onTheirWord(author)));
    const answers = await Promise.all(
      cases.map(async ({ url, draft }, nth) => {
        const agent = await world.signIn("agent", `Agent${nth}`);
        // Whoever meets a colleague in the same moment clicks again.
        for (;;) {
          const { status } = await agent.post(`${url}/approval`, approvalForm(draft));
          if (status !== 503) return status;
        }
      }),
    );
    expect(answers.filter((status) => status === 303)).toHaveLength(A_YEAR);
    expect(await countOf(author)).toBe(A_YEAR);
    const files = await Promise.all(cases.map(({ id }) => world.load(id)));
    const granted = files.flatMap(({ grants }) => grants);
    expect(granted).toHaveLength(A_YEAR);
    expect(granted.every(({ believed, chargedTo }) => believed === true && chargedTo === author)).toBe(true);

    const left = cases.find((_, nth) => files[nth]?.case.stage === "drafted");
    if (left === undefined) throw new Error("somebody is left");
    await world.stores.brands.putShift(shop, {
      agent: AgentId.parse("aino"),
      name: "Aino",
      role: "manager",
      from: "2026-11-20T06:00:00.000Z",
      until: "2026-11-20T16:00:00.000Z",
    });
    const laura = await world.signIn("agent");
    const page = await (await laura.get(left.url)).text();
    expect(page).toContain("hand it up, and Aino gives it");
    const told = await laura.post(`${left.url}/approval`, approvalForm(left.draft));
    expect(await told.text()).toContain("hand it up, and Aino gives it");

    const aino = await world.signIn("manager", "Aino");
    expect((await aino.post(`${left.url}/approval`, approvalForm(left.draft))).status).toBe(303);
    expect((await world.load(left.id)).grants).toMatchObject([{ state: "RESERVED", believed: true }]);
    expect(await countOf(author)).toBe(A_YEAR + 1);
  });

  it("is refused by the table where the page is older than what colleagues did", async () => {
    const author = authorId("facebook", "502");
    const laura = await world.signIn("agent");
    for (let nth = 0; nth < A_YEAR; nth++) {
      const { url, draft } = await onTheirWord(author);
      expect((await laura.post(`${url}/approval`, approvalForm(draft))).status).toBe(303);
    }
    const file = await world.load((await onTheirWord(author)).id);
    const old = approve(file, {
      draftVersion: 1,
      draftHash: file.drafts[0]?.hash ?? "",
      by: { id: laura.agent, role: "agent" },
      overruled: [],
      now: world.clock.now(),
      playbook: shopFile().playbook,
      budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0, believedTimes: 0 },
      timeZone: "Europe/Helsinki",
      mention: {},
      hasWrittenPrivately: false,
      wakes: testWakes,
    });
    if (!isDone(old)) throw new Error(old.refused);
    expect(await world.stores.cases.save(old.change)).toEqual({ outcome: "limit", scope: "believed-year" });
    expect(await countOf(author)).toBe(A_YEAR);
  });

  it("goes back with the remedy that is taken back, and is forgotten when the year is over", async () => {
    const author = authorId("facebook", "503");
    const laura = await world.signIn("agent");
    const { url, draft } = await onTheirWord(author);
    await laura.post(`${url}/approval`, approvalForm(draft));
    expect(await countOf(author)).toBe(1);
    const key = keys.budget(shop, { kind: "believed-year", person: author, year: "2026" });
    expect(await dynamoTable(CARE_TABLE).get(key)).toMatchObject({
      committed: 1,
      ttl: Date.parse("2027-01-02T00:00:00.000Z") / 1000,
    });
    expect((await laura.post(`${url}/approval/withdrawal`)).status).toBe(303);
    expect(await countOf(author)).toBe(0);
  });

  it("is not counted where more than the word speaks for the loss", async () => {
    const { id, url, draft, mention } = await world.aCase();
    const laura = await world.signIn("agent");
    expect((await laura.post(`${url}/approval`, approvalForm(draft))).status).toBe(303);
    expect((await world.load(id)).grants[0]).not.toHaveProperty("believed");
    expect(await countOf(mention.author?.id ?? "")).toBe(0);
  });

  it("makes the next case an escalation with the whole proposal, on the managers' desk", async () => {
    const author = authorId("facebook", "504");
    const laura = await world.signIn("agent");
    const decided = async () => {
      const { id } = await world.aCase(
        "facebook",
        ({ case: of }) => ({
          case: Case.parse({ ...of, author, stage: "matched" }),
          drafts: [],
        }),
        { author: { id: author }, text: "The football boots are too small and the exchange was refused." },
      );
      const ports = { ...world.ports, history: { purchasesOf: async () => [] } };
      const [event] = await decideRemedyStep({ brand: shop, caseId: id, causedBy: "test" }, ports);
      const file = await world.load(id);
      return { desk: file.case.desk, decision: file.decision, event };
    };
    const before = await decided();
    expect(before).toMatchObject({ desk: "agents", decision: { outcome: "remedy", believed: true } });
    for (let nth = 0; nth < A_YEAR; nth++) {
      const { url, draft } = await onTheirWord(author);
      await laura.post(`${url}/approval`, approvalForm(draft));
    }
    const after = await decided();
    if (before.decision?.outcome !== "remedy") throw new Error("decided otherwise");
    expect(after).toMatchObject({
      desk: "managers",
      decision: { outcome: "escalate", limitMet: "believe-first", proposal: before.decision.remedy },
    });
    expect(after.event?.detail).toMatchObject({ data: { outcome: "escalate" } });
  });
});
