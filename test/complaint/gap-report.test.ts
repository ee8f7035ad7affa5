import { describe, expect, it } from "vitest";
import type { AuditEntry, CaseFile } from "../../shared/complaint/case-file.ts";
import { gapRows } from "../../shared/complaint/gap-report.ts";
import { Grant } from "../../shared/complaint/grant.ts";
import { AgentId } from "../../shared/complaint/ids.ts";
import type { MandateGap } from "../../shared/complaint/mandate-gap.ts";
import { money } from "../../shared/complaint/money.ts";
import { sayGap, sayNoGap } from "../../shared/language/gap-phrases.ts";
import { aDraftedCase, approvedBy, laura } from "../support/world.ts";

const eur = (minor: number) => money(minor, "EUR");
const sanna = AgentId.parse("sanna");
const zone = "Europe/Helsinki";
let number = 0;

/** Laura handed a case up because so much goodwill is above her 30 €, and Sanna signed so much. */
function signed(
  asked: number,
  given: number,
  changed: { gap?: Partial<MandateGap>; grant?: Partial<Grant>; audit?: Partial<AuditEntry> } = {},
): CaseFile {
  const at = "2026-11-20T09:00:00.000Z";
  const file = aDraftedCase("facebook", `${++number}`, at);
  const [grant] = approvedBy(file, "2026-11-20T10:00:00.000Z", sanna).change.grants ?? [];
  const remedy = { kind: "refund" as const, cost: eur(given), owed: eur(0), goodwill: eur(given) };
  const gap: MandateGap = {
    limitMet: "role-case",
    of: "goodwill",
    role: "agent",
    limit: eur(3000),
    asked: eur(asked),
    overBy: eur(asked - 3000),
    ...changed.gap,
  };
  return {
    ...file,
    grants: [Grant.parse({ ...grant, remedy, ...changed.grant })],
    audit: [{ at, by: laura, did: "escalated", gap, ...changed.audit }],
  };
}
const report = (...files: readonly CaseFile[]) => gapRows(files, "2026-11", zone);

describe("the gap report", () => {
  it("adds up by situation, role and limit what managers gave above it", () => {
    const rows = report(
      signed(3500, 3500),
      signed(3500, 3500),
      signed(4200, 4200),
      signed(900, 900, { gap: { limitMet: "value-share", limit: eur(700), overBy: eur(200) } }),
      signed(800, 800, { gap: { limitMet: "value-share", limit: eur(500), overBy: eur(300) } }),
    );
    expect(rows).toEqual([
      {
        situation: "exchange-refused",
        role: "agent",
        limitMet: "role-case",
        limit: eur(3000),
        times: 3,
        overBy: { middle: eur(500), most: eur(1200), sum: eur(2200) },
      },
      {
        situation: "exchange-refused",
        role: "agent",
        limitMet: "value-share",
        times: 2,
        overBy: { middle: eur(200), most: eur(300), sum: eur(500) },
      },
    ]);
  });

  it.each([
    { when: "was settled inside the mandate after all", file: signed(3500, 3000) },
    { when: "was taken back", file: signed(3500, 3500, { grant: { state: "RELEASED" } }) },
    {
      when: "was signed in another month",
      file: signed(3500, 3500, { grant: { grantedAt: "2026-11-30T22:00:00.000Z" } }),
    },
    { when: "the same person signed in the end", file: signed(3500, 3500, { grant: { grantedBy: laura } }) },
    {
      when: "was handed up after it was signed",
      file: signed(3500, 3500, { audit: { at: "2026-11-21T09:00:00.000Z" } }),
    },
    { when: "was handed up for another reason", file: signed(3500, 3500, { audit: { gap: undefined } }) },
    { when: "is still open", file: { ...signed(3500, 3500), grants: [] } },
  ])("counts nothing that $when", ({ file }) => {
    expect(report(file)).toEqual([]);
  });

  it("goes by what was given, more or less than was asked", () => {
    expect(report(signed(3500, 3200))[0]?.overBy.most).toEqual(eur(200));
    expect(report(signed(3500, 4000))[0]?.overBy.most).toEqual(eur(1000));
  });

  it("counts what everybody gets beyond a cap without the goodwill on top", () => {
    const owed = {
      remedy: { kind: "refund" as const, cost: eur(5000), owed: eur(4000), goodwill: eur(1000) },
    };
    const core = { gap: { of: "core" as const }, grant: owed, audit: { by: "shopkeeper" as const } };
    expect(report(signed(4000, 0, core))).toMatchObject([{ times: 1, overBy: { most: eur(1000) } }]);
  });

  it("says it in three languages", () => {
    const [fixed] = report(...Array.from({ length: 31 }, () => signed(3500, 3500)));
    const [share] = report(
      signed(900, 900, { gap: { limitMet: "value-share", limit: eur(700), overBy: eur(200) } }),
      signed(900, 1000, { gap: { limitMet: "value-share", limit: eur(700), overBy: eur(200) } }),
    );
    if (!fixed || !share) throw new Error("no rows");
    const said = (["en", "fi", "sv"] as const).flatMap((lang) => [
      sayGap(fixed, "2026-11", lang),
      sayGap(share, "2026-11", lang),
      sayNoGap("2026-11", lang),
    ]);
    expect(said).toEqual([
      "2026-11: 31 times €30 was too little by €5 (exchange-refused · agent · limit per case)",
      "2026-11: 2 times the share of what is at risk was too little by €2, €3 at most (exchange-refused · agent)",
      "2026-11: no manager gave more than the mandate.",
      "2026-11: 31 kertaa 30 € oli liian vähän, puuttui 5 € (exchange-refused · asiakaspalvelija · raja tapausta kohden)",
      "2026-11: 2 kertaa oli liian pieni osuus siitä, mikä on vaakalaudalla, puuttui 2 €, enimmillään 3 € (exchange-refused · asiakaspalvelija)",
      "2026-11: kukaan esihenkilö ei antanut yli valtuuksien.",
      "2026-11: 31 gånger var 30 € för lite, det fattades 5 € (exchange-refused · medarbetare · gräns per ärende)",
      "2026-11: 2 gånger var en andel av det som står på spel för lite, det fattades 2 €, som mest 3 € (exchange-refused · medarbetare)",
      "2026-11: ingen chef gav mer än mandatet.",
    ]);
  });
});
