import * as z from "zod";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { secretsManager } from "../../shared/adapters/secrets-manager/secrets.ts";
import { socialPlatform } from "../../shared/adapters/social-platform.ts";
import type { Channel } from "../../shared/complaint/ids.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import type { PublishPorts } from "./publish-reply.ts";

export const PublishEnv = z.object({
  CARE_TABLE: z.string().min(1),
  BUS_NAME: z.string().min(1),
  X_API_ORIGIN: z.url().optional(),
  GRAPH_API_ORIGIN: z.url().optional(),
});

/** The ports of both handlers of this step; which platform is spoken to depends on the case's channel. */
export function publishPorts(environment: Environment): (channel: Channel) => PublishPorts {
  const env = readEnv(PublishEnv, environment);
  const stores = careStores(env.CARE_TABLE);
  const secrets = secretsManager();
  return (channel) => ({
    ...stores,
    clock: systemClock,
    platform: async (brand) =>
      socialPlatform(channel, (await stores.brands.active(brand)).file, {
        secrets,
        mentions: stores.mentions,
        allowances: stores.allowances,
        clock: systemClock,
        ...(env.X_API_ORIGIN === undefined ? {} : { xOrigin: env.X_API_ORIGIN }),
        ...(env.GRAPH_API_ORIGIN === undefined ? {} : { graphOrigin: env.GRAPH_API_ORIGIN }),
      }),
  });
}
