import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { BrandId } from "../../shared/complaint/ids.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import type { SocialPlatform } from "../../shared/ports/social-platform.ts";
import { measure } from "../../shared/runtime/metrics.ts";
import { once } from "../../shared/runtime/once.ts";
import { type Change, changeWith } from "./pair-changes.ts";
import type { PublishPorts } from "./publish-reply.ts";

/** What stays the same while one pair is brought on: read once, however many moves it takes. */
export type Run = {
  readonly causedBy: string;
  readonly timeZone: string;
  readonly platform: () => Promise<SocialPlatform>;
};

export async function beginRun(
  about: { readonly brand: BrandId; readonly causedBy: string },
  ports: PublishPorts,
): Promise<Run> {
  const { account } = (await ports.brands.active(about.brand)).file;
  return {
    causedBy: about.causedBy,
    timeZone: account.timeZone,
    platform: once(() => ports.platform(about.brand)),
  };
}

/** Saves and gives what to tell; nothing when somebody else moved the case: then the next look at it decides anew. */
export async function savePair(
  file: CaseFile,
  change: Change,
  { causedBy, timeZone }: Run,
  ports: PublishPorts,
): Promise<readonly DomainEvent[]> {
  const made = changeWith(file, change, { now: ports.clock.now(), timeZone, causedBy });
  const { outcome } = await ports.cases.save(made.save);
  if (outcome !== "saved") return [];
  if (change.delivery.state === "UNKNOWN" && change.delivery.looks === 0)
    measure({ name: "DeliveriesUnknown", value: 1 });
  return made.tell;
}
