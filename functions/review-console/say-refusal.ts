import type { Currency } from "../../shared/complaint/money.ts";
import type { Messages } from "./messages/messages.ts";
import type { Refusal } from "./refusal.ts";
import { inMoney, inWords } from "./words.ts";

/** What was not done and why, with the next step, in plain words. */
export function say(refusal: Refusal, m: Messages, currency: Currency): string {
  switch (refusal.refused) {
    case "outside-mandate":
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
