import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ANSWERED_ELSEWHERE,
  answeredByAccount,
  answeredCustomer,
} from "../../shared/complaint/answered-elsewhere.ts";
import { AuthorMatch } from "../../shared/complaint/author-match.ts";
import { Case } from "../../shared/complaint/case.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Delivery } from "../../shared/complaint/delivery.ts";
import { approvalIdOf, CustomerId, deliveryIdOf, grantIdOf } from "../../shared/complaint/ids.ts";
import { compose } from "../../shared/language/compose.ts";
import { boots, decideFor, exampleBrand, relationshipWorth } from "../language/reply-world.ts";
import { aDraftedCase, bootsForBoots, laura, shop } from "../support/world.ts";

const AT = "2026-11-20T09:00:00.000Z";
const zone = "Europe/Helsinki";
const own = aDraftedCase("facebook", "1", AT);
/** Another case of the same account, with these texts of it gone. */
function another(sides: readonly Delivery["side"][], changed: Partial<CaseFile["case"]> = {}): CaseFile {
  const file = aDraftedCase("facebook", "2", AT);
  const { id } = file.case;
  const { author } = own.case;
  if (author === undefined) throw new Error("nobody wrote it");
  const approvalId = approvalIdOf(id, 1);
  return {
    ...file,
    case: Case.parse({ ...file.case, author, ...changed }),
    deliveries: sides.map((side) => ({
      id: deliveryIdOf(approvalId, side),
      caseId: id,
      brand: shop,
      channel: "facebook",
      approvalId,
      side,
      mention: file.case.answerTo,
      draftVersion: 1,
      rev: 1,
      updatedAt: AT,
      state: "SENT",
      sentAt: AT,
      platformId: `p-${side}`,
    })),
  };
}
const both = another(["public", "private"]);
const seen = (file: CaseFile, other: CaseFile, product?: string, otherProduct?: string) =>
  answeredByAccount({ file, product }, [{ file: other, product: otherProduct }], zone);

describe("an answer to the same account", () => {
  it.each([
    { when: "in public and in private", other: both, gives: { privately: true, given: false } },
    { when: "in public alone", other: another(["public"]), gives: { privately: false, given: false } },
    {
      when: "in private alone is not where anybody can see it",
      other: another(["private"]),
      gives: undefined,
    },
    { when: "of another account", other: another(["public"], { author: undefined }), gives: undefined },
    { when: "on another channel", other: another(["public"], { channel: "x" }), gives: undefined },
    {
      when: "about another situation",
      other: another(["public"], { situation: "late-delivery" }),
      gives: undefined,
    },
    {
      when: "of the evening before, by the brand's clock",
      other: another(["public"], { openedAt: "2026-11-19T21:59:59.000Z" }),
      gives: undefined,
    },
    {
      when: "after the brand's midnight",
      other: another(["public"], { openedAt: "2026-11-19T22:00:00.000Z" }),
      gives: { privately: false, given: false },
    },
  ])("$when", ({ other, gives }) => expect(seen(own, other)).toEqual(gives));

  it("is about the same thing, or one of the two names none", () => {
    expect(seen(own, both, "boots", "boots")).toBeDefined();
    expect(seen(own, both, "boots", undefined)).toBeDefined();
    expect(seen(own, both, undefined, "boots")).toBeDefined();
    expect(seen(own, both, "boots", "bike")).toBeUndefined();
  });

  it("never makes two cases point at each other", () => {
    const pointing: CaseFile = {
      ...both,
      drafts: both.drafts.map((draft) => ({ ...draft, reasons: [ANSWERED_ELSEWHERE] })),
    };
    expect(seen(own, pointing)).toBeUndefined();
    // The writer comes back to the case that was answered, while the other points at it.
    const answered: CaseFile = { ...own, deliveries: both.deliveries };
    expect(seen(answered, both)).toBeUndefined();
    expect(answeredByAccount({ file: own }, [{ file: own }], zone)).toBeUndefined();
  });

  it("is nothing to point at from a stop case, a question or a case without a situation", () => {
    for (const changed of [{ lane: "stop" }, { lane: "question" }, { situation: undefined }] as const)
      expect(seen({ ...own, case: Case.parse({ ...own.case, ...changed }) }, both)).toBeUndefined();
  });

  it("does not depend on who the writer may be, on what was bought or on what was given", () => {
    const known = fc.record({
      customer: fc.option(fc.constantFrom("c1", "c2"), { nil: undefined }),
      basis: fc.constantFrom("evidence", "confirmed-by-customer", "no-candidates"),
      lossKey: fc.constantFrom("purchase:1", "purchase:2", "c1|exchange-refused|2026-11-20"),
    });
    const as = (
      file: CaseFile,
      who: { customer?: string | undefined; basis: string; lossKey: string },
    ): CaseFile => {
      const customer = who.customer === undefined ? {} : { customer: CustomerId.parse(who.customer) };
      const { decision } = file;
      if (decision?.outcome !== "remedy") throw new Error("no remedy");
      return {
        ...file,
        case: { ...file.case, ...customer },
        match: AuthorMatch.parse({
          decision: who.customer === undefined ? "none" : "link",
          ...customer,
          candidates: [],
          basis: who.basis,
          matchedAt: AT,
        }),
        decision: { ...decision, lossKey: who.lossKey },
        grants: [],
      };
    };
    fc.assert(
      fc.property(known, known, fc.boolean(), (me, them, isPrivate) => {
        const other = isPrivate ? both : another(["public"]);
        expect(seen(as(own, me), as(other, them))).toEqual(seen(own, other));
      }),
      { numRuns: 1000 },
    );
  });

  it("gives a customer and a stranger the same public text to the byte", () => {
    const brand = exampleBrand("kenttakauppa");
    const facts = { product: "football-boots-junior", purchases: [] };
    const asStranger = decideFor(brand, { ...facts, relationship: relationshipWorth(0) });
    const texts = [0, 43_000, 400_000].map((atRisk) =>
      ["a", "b", "c"].map(
        (seed) =>
          compose({
            lang: "en",
            channel: "facebook",
            situation: brand.playbook.situations.find(({ id }) => id === "exchange-refused"),
            decision: decideFor(brand, { ...facts, relationship: relationshipWorth(atRisk) }),
            asStranger,
            elsewhere: { account: { privately: true, given: true } },
            brandName: brand.account.name,
            text: boots,
            cues: [],
            matchConfirmed: atRisk > 0,
            shift: { name: "Laura", untilText: "18" },
            seed,
            register: "you",
            timeZone: zone,
          }).public,
      ),
    );
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
  });
});

