import { describe, expect, it } from "vitest";
import { incidentsWords } from "../../../functions/draft-reply/incidents-words.ts";
import { decide } from "../../../shared/complaint/decide.ts";
import { factsOfStranger } from "../../../shared/complaint/for-a-stranger.ts";
import { AgentId, incidentIdOf } from "../../../shared/complaint/ids.ts";
import { openIncident, type Settled, settle } from "../../../shared/complaint/incident.ts";
import type { Decision } from "../../../shared/complaint/remedy.ts";
import { type ComposeInput, compose } from "../../../shared/language/compose.ts";
import { incidentPhrases } from "../../../shared/language/incident-phrases.ts";
import { exampleBrand } from "../../language/reply-world.ts";
import { aDraftedCase, shop } from "../../support/world.ts";

const at = "2026-11-20T09:00:00.000Z";
const brand = exampleBrand("kenttakauppa");
const id = incidentIdOf(at, "k3f9");

function world(situation: string, over: { believeFirstMinor?: number; perCaseMinor?: number } = {}) {
  const found = brand.playbook.situations.find((each) => each.id === situation);
  if (found === undefined) throw new Error("no such situation");
  const { mandate } = brand.playbook;
  const { agent } = mandate.roles;
  const playbook = {
    ...brand.playbook,
    believeFirstMinor: over.believeFirstMinor ?? brand.playbook.believeFirstMinor,
    mandate: {
      ...mandate,
      roles: {
        ...mandate.roles,
        agent: { ...agent, perCaseMinor: over.perCaseMinor ?? agent.perCaseMinor },
      },
    },
  };
  const opened = openIncident({
    id,
    brand: shop,
    title: "A recall",
    topic: { situation, words: [], from: at },
    openedBy: AgentId.parse("aino"),
    openedAt: at,
  });
  const by: Omit<Settled, "rev"> = {
    texts: incidentPhrases[found.loss],
    withinHours: 24,
    by: AgentId.parse("aino"),
    role: "agent",
    at,
  };
  const set = settle(opened, 1, by);
  if (!("incident" in set)) throw new Error(set.refused);
  const { incident } = set;
  const decision = decide({
    ...factsOfStranger({
      assessment: { lane: "answer", cues: [], situation },
      product: "hockey-skates",
      playbook,
      playbookVersion: 1,
      currency: "EUR",
      now: at,
      timeZone: "Europe/Helsinki",
    }),
    incident: { id, ...(incident.settled === undefined ? {} : { settled: incident.settled }) },
  });
  const input: ComposeInput = {
    lang: "en",
    channel: "facebook",
    situation: found,
    decision,
    brandName: brand.account.name,
    text: "The hockey skates I bought from you broke.",
    cues: [],
    matchConfirmed: false,
    shift: { name: "Johanna", untilText: "20", followedByName: "Oskar" },
    seed: "case.1",
    register: "you",
    timeZone: "Europe/Helsinki",
  };
  const words = (more: Partial<ComposeInput> = {}) =>
    incidentsWords(aDraftedCase("facebook", "1001", at), { ...input, ...more }, undefined, {
      incidents: { get: async () => incident },
    });
  return { input, decision, words };
}
const codesOf = ({ reasons }: Decision) => reasons.map(({ code }) => code);

describe("an incident's words", () => {
  it("give way where the account has its answer under another comment", async () => {
    const { words } = world("defect");
    expect(await words({ elsewhere: { account: { privately: true, given: true } } })).toBeUndefined();
  });

  it("stand in public, and in private say where the answer is, for a customer who has it elsewhere", async () => {
    const { input, words } = world("defect");
    const elsewhere = { customer: { channel: "x" as const } };
    const one = await words({ elsewhere });
    expect(one?.public).toBe((await words())?.public);
    expect(one?.private).toBe(compose({ ...input, elsewhere }).private);
    expect(one?.promise).toBeUndefined();
  });

  it("ask which purchase it was before anything is handed over, and promise no more than that", async () => {
    const { decision, words } = world("defect", { believeFirstMinor: 0 });
    expect(codesOf(decision)).toContain("confirm-purchase");
    const asking = await words();
    expect(asking?.private).toMatch(/order number/);
    expect(asking?.private).not.toMatch(/no receipt|which of our shops suits you/i);
    expect(asking?.promise).toMatchObject({ what: "write-privately" });
    const { words: sure } = world("defect", { believeFirstMinor: 100_000 });
    expect(asking?.public).toBe((await sure())?.public);
    expect((await sure())?.private).toMatch(/No receipt needed/);
  });

  it("are the same in public where a manager must sign, and in private promise nothing yet", async () => {
    const { decision, words } = world("defect", { perCaseMinor: 0, believeFirstMinor: 100_000 });
    expect(decision).toMatchObject({ outcome: "escalate", incident: { id } });
    const held = await words();
    const { words: ordinary } = world("defect", { believeFirstMinor: 100_000 });
    expect(held?.public).toBe((await ordinary())?.public);
    expect(held?.private).not.toMatch(/sound one/);
    expect(held?.promise).toMatchObject({ what: "write-privately" });
  });
});
