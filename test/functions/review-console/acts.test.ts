import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Assessment } from "../../../shared/complaint/assessment.ts";
import type { Delivery } from "../../../shared/complaint/delivery.ts";
import { AgentId, CustomerId } from "../../../shared/complaint/ids.ts";
import { approvalForm, type ConsoleWorld, consoleWorld } from "../../support/console-world.ts";
import { aMention, approvedBy, shop } from "../../support/world.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.dynamo.close());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();

describe("approving", () => {
  it("holds both texts for ten seconds, reserves the remedy and tells the sender", async () => {
    const laura = await world.signIn("agent");
    const { id, draft, url } = await world.aCase();
    const answer = await laura.post(`${url}/approval`, approvalForm(draft));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(url);
    const file = await world.load(id);
    expect(file.case).toMatchObject({ stage: "approved", desk: "sending" });
    expect(file.deliveries.map(({ state }) => state)).toEqual(["HELD", "HELD"]);
    expect(file.grants).toMatchObject([{ state: "RESERVED", grantedBy: "laura" }]);
    expect(world.told.at(-1)?.detailType).toBe("reply-approved.v1");
    expect(await textOf(laura.get(url))).toContain("Take it back");
  });

  it("is done once by two agents at the same moment, and the second is told plainly", async () => {
    const [laura, mikael] = [await world.signIn("agent"), await world.signIn("agent", "Mikael")];
    const { id, draft, url } = await world.aCase();
    const answers = await Promise.all([
      laura.post(`${url}/approval`, approvalForm(draft)),
      mikael.post(`${url}/approval`, approvalForm(draft)),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect((await world.load(id)).approvals).toHaveLength(1);
    const no = answers.find(({ status }) => status === 409);
    expect(await no?.text()).toMatch(/A colleague was a moment faster|approved already/);
  });

  it("refuses an older version and shows the newer one", async () => {
    const laura = await world.signIn("agent");
    const { draft, url } = await world.aCase();
    await laura.post(`${url}/drafts`, {
      basedOn: "1",
      public: "Newer words. – Laura",
      private: "Hi",
      lang: "en",
      remedy: "keep",
    });
    const answer = await laura.post(`${url}/approval`, approvalForm(draft));
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("A newer version of the answer stands");
    expect(page).toContain("Newer words.");
  });

  it("says that a loss was made good before, in another case of the same loss", async () => {
    const laura = await world.signIn("agent");
    const first = await world.aCase();
    const second = await world.aCase("facebook", (file) => ({
      drafts: file.drafts.map((draft) => ({ ...draft, lossKey: first.draft?.lossKey ?? "" })),
    }));
    expect((await laura.post(`${first.url}/approval`, approvalForm(first.draft))).status).toBe(303);
    const answer = await laura.post(`${second.url}/approval`, approvalForm(second.draft));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("made good in another case already");
    expect((await world.load(second.id)).grants).toEqual([]);
  });

  it("stands when the bus is down: the wake that was saved with it will tell", async () => {
    const laura = await world.signIn("agent");
    const { id, draft, url } = await world.aCase();
    world.bus.fails = true;
    const answer = await laura.post(`${url}/approval`, approvalForm(draft));
    world.bus.fails = false;
    expect(answer.status).toBe(303);
    expect((await world.load(id)).case.stage).toBe("approved");
    const due = await Promise.all(
      [...Array(world.stores.due.shards).keys()].map((shard) =>
        world.stores.due.overdue(shard, "2026-11-20T09:01:10.000Z", 50),
      ),
    );
    const told = due.flat().map(({ event }) => JSON.stringify(event));
    expect(
      told.filter((event) => event.includes(`${id}.1.public`) && event.includes("delivery-due")),
    ).toHaveLength(1);
  });

  it("takes the reasons for marked words from the form", async () => {
    const laura = await world.signIn("agent");
    const { id, draft, url } = await world.aCase("facebook", (file) => ({
      drafts: file.drafts.map((each) => ({
        ...each,
        findings: [
          {
            rule: "capitals",
            severity: "hard" as const,
            overrulable: true,
            side: "public" as const,
            start: 0,
            end: 1,
            reason: "Shouts.",
          },
        ],
      })),
    }));
    const no = await laura.post(`${url}/approval`, { ...approvalForm(draft), "why.capitals": " x " });
    expect(await no.text()).toContain("Say why you keep the marked words");
    await laura.post(`${url}/approval`, { ...approvalForm(draft), "why.capitals": "It is the shop's name." });
    expect((await world.load(id)).approvals[0]?.overruled).toEqual([
      { rule: "capitals", reason: "It is the shop's name." },
    ]);
  });
});

describe("taking back", () => {
  it("gives everything back within the ten seconds, and the same words can be approved again", async () => {
    const laura = await world.signIn("agent");
    const { id, draft, url } = await world.aCase();
    await laura.post(`${url}/approval`, approvalForm(draft));
    const about = {
      customer: (await world.load(id)).case.author ?? "",
      agent: laura.agent,
      day: "2026-11-20",
      month: "2026-11",
      year: "2026",
    };
    const during = await world.stores.lists.budgets(shop, about);
    expect((await laura.post(`${url}/approval/withdrawal`)).status).toBe(303);
    const file = await world.load(id);
    expect(file.deliveries.map(({ state }) => state)).toEqual(["WITHDRAWN", "WITHDRAWN"]);
    expect(file.grants).toMatchObject([{ state: "RELEASED" }]);
    const after = await world.stores.lists.budgets(shop, about);
    expect(during.customerYearMinor - after.customerYearMinor).toBe(1800);
    const again = file.drafts.find(({ version }) => version === 2);
    expect((await laura.post(`${url}/approval`, approvalForm(again))).status).toBe(303);
    expect((await world.load(id)).grants.map(({ state }) => state).toSorted()).toEqual([
      "RELEASED",
      "RESERVED",
    ]);
  });

  it("says that it is too late once a text has gone", async () => {
    const laura = await world.signIn("agent");
    const { id, draft, url } = await world.aCase();
    await laura.post(`${url}/approval`, approvalForm(draft));
    const file = await world.load(id);
    const [held] = file.deliveries;
    if (held?.state !== "HELD") throw new Error("not held");
    const { holdUntil: _until, ...common } = held;
    const delivery: Delivery = { ...common, state: "SENT", sentAt: world.clock.at, platformId: "1_2" };
    await world.stores.cases.save({
      next: { ...file.case, version: file.case.version + 1 },
      deliveries: [{ delivery }],
    });
    const answer = await laura.post(`${url}/approval/withdrawal`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Too late to take it back: it has been sent.");
  });
});

describe("editing", () => {
  it("lints as it saves, and keeps what was typed when it is refused", async () => {
    const laura = await world.signIn("agent");
    const { id, url } = await world.aCase();
    const form = {
      basedOn: "1",
      public: "According to our policy we cannot.",
      private: "Hi",
      lang: "en",
      remedy: "keep",
    };
    expect((await laura.post(`${url}/drafts`, form)).status).toBe(303);
    const findings = (await world.load(id)).drafts.find(({ version }) => version === 2)?.findings ?? [];
    expect(findings.some(({ severity, side }) => severity === "hard" && side === "public")).toBe(true);
    const late = await laura.post(`${url}/drafts`, { ...form, public: "My precious typed words." });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("My precious typed words.");
  });

  it("takes an own idea with its cost, read to the cent and never rounded", async () => {
    const laura = await world.signIn("agent");
    const { id, url } = await world.aCase();
    const form = {
      basedOn: "1",
      public: "Words. – Laura",
      private: "Hi",
      lang: "en",
      remedy: "own",
      ownKind: "own-idea",
      ownNote: "Skate sharpening",
    };
    expect((await laura.post(`${url}/drafts`, { ...form, ownCost: "12,345" })).status).toBe(409);
    expect((await laura.post(`${url}/drafts`, { ...form, ownCost: "12,5" })).status).toBe(303);
    const draft = (await world.load(id)).drafts.find(({ version }) => version === 2);
    expect(draft?.remedy).toMatchObject({
      kind: "own-idea",
      cost: { minor: 1250 },
      note: "Skate sharpening",
    });
  });

  it("keeps a proposal beyond the mandate, offers no approval of it, and hands it up", async () => {
    const laura = await world.signIn("agent");
    const { id, url } = await world.aCase();
    await laura.post(`${url}/drafts`, {
      basedOn: "1",
      public: "Words. – Laura",
      private: "Hi",
      lang: "en",
      remedy: "own",
      ownKind: "refund",
      ownValue: "250",
      ownCost: "250",
    });
    const page = await textOf(laura.get(url));
    expect(page).toContain("Hand it up with your proposal");
    expect(page).not.toContain('data-key="a"');
    const draft = (await world.load(id)).drafts.find(({ version }) => version === 2);
    expect(await textOf(laura.post(`${url}/approval`, approvalForm(draft)))).toContain("beyond");
    expect(
      (await laura.post(`${url}/escalation`, { reason: "outside-mandate", note: "Twelve years with us" }))
        .status,
    ).toBe(303);
    const aino = await world.signIn("manager", "Aino");
    const high = await textOf(aino.get(url));
    expect(high).toContain("Twelve years with us");
    expect((await laura.post(`${url}/approval`, approvalForm(draft))).status).toBe(409);
  });

  it("writes both texts anew for another remedy, on the agent's word", async () => {
    const laura = await world.signIn("agent");
    await world.stores.brands.putShift(shop, {
      agent: laura.agent,
      name: "Laura",
      role: "agent",
      from: "2026-11-20T06:00:00.000Z",
      until: "2026-11-20T16:00:00.000Z",
    });
    const { id, url } = await world.aCase();
    const form = {
      basedOn: "1",
      public: "x",
      private: "y",
      lang: "en",
      rewrite: "yes",
      remedy: "own",
      ownKind: "refund",
      ownValue: "30",
      ownCost: "30",
    };
    expect((await laura.post(`${url}/drafts`, form)).status).toBe(303);
    const draft = (await world.load(id)).drafts.find(({ version }) => version === 2);
    expect(draft?.private?.text).toContain("€30");
    expect(draft?.public.text).not.toMatch(/€|30/);
    expect(draft?.public.text).toContain("– Laura");
  });

  it("checks the words while they are typed, and saves nothing by it", async () => {
    const laura = await world.signIn("agent");
    const { id, url } = await world.aCase("x");
    const answer = await laura.post(`${url}/lint`, {
      basedOn: "1",
      public: "It is our policy.",
      private: "",
      lang: "en",
      remedy: "keep",
    });
    const page = await answer.text();
    expect(page).toContain("data-lint-result");
    expect(page).toContain("must change");
    expect(page).toContain("of 280 characters");
    expect((await world.load(id)).drafts).toHaveLength(1);
  });

  it("signs in the name of who is there, in words and in the record", async () => {
    const mikael = await world.signIn("agent", "Mikael");
    const { id, url } = await world.aCase();
    const page = await textOf(mikael.get(url));
    expect(page).toContain("Sign as Mikael");
    expect(page).toMatch(/name="public" value="[^"]*– Mikael"/);
    await mikael.post(`${url}/drafts`, {
      basedOn: "1",
      public: "Sorry. – Mikael",
      private: "Hi",
      lang: "en",
      remedy: "keep",
      signer: "me",
    });
    expect((await world.load(id)).drafts.find(({ version }) => version === 2)?.signer).toEqual({
      id: "mikael",
      name: "Mikael",
    });
  });
});

describe("by hand", () => {
  it("offers the text in a field that can be copied without script, and takes the agent's word", async () => {
    const laura = await world.signIn("agent");
    const { id, draft, url } = await world.aCase("x", undefined, {
      byHandOnly: "x-not-summoned",
      permalink: "https://x.com/i/status/5",
    });
    expect(await textOf(laura.get(url))).toContain("Approve, then post by hand");
    await laura.post(`${url}/approval`, approvalForm(draft));
    const page = await textOf(laura.get(url));
    expect(page).toMatch(/<textarea id="by-hand-text" readonly=""[^>]*>[^<]*boots that fit/);
    expect(page).toContain('href="https://x.com/i/status/5"');
    expect(page).toMatch(/data-copy="by-hand-text" hidden/);
    const answer = await laura.post(`${url}/deliveries/${id}.1.public/posted`, {
      link: "https://x.com/k/status/99",
    });
    expect(answer.status).toBe(303);
    expect((await world.load(id)).deliveries.find(({ side }) => side === "public")).toMatchObject({
      state: "SENT",
      platformId: "https://x.com/k/status/99",
    });
  });
});

describe("an unknown outcome", () => {
  it("is shown as unknown, and only a person's word sends again", async () => {
    const laura = await world.signIn("agent");
    const { id, url } = await world.aCase("facebook", (file) => {
      const { change } = approvedBy(file, world.clock.at, AgentId.parse("laura"));
      const deliveries = (change.deliveries ?? []).map(({ delivery }): Delivery => {
        if (delivery.state !== "HELD") throw new Error("not held");
        const { holdUntil: _until, ...common } = delivery;
        return delivery.side === "public"
          ? { ...common, state: "UNKNOWN", since: world.clock.at, looks: 3 }
          : { ...common, state: "SENT", sentAt: world.clock.at, platformId: "m_1" };
      });
      return {
        case: { ...change.next, trouble: "unknown-outcome", desk: "agents" },
        approvals: change.approval ? [change.approval] : [],
        deliveries,
        grants: change.grants ?? [],
      };
    });
    const page = await textOf(laura.get(url));
    expect(page).toContain("We do not know whether it was posted");
    expect(page).not.toContain("Take it back");
    expect(
      (await laura.post(`${url}/deliveries/${id}.1.public/verdict`, { verdict: "found", link: "" })).status,
    ).toBe(409);
    expect((await laura.post(`${url}/deliveries/${id}.1.public/verdict`, { verdict: "again" })).status).toBe(
      303,
    );
    expect((await world.load(id)).deliveries.find(({ side }) => side === "public")?.state).toBe("HELD");
  });
});

describe("the lists", () => {
  it("pays out once, under a reference", async () => {
    const laura = await world.signIn("agent");
    const { id } = await world.aCase("facebook", (file) => {
      const { change } = approvedBy(file, world.clock.at);
      return {
        case: change.next,
        approvals: change.approval ? [change.approval] : [],
        grants: (change.grants ?? []).map((grant) => ({ ...grant, state: "HANDED_OVER" as const })),
      };
    });
    expect(await textOf(laura.get("/payouts"))).toContain(`/payouts/${id}.1.grant`);
    const pay = (form: Record<string, string>) => laura.post(`/payouts/${id}.1.grant`, { case: id, ...form });
    expect((await pay({ result: "done", reference: " " })).status).toBe(409);
    expect((await pay({ result: "failed", reference: "Card closed" })).status).toBe(303);
    expect(await textOf(laura.get("/payouts"))).toContain("Tried before: Card closed");
    expect((await pay({ result: "done", reference: "TR-1" })).status).toBe(303);
    expect(await textOf(pay({ result: "done", reference: "TR-1" }))).toContain("Do not pay it again");
    expect(await textOf(laura.get("/payouts"))).not.toContain(`/payouts/${id}.1.grant`);
    expect(world.told.at(-1)).toMatchObject({
      detailType: "grant-moved.v1",
      detail: { data: { state: "SETTLED" } },
    });
  });

  it("shows promises with the most urgent first, late ones as late, and closes a kept one", async () => {
    const laura = await world.signIn("agent");
    const promised = (dueAt: string) =>
      world.aCase("facebook", (file) => {
        const { change } = approvedBy(file, world.clock.at);
        const approval = change.approval;
        if (approval === undefined) throw new Error("no approval");
        return {
          case: change.next,
          approvals: [approval],
          promises: [
            {
              id: approval.id,
              caseId: file.case.id,
              brand: shop,
              what: "call" as const,
              owner: laura.agent,
              madeAt: world.clock.at,
              dueAt,
              state: "open" as const,
              rev: 0,
            },
          ],
        };
      });
    const later = await promised("2026-11-20T15:00:00.000Z");
    const late = await promised("2026-11-20T08:00:00.000Z");
    const page = await textOf(laura.get("/promises"));
    expect(page.indexOf(late.id)).toBeLessThan(page.indexOf(later.id));
    expect(page).toContain('class="late"');
    expect((await laura.post(`/promises/${late.id}.1/kept`, { case: late.id })).status).toBe(303);
    expect(await textOf(laura.get("/promises"))).not.toContain(late.id);
  });

  it("brings back what was set aside, into a case that a person looks at", async () => {
    const laura = await world.signIn("agent");
    const mention = aMention("facebook", "70001", world.clock.at, { text: "Nice shop, sort of" });
    await world.stores.mentions.put(mention);
    await world.stores.mentions.saveAssessment(
      shop,
      Assessment.parse({
        mention: mention.id,
        revision: 0,
        assessedAt: world.clock.at,
        lang: "en",
        complaint: { score: 0.2, label: false },
        severity: 0,
        arousal: 0,
        lane: "aside",
        asideReason: "chatter",
        cues: [],
        reasons: [],
      }),
    );
    expect(await textOf(laura.get("/aside"))).toContain("Nice shop, sort of");
    const answer = await laura.post(`/aside/${encodeURIComponent(mention.id)}/return`);
    expect(answer.headers.get("location")).toBe("/cases/case-facebook-70001");
    expect(await textOf(laura.get("/aside"))).not.toContain("Nice shop, sort of");
    expect(await textOf(laura.get("/"))).toContain("Nice shop, sort of");
    expect(world.told.at(-1)?.detailType).toBe("case-assessed.v1");
  });

  it("switches sending by managers only", async () => {
    const [laura, aino] = [await world.signIn("agent"), await world.signIn("manager", "Aino")];
    expect((await laura.post("/pause/x", { sending: "on" })).status).toBe(409);
    expect(await world.stores.brands.isPaused(shop, "x")).toBe(true);
    expect((await aino.post("/pause/x", { sending: "on" })).status).toBe(303);
    expect(await world.stores.brands.isPaused(shop, "x")).toBe(false);
  });

  it("puts a shift in the brand's time zone; an agent only puts their own, in their own role", async () => {
    const laura = await world.signIn("agent");
    const shift = {
      agent: "laura",
      name: "Laura",
      role: "agent",
      from: "2026-12-01T10:00",
      until: "2026-12-01T18:00",
      followedBy: "",
      followedByName: "",
    };
    expect((await laura.post("/roster", shift)).status).toBe(303);
    expect(
      (await world.stores.brands.shiftsAt(shop, "2026-12-01T08:00:00.000Z")).map(({ until }) => until),
    ).toEqual(["2026-12-01T16:00:00.000Z"]);
    expect((await laura.post("/roster", { ...shift, agent: "mikael" })).status).toBe(409);
    expect((await laura.post("/roster", { ...shift, role: "manager" })).status).toBe(409);
    expect((await laura.post("/roster", { ...shift, until: "2026-12-01T09:00" })).status).toBe(409);
  });
});

describe("who it is", () => {
  it("masks names until a colleague has confirmed on a proof, and keeps the link with who confirmed it", async () => {
    const laura = await world.signIn("agent");
    const customer = CustomerId.parse("c-77");
    await world.customers
      .load(shop, "a test", world.clock.at)
      .putCustomers([{ id: customer, name: "Marja Lehtonen-Testi", city: "Turku" }]);
    const { id, url, mention } = await world.aCase("facebook", () => ({
      match: {
        decision: "grey" as const,
        candidates: [{ customer, bits: 3, posterior: 0.8, evidence: [] }],
        basis: "evidence" as const,
        matchedAt: world.clock.at,
      },
    }));
    const before = await textOf(laura.get(url));
    expect(before).toContain("M••• L•••");
    expect(before).not.toContain("Lehtonen-Testi");
    expect((await laura.post(`${url}/link`, { customer, proof: "looks-alike" })).status).toBe(409);
    expect((await laura.post(`${url}/link`, { customer, proof: "order-number" })).status).toBe(303);
    expect(await textOf(laura.get(url))).toContain("Lehtonen-Testi");
    const author = mention.author?.id;
    if (author === undefined) throw new Error("no author");
    expect(await world.customers.confirmedLink(shop, author)).toMatchObject({
      customer,
      confirmedBy: "laura",
    });
    expect((await laura.post(`${url}/link/undoing`, { customer })).status).toBe(303);
    expect(await world.customers.confirmedLink(shop, author)).toBeUndefined();
    expect((await world.load(id)).match).toMatchObject({ ruledOut: [customer] });
  });
});

describe("ending a case", () => {
  it("declines with a reason, lists it as done, and takes it up again", async () => {
    const laura = await world.signIn("agent");
    const { id, url } = await world.aCase();
    await laura.post(`${url}/declining`, { reason: "abuse", note: "" });
    expect((await world.load(id)).case).toMatchObject({ stage: "closed", desk: "done", closedBy: "laura" });
    expect(await textOf(laura.get("/?desk=done"))).toContain(id);
    await laura.post(`${url}/reopening`);
    expect((await world.load(id)).case).toMatchObject({ stage: "drafted", desk: "agents" });
  });
});
