import type { Channel } from "../complaint/ids.ts";
import type { BrandFile } from "../complaint/playbook.ts";
import type { Clock } from "../ports/clock.ts";
import type { AllowanceStore } from "../ports/collecting.ts";
import type { MentionStore } from "../ports/mention-store.ts";
import type { Secrets } from "../ports/secrets.ts";
import type { SocialPlatform } from "../ports/social-platform.ts";
import { NotConfigured } from "../runtime/errors.ts";
import { facebookPlatform } from "./facebook/facebook-platform.ts";
import { xPlatform } from "./x/x-platform.ts";

/**
 * The brand's account on the channel, for the publisher.
 *
 * @throws {NotConfigured} when the brand has no such channel, or its secret is missing or incomplete
 */
export async function socialPlatform(
  channel: Channel,
  { brand, account }: BrandFile,
  around: {
    readonly secrets: Secrets;
    readonly mentions: MentionStore;
    readonly allowances: AllowanceStore;
    readonly clock: Clock;
    readonly xOrigin?: string;
    readonly graphOrigin?: string;
  },
): Promise<SocialPlatform> {
  const { facebook, x } = account.channels;
  if (channel === "facebook" && facebook !== undefined)
    return facebookPlatform({ brand, account: facebook, ...around, origin: around.graphOrigin });
  if (channel === "x" && x !== undefined)
    return xPlatform({ brand, account: x, ...around, origin: around.xOrigin });
  throw new NotConfigured(
    `"${brand}" has no ${channel} account. Add it under account.channels in brands/${brand}.yaml.`,
  );
}
