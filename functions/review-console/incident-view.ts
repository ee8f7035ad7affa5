import { mandateRole } from "../../shared/complaint/agent-acts/signers-mandate.ts";
import { budgetPeriods } from "../../shared/complaint/budget.ts";
import type { Incident, IncidentMember } from "../../shared/complaint/incident.ts";
import {
  type Choice,
  choicesOf,
  maySet,
  type SettingRefusal,
  type Sums,
  sumsOf,
} from "../../shared/complaint/incident-sums.ts";
import type { BrandFile, RemedyRule, Situation } from "../../shared/complaint/playbook.ts";
import type { Person } from "./login/login.ts";
import type { Ports } from "./ports.ts";

/** A remedy that may be set, with what it comes to over all cases. */
export type PricedChoice = {
  readonly choice: Choice;
  /** What it is in words is made of: of the core, what is owed, else the floor. */
  readonly rule: RemedyRule;
  readonly sums: Sums;
  readonly refusal?: SettingRefusal | undefined;
};

/** Everything that the page of one incident shows. */
export type IncidentView = {
  readonly incident: Incident;
  /** Those that are of it. */
  readonly members: readonly IncidentMember[];
  readonly situation: Situation | undefined;
  readonly choices: readonly PricedChoice[];
  readonly leftThisMonthMinor: number;
};

export async function viewIncident(
  ports: Ports,
  { account, playbook, brand }: BrandFile,
  person: Person,
  incident: Incident,
): Promise<IncidentView> {
  const [all, used] = await Promise.all([
    ports.incidents.allMembers(brand, incident.id),
    ports.lists.budgets(brand, { customer: "nobody", ...budgetPeriods(ports.clock.now(), account.timeZone) }),
  ]);
  const members = all.filter(({ is }) => is !== "left");
  const situation = playbook.situations.find(({ id }) => id === incident.topic.situation);
  const { mandate } = playbook;
  const usedMonthMinor = used.brandMonthMinor;
  const choices =
    situation === undefined
      ? []
      : choicesOf(situation).map((choice) => {
          const facts = { situation, mandate, role: "manager" as const, currency: account.currency };
          const sums = sumsOf(members, choice, facts);
          const refusal = maySet(sums, choice, { mandate, role: mandateRole(person.role), usedMonthMinor });
          return { choice, rule: choice.rule ?? situation.owed ?? situation.floor, sums, refusal };
        });
  return {
    incident,
    members,
    situation,
    choices,
    leftThisMonthMinor: Math.max(0, mandate.brandMonthMinor - usedMonthMinor),
  };
}
