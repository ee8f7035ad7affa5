import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AsideReason } from "../../../shared/complaint/assessment.ts";
import { BrandId } from "../../../shared/complaint/ids.ts";
import type { Mention } from "../../../shared/complaint/mention.ts";
import { anAssessment } from "../../support/an-assessment.ts";
import { type ConsoleWorld, consoleWorld } from "../../support/console-world.ts";
import { CARE_TABLE } from "../../support/dynamo.ts";
import { wholeTable } from "../../support/whole-table.ts";
import { aMention, shop } from "../../support/world.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.dynamo.close());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const wordOn = (mention: Pick<Mention, "id">) => world.stores.corrections.of(shop, mention.id);

async function aSetAside(reason: AsideReason, text: string, changed: Partial<Mention> = {}) {
  const mention = aMention("facebook", world.aNumber(), world.clock.at, { text, ...changed });
  await world.stores.mentions.put(mention);
  await world.stores.mentions.saveAssessment(
    shop,
    anAssessment(mention.id, world.clock.at, reason, { revision: mention.revision }),
  );
  return { mention, back: `/aside/${encodeURIComponent(mention.id)}/return` };
}

describe("saying whether it is a complaint", () => {
  it("keeps the word, shows it, and leaves the case as it is", async () => {
    const laura = await world.signIn("agent");
    const { id, mention, url } = await world.aCase();
    await world.stores.mentions.saveAssessment(shop, anAssessment(mention.id, world.clock.at));
    const before = await world.load(id);
    const told = world.told.length;
    const page = await textOf(laura.get(url));
    expect(page).toContain("Read as a complaint");
    expect(page).toContain('aria-label="Was it read rightly?"');
    expect(page).not.toContain("said: ");
    const answer = await laura.post(`${url}/correction`, {
      mention: mention.id,
      revision: "0",
      complaint: "no",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(url);
    expect(await wordOn(mention)).toEqual({
      brand: shop,
      mention: mention.id,
      revision: 0,
      complaint: false,
      lang: "en",
      by: "laura",
      at: world.clock.at,
    });
    expect(await world.load(id)).toEqual(before);
    expect(await world.stores.mentions.assessmentOf(shop, mention.id)).toMatchObject({ lane: "answer" });
    expect(world.told).toHaveLength(told);
    expect(await textOf(laura.get(url))).toContain("Laura said: no complaint (");
  });

  it("replaces what was said before, whoever said it", async () => {
    const [laura, mikael] = [await world.signIn("agent"), await world.signIn("agent", "Mikael")];
    const { mention, url } = await world.aCase();
    const form = { mention: mention.id, revision: "0" };
    await laura.post(`${url}/correction`, { ...form, complaint: "no" });
    await mikael.post(`${url}/correction`, { ...form, complaint: "yes" });
    expect(await wordOn(mention)).toMatchObject({ complaint: true, by: "mikael" });
    const page = await textOf(laura.get(url));
    expect(page).toContain("said: a complaint (");
    expect(page).not.toContain("said: no complaint (");
  });

  it("is said of the wording that the agent saw, and the page says when that is an earlier one", async () => {
    const laura = await world.signIn("agent");
    const { mention, url } = await world.aCase();
    await world.stores.mentions.put({ ...mention, revision: 1, text: "All is well now." });
    await laura.post(`${url}/correction`, { mention: mention.id, revision: "0", complaint: "yes" });
    expect(await wordOn(mention)).toMatchObject({ revision: 0 });
    const page = await textOf(laura.get(url));
    expect(page).toContain("of an earlier wording");
    expect(page).toContain('name="revision" value="1"');
    await laura.post(`${url}/correction`, { mention: mention.id, revision: "1", complaint: "no" });
    expect(await textOf(laura.get(url))).not.toContain("of an earlier wording");
    const late = await laura.post(`${url}/correction`, {
      mention: mention.id,
      revision: "0",
      complaint: "yes",
    });
    expect(late.status).toBe(409);
    expect(await wordOn(mention)).toMatchObject({ revision: 1, complaint: false });
  });

  it.each([
    { when: "a form without a word", form: { revision: "0" } },
    { when: "a word that is neither", form: { revision: "0", complaint: "perhaps" } },
    { when: "a wording that nobody has seen", form: { revision: "7", complaint: "yes" } },
    { when: "another case's mention", form: { revision: "0", complaint: "yes", mention: "facebook:1" } },
  ])("refuses $when", async ({ form }) => {
    const laura = await world.signIn("agent");
    const { mention, url } = await world.aCase();
    const answer = await laura.post(`${url}/correction`, { mention: mention.id, ...form });
    expect(answer.status).toBe(409);
    expect(await textOf(answer)).toContain("Something in the form cannot be read");
    expect(await wordOn(mention)).toBeUndefined();
  });

  it("is not taken from another site, nor from who does not answer for the brand", async () => {
    const laura = await world.signIn("agent");
    const stranger = await world.signIn("agent", "Petri", [BrandId.parse("lounaspoyta")]);
    const { mention, url } = await world.aCase();
    const form = { mention: mention.id, revision: "0", complaint: "no" };
    const foreign = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
    expect((await laura.post(`${url}/correction`, form, foreign)).status).toBe(403);
    expect((await stranger.post(`${url}/correction`, form)).status).not.toBe(303);
    expect((await laura.post("/cases/case-facebook-0/correction", form)).status).toBe(404);
    expect(await wordOn(mention)).toBeUndefined();
  });

  it("is not asked about a post that is gone, and a word on it is refused", async () => {
    const laura = await world.signIn("agent");
    const { mention, url } = await world.aCase();
    await world.stores.mentions.remove(shop, mention.id, world.clock.at);
    expect(await textOf(laura.get(url))).not.toContain(`${url}/correction`);
    const answer = await laura.post(`${url}/correction`, {
      mention: mention.id,
      revision: "0",
      complaint: "no",
    });
    expect(answer.status).toBe(409);
    expect(await textOf(answer)).toContain("The writer has deleted it.");
  });

  it.each([
    { lang: "fi", yes: "Tämä on valitus", no: "Tämä ei ole valitus" },
    { lang: "sv", yes: "Det här är ett klagomål", no: "Det här är inget klagomål" },
  ])("is asked in the agent's language, $lang, by two buttons", async ({ lang, yes, no }) => {
    const laura = await world.signIn("agent");
    const { url } = await world.aCase();
    const page = await textOf(laura.get(url, { "accept-language": lang }));
    for (const [value, words] of [
      ["yes", yes],
      ["no", no],
    ])
      expect(page).toMatch(
        new RegExp(`<button type="submit" name="complaint" value="${value}"[^>]*>\\s*${words}\\s*</button>`),
      );
  });
});

describe("bringing back", () => {
  it.each([
    { says: "a complaint, when nothing else is said", form: {}, complaint: true },
    { says: "a complaint", form: { complaint: "yes", revision: "0" }, complaint: true },
    { says: "no complaint, when the agent says so", form: { complaint: "no" }, complaint: false },
  ])("labels it as $says, once", async ({ form, complaint }) => {
    const laura = await world.signIn("agent");
    const { mention, back } = await aSetAside("chatter", "Nice shop, sort of");
    const answer = await laura.post(back, form);
    expect(answer.headers.get("location")).toMatch(/^\/cases\/case-facebook-/);
    const word = await wordOn(mention);
    expect(word).toMatchObject({ complaint, revision: 0, by: "laura" });
    // A second click, from a page that is no longer true, changes neither case nor word.
    await laura.post(back, { complaint: complaint ? "no" : "yes" });
    expect(await wordOn(mention)).toEqual(word);
  });

  it("brings back although a word on a later wording stands", async () => {
    const laura = await world.signIn("agent");
    const { mention, back } = await aSetAside("praise", "Lovely", { revision: 1 });
    const about = { brand: shop, mention: mention.id, lang: "en" as const, by: laura.agent };
    await world.stores.corrections.record({ ...about, revision: 1, complaint: false, at: world.clock.at });
    expect((await laura.post(back, { complaint: "yes", revision: "0" })).status).toBe(303);
    expect(await wordOn(mention)).toMatchObject({ revision: 1, complaint: false });
  });

  it("leaves it aside and the case unmade when the word cannot be kept, so that it can be done again", async () => {
    const laura = await world.signIn("agent");
    const { mention, back } = await aSetAside("spam", "Win a phone");
    vi.spyOn(world.ports.corrections, "record").mockRejectedValueOnce(new Error("the table is away"));
    expect((await laura.post(back)).status).toBe(500);
    expect(await textOf(laura.get("/aside?reason=spam"))).toContain("Win a phone");
    expect(await world.stores.cases.load(shop, world.caseIdOf(mention.id))).toBeUndefined();
    expect((await laura.post(back)).status).toBe(303);
  });

  it("keeps the words as long as those of any complaint", async () => {
    const laura = await world.signIn("agent");
    const { mention, back } = await aSetAside("spam", "Win the boots that I never got");
    await laura.post(back);
    const words = (await wholeTable(world.dynamo.endpoint, CARE_TABLE)).find(
      ({ pk, sk }) => String(pk).endsWith(`#${mention.id}`) && sk === "text",
    );
    expect(words?.ttl).toBe(Date.parse(mention.seenAt) / 1000 + 30 * 86_400);
  });
});

describe("what was set aside", () => {
  const countOn = (page: string, words: string): number =>
    Number(new RegExp(`>\\s*${words} <span class="count">(\\d+)</span>`).exec(page)?.[1]);

  it("is counted by reason over the last seven days, each count a link to its list", async () => {
    const laura = await world.signIn("agent");
    const before = await textOf(laura.get("/aside"));
    await aSetAside("thanks", "Thanks a lot, that was quick");
    const { back } = await aSetAside("praise", "You are the best");
    const old = aMention("x", world.aNumber(), world.clock.at, { text: "Eight days ago, great" });
    await world.stores.mentions.put(old);
    await world.stores.mentions.saveAssessment(
      shop,
      anAssessment(old.id, "2026-11-13T23:00:00.000Z", "praise"),
    );
    const page = await textOf(laura.get("/aside"));
    expect(countOn(page, "praise")).toBe(countOn(before, "praise") + 1);
    expect(countOn(page, "thanks")).toBe(countOn(before, "thanks") + 1);
    expect(countOn(page, "All")).toBe(countOn(before, "All") + 2);
    for (const reason of AsideReason.options) expect(page).toContain(`href="/aside?reason=${reason}"`);
    await laura.post(back);
    expect(countOn(await textOf(laura.get("/aside")), "praise")).toBe(countOn(page, "praise"));
  });

  it("is listed by reason, with the chosen one marked, and says when there is none", async () => {
    const laura = await world.signIn("agent");
    await aSetAside("praise", "Superb skates");
    await aSetAside("not-about-us", "Wrong Kenttä, sorry");
    const page = await textOf(laura.get("/aside?reason=not-about-us"));
    expect(page).toContain("Wrong Kenttä, sorry");
    expect(page).not.toContain("Superb skates");
    expect(page).toMatch(/href="\/aside\?reason=not-about-us" aria-current="page"/);
    expect(await textOf(laura.get("/aside?reason=own-post"))).toContain(
      "Nothing stands aside as our own post.",
    );
    expect(await textOf(laura.get("/aside?reason=gibberish"))).toContain("Superb skates");
  });

  it("keeps the reason from page to page", async () => {
    const laura = await world.signIn("agent");
    for (let n = 0; n < 51; n++) await aSetAside("removed", `removed ${n}`);
    const page = await textOf(laura.get("/aside?reason=removed"));
    const next = /href="(\/aside\?reason=removed&amp;page=[^"]+)"/.exec(page)?.[1]?.replace("&amp;", "&");
    expect(next).toBeDefined();
    const rest = await textOf(laura.get(next ?? ""));
    expect(rest.match(/class="inline"><span class="meta">Set aside as/g)).toHaveLength(1);
    expect((await laura.get("/aside?page=nonsense")).status).toBe(404);
  });
});
