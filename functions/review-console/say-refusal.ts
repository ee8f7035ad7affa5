import { mandateRole } from "../../shared/complaint/agent-acts/signers-mandate.ts";
import type { Currency } from "../../shared/complaint/money.ts";
import type { Shift } from "../../shared/complaint/promise.ts";
import type { Messages } from "./messages/messages.ts";
import type { Refusal } from "./refusal.ts";
import { inMoney, inWords } from "./words.ts";

/** The manager of the roster who is here longest. */
export const managerHere = (shifts: readonly Shift[]): string | undefined =>
  shifts
    .filter(({ role }) => mandateRole(role) === "manager")
    .toSorted((a, b) => (a.until < b.until ? 1 : -1))[0]?.name;

/** What was not done and why, with the next step, in plain words. */
export function say(
  refusal: Refusal,
  m: Messages,
  currency: Currency,
  shifts: readonly Shift[] = [],
): string {
  switch (refusal.refused) {
    case "outside-mandate":
      if (refusal.limitMet === "believe-first") return m.believedOften(managerHere(shifts));
      return m.outsideMandate(
        m.sums.limits[refusal.limitMet],
        inMoney({ minor: refusal.overByMinor, currency }, m),
      );
    case "below-floor":
      return m.belowFloor(inWords(refusal.core, m));
    case "limit":
      return m.limitMet[refusal.scope];
    default:
      return m.refusals[refusal.refused];
  }
}