describe("an answer to the same customer", () => {
  const link = (basis: "evidence" | "confirmed-by-agent") =>
    AuthorMatch.parse({ decision: "link", customer: "c1", candidates: [], basis, matchedAt: AT });
  const customer = CustomerId.parse("c1");
  const of = (file: CaseFile, basis: "evidence" | "confirmed-by-agent" = "confirmed-by-agent"): CaseFile => {
    const { decision } = file;
    if (decision?.outcome !== "remedy") throw new Error("no remedy");
    return {
      ...file,
      case: { ...file.case, customer },
      match: link(basis),
      decision: { ...decision, lossKey: "purchase:1" },
    };
  };
  const approvalId = approvalIdOf(both.case.id, 1);
  const given = (state: "SETTLED" | "RELEASED", lossKey = "purchase:1"): CaseFile => ({
    ...of(both),
    grants: [
      {
        id: grantIdOf(approvalId),
        caseId: both.case.id,
        brand: shop,
        approvalId,
        remedy: bootsForBoots,
        lossKey,
        state,
        grantedBy: laura,
        grantedAt: AT,
        updatedAt: AT,
        rev: 1,
      },
    ],
  });

  it.each([
    { when: "of whom it is certain, for this very loss", mine: of(own), other: given("SETTLED"), is: true },
    { when: "whose link here is a guess", mine: of(own, "evidence"), other: given("SETTLED"), is: false },
    {
      when: "whose link there is a guess",
      mine: of(own),
      other: { ...given("SETTLED"), match: link("evidence") },
      is: false,
    },
    { when: "for another loss", mine: of(own), other: given("SETTLED", "purchase:2"), is: false },
    { when: "that was taken back", mine: of(own), other: given("RELEASED"), is: false },
    {
      when: "that has not reached them",
      mine: of(own),
      other: { ...given("SETTLED"), deliveries: [] },
      is: false,
    },
  ])("$when: $is", ({ mine, other, is }) =>
    expect(answeredCustomer(mine, [other])).toEqual(is ? { channel: "facebook" } : undefined),
  );
});
