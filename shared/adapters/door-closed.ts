import type { Instant } from "../complaint/ids.ts";

/** A platform has asked for quiet: reading ends here, without an alarm. Never leaves a source. */
export class DoorClosed extends Error {
  readonly until: Instant;
  constructor(until: Instant) {
    super(`the platform asked for quiet until ${until}`);
    this.name = "DoorClosed";
    this.until = until;
  }
}
