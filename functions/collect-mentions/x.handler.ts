import { randomUUID } from "node:crypto";
import * as z from "zod";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { secretsManager } from "../../shared/adapters/secrets-manager/secrets.ts";
import { xSource } from "../../shared/adapters/x/x-source.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { once } from "../../shared/runtime/once.ts";
import { collectMentions, noChannel, pollUntil } from "./collect-mentions.ts";
import { POLL_MS, scheduledBrand } from "./scheduled-brand.ts";

const Env = z.object({
  BUS_NAME: z.string().min(1),
  CARE_TABLE: z.string().min(1),
  X_API_ORIGIN: z.url().optional(),
});

export const makeHandler = (env: Environment): ((event: unknown) => Promise<void>) => {
  const wired = once(() => {
    const { BUS_NAME, CARE_TABLE, X_API_ORIGIN: origin } = readEnv(Env, env);
    const ports = { ...careStores(CARE_TABLE), bus: eventBus(BUS_NAME), clock: systemClock };
    return { ports, secrets: secretsManager(), origin };
  });
  return async (event) => {
    const { ports, secrets, origin } = wired();
    const brand = scheduledBrand(event);
    const { file } = await ports.brands.active(brand);
    const account = file.account.channels.x ?? noChannel(brand, "x");
    const source = () => xSource({ brand, account, secrets, origin, ...ports });
    const until = pollUntil(ports.clock, POLL_MS);
    const { retention } = file.playbook;
    await collectMentions({ brand, channel: "x", holder: randomUUID(), until, source, retention }, ports);
  };
};

export const handler = lambda(makeHandler);
