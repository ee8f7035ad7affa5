import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { AsideReason } from "../../../shared/complaint/assessment.ts";
import { BrandId, mentionId } from "../../../shared/complaint/ids.ts";
import { anAssessment } from "../../support/an-assessment.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";

const at = "2026-11-20T10:00:00.000Z";
let dynamo: { close(): Promise<void> };
const { mentions, asides } = careStores(CARE_TABLE);
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

const names = { next: 0 };
/** Each test has a brand of its own, so that no other counts into it. */
const aBrand = () => BrandId.parse(`brand-${names.next++}`);
const post = (number: number | string) => mentionId("facebook", String(number));
const total = (counts: Readonly<Record<AsideReason, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe("what was set aside", () => {
  it("is listed latest first, of all reasons or of one, each once over all pages", async () => {
    const brand = aBrand();
    const reasons = ["praise", "spam", "chatter"] as const;
    const expected: string[] = [];
    for (let n = 0; n < 120; n++) {
      const when = new Date(Date.parse(at) + n * 1000).toISOString();
      await mentions.saveAssessment(brand, anAssessment(post(n), when, reasons[n % 3]));
      expected.unshift(post(n));
    }
    const through = async (reason?: AsideReason) => {
      const found: string[] = [];
      const pages: number[] = [];
      let page: string | undefined;
      do {
        const list = await asides.list(brand, { reason, page });
        found.push(...list.entries.map(({ mention }) => mention));
        pages.push(list.entries.length);
        page = list.next;
      } while (page !== undefined);
      return { found, pages };
    };
    expect(await through()).toEqual({ found: expected, pages: [50, 50, 20] });
    const spam = expected.filter((_id, place) => (119 - place) % 3 === 1);
    expect(await through("spam")).toEqual({ found: spam, pages: [40] });
    expect(await through("thanks")).toEqual({ found: [], pages: [0] });
  });

  it("ends with a full page where nothing comes after it", async () => {
    const brand = aBrand();
    for (let n = 0; n < 50; n++) await mentions.saveAssessment(brand, anAssessment(post(n), at, "praise"));
    const list = await asides.list(brand, {});
    expect(list.entries).toHaveLength(50);
    expect(list.next).toBeUndefined();
  });

  it.each(["nonsense", Buffer.from("2026-11-20").toString("base64url"), ""])(
    "refuses a page that the list did not give out: %j",
    async (page) => {
      await expect(asides.list(aBrand(), { page })).rejects.toThrow(/page token/);
    },
  );

  it("moves to the list of its new reason, and leaves when it is read as something to answer", async () => {
    const brand = aBrand();
    const listed = async (reason: AsideReason) =>
      (await asides.list(brand, { reason })).entries.map(({ mention }) => mention);
    await mentions.saveAssessment(brand, anAssessment(post(1), at, "praise"));
    await mentions.saveAssessment(brand, anAssessment(post(1), at, "spam", { revision: 1 }));
    expect([await listed("praise"), await listed("spam")]).toEqual([[], [post(1)]]);
    await mentions.saveAssessment(brand, anAssessment(post(1), at, undefined, { revision: 2 }));
    expect((await asides.list(brand, {})).entries).toEqual([]);
    expect(await mentions.assessmentOf(brand, post(1))).toMatchObject({ lane: "answer", revision: 2 });
  });
});

describe("the counts", () => {
  it("count by reason from a UTC day on, and nothing before it", async () => {
    const brand = aBrand();
    const rows = [
      ["2026-11-13T23:59:59.999Z", "praise"],
      ["2026-11-14T00:00:00.000Z", "praise"],
      ["2026-11-16T12:00:00.000Z", "spam"],
      ["2026-11-20T08:00:00.000Z", "praise"],
    ] as const;
    for (const [n, [when, reason]] of rows.entries())
      await mentions.saveAssessment(brand, anAssessment(post(n), when, reason));
    expect(await asides.countsSince(brand, "2026-11-14")).toEqual({
      ...Object.fromEntries(AsideReason.options.map((reason) => [reason, 0])),
      praise: 2,
      spam: 1,
    });
    expect(total(await asides.countsSince(aBrand(), "2026-11-14"))).toBe(0);
  });

  it("count a mention once when its assessment is saved two hundred times at once", async () => {
    const brand = aBrand();
    const same = anAssessment(post(1), at, "praise");
    const saved = await Promise.all(Array.from({ length: 200 }, () => mentions.saveAssessment(brand, same)));
    expect(saved.every(Boolean)).toBe(true);
    expect(await asides.countsSince(brand, "2026-11-20")).toMatchObject({ praise: 1 });
  });

  it("keep what left the list, and do not count it again when it comes back", async () => {
    const brand = aBrand();
    await mentions.saveAssessment(brand, anAssessment(post(1), at, "praise"));
    await mentions.saveAssessment(brand, anAssessment(post(1), at, undefined, { revision: 1 }));
    expect(total(await asides.countsSince(brand, "2026-11-20"))).toBe(1);
    await mentions.saveAssessment(brand, anAssessment(post(1), at, "spam", { revision: 2 }));
    expect(await asides.countsSince(brand, "2026-11-20")).toMatchObject({ praise: 1, spam: 0 });
    expect((await asides.list(brand, { reason: "spam" })).entries).toHaveLength(1);
  });

  it("do not count a wording that came after a later one had been read", async () => {
    const brand = aBrand();
    await mentions.saveAssessment(brand, anAssessment(post(1), at, undefined, { revision: 1 }));
    expect(await mentions.saveAssessment(brand, anAssessment(post(1), at, "praise"))).toBe(false);
    expect(total(await asides.countsSince(brand, "2026-11-20"))).toBe(0);
    expect(await mentions.assessmentOf(brand, post(1))).toMatchObject({ lane: "answer" });
  });

  it("count each mention that ever stood aside once, whatever comes twice and in whatever order", async () => {
    const wording = fc.record({
      number: fc.nat({ max: 3 }),
      revision: fc.nat({ max: 2 }),
      times: fc.integer({ min: 1, max: 3 }),
    });
    // What one wording is read as does not change by being read again.
    const reasonFor = (number: number, revision: number): AsideReason | undefined =>
      (["praise", undefined, "spam"] as const)[(number + revision) % 3];
    await fc.assert(
      fc.asyncProperty(fc.array(wording, { maxLength: 10 }), async (wordings) => {
        const brand = aBrand();
        const events = wordings.flatMap(({ times, ...each }) => Array.from({ length: times }, () => each));
        const everAside = new Set<number>();
        for (const { number, revision } of events) {
          const reason = reasonFor(number, revision);
          const saved = await mentions.saveAssessment(
            brand,
            anAssessment(post(number), at, reason, { revision }),
          );
          if (saved && reason !== undefined) everAside.add(number);
        }
        expect(total(await asides.countsSince(brand, "2026-11-20"))).toBe(everAside.size);
      }),
      { numRuns: 40, seed: 20261120 },
    );
  });
});
