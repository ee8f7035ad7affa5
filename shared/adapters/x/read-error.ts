import { Malformed, NotConfigured, Unavailable } from "../../runtime/errors.ts";
import { DoorClosed } from "../door-closed.ts";
import type { XFailure } from "./x-failure.ts";

/** What a failed read means to the collector, with who acts. `place` names the account and the secret. */
export function readError(failure: XFailure, place: string): Error {
  switch (failure.kind) {
    case "closed":
    case "throttled":
      return new DoorClosed(failure.until);
    case "credits":
      return new NotConfigured(
        `X says that the app of ${place} has no credits left, or has reached its cap. Add credits in the developer console; nothing is called before ${failure.until}.`,
      );
    case "token":
      return new NotConfigured(
        `X refuses the keys of ${place} (code ${failure.code}). Make new ones in the developer console and put them into the secret; "shopkeeper doctor" says which.`,
      );
    case "lost":
      return new Unavailable(`X did not answer (${failure.why})`);
    case "no":
      return new Malformed("x request", [`refused with ${failure.code}`]);
    default:
      return failure satisfies never;
  }
}
