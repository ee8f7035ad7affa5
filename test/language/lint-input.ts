import { expect } from "vitest";
import type { Decision, Remedy } from "../../shared/complaint/remedy.ts";
import {
  type Check,
  type Linted,
  type LintInput,
  type LintPlaybook,
  linted,
} from "../../shared/language/lint-finding.ts";

/** A small sports shop, written here: a brand file takes longer to read than all checks together. */
export const playbook: LintPlaybook = {
  ownNames: ["Kenttäkauppa"],
  competitors: [],
  priceList: [
    { id: "kayak", names: { en: ["kayak"] }, category: "water", priceMinor: 54_900, costMinor: 38_400 },
  ],
  stores: [],
  voice: { register: { fi: "sinä", sv: "du" }, prefer: {}, avoid: {} },
  situations: [
    {
      id: "exchange-refused",
      recognise: {},
      feeling: {},
      loss: "goods",
      floor: { kind: "exchange" },
      goodwill: [],
    },
  ],
};
export const eur = (minor: number) => ({ minor, currency: "EUR" as const });

export const inputOf = (text: string, over: Partial<LintInput> = {}): Linted =>
  linted({
    side: "public",
    text,
    lang: "en",
    channel: "facebook",
    playbook,
    matchConfirmed: false,
    ...over,
  });

/** What a check finds. Every finding says why, and a better wording is never empty. */
export function findingsOf(check: Check, text: string, over: Partial<LintInput> = {}) {
  const findings = check(inputOf(text, over));
  for (const { side, reason, better } of findings) {
    expect(side).toBe(over.side ?? "public");
    expect(reason).toMatch(/\p{L}{2}.*\.$/u);
    expect(better ?? "none needed").toMatch(/\S/);
  }
  return findings;
}

/** Each finding as `rule severity: words`, with `!` where nobody may overrule it. */
export const found = (check: Check, text: string, over: Partial<LintInput> = {}): string[] =>
  findingsOf(check, text, over).map(
    ({ rule, severity, overrulable, start, end }) =>
      `${rule} ${severity}${overrulable ? "" : "!"}: ${text.slice(start, end)}`,
  );

export const remedy = (kind: Remedy["kind"], changed: Partial<Remedy> = {}): Remedy => ({
  kind,
  cost: eur(0),
  owed: eur(0),
  goodwill: eur(0),
  ...changed,
});
/** A decision for these remedies, the first of them proposed. */
export const giving = (first: Remedy, ...alternatives: Remedy[]): Decision => ({
  outcome: "remedy",
  playbookVersion: 1,
  situation: "exchange-refused",
  reasons: [],
  remedy: first,
  alternatives,
  mandate: { limit: eur(0), boundBy: "role-case" },
  proportion: { cost: eur(0), atRisk: eur(0) },
  lossKey: "k",
});
export const stopping: Decision = {
  outcome: "stop",
  playbookVersion: 1,
  reasons: [],
  stopCase: "death",
  onCall: "Duty manager",
  keep: [],
};
export const byHand: Decision = { outcome: "by-hand", playbookVersion: 1, reasons: [] };
