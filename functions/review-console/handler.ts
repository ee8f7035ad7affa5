import { handle } from "hono/aws-lambda";
import * as z from "zod";
import { knownCustomersIn } from "../../shared/adapters/dynamodb/customers/known-customers.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { eventBus } from "../../shared/adapters/eventbridge/event-bus.ts";
import { secretsManager } from "../../shared/adapters/secrets-manager/secrets.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { createApp } from "./app.tsx";
import { lint } from "./lint.ts";
import { oidcLogin } from "./login/oidc.ts";
import { PagesEnv } from "./pages-env.ts";

const Env = z.object({
  CARE_TABLE: z.string().min(1),
  CUSTOMERS_TABLE: z.string().min(1),
  BUS_NAME: z.string().min(1),
  ...PagesEnv,
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET_NAME: z.string().min(1),
  OIDC_GROUP_CLAIM: z.string().min(1),
});

/** The console with the adapters that the environment names. */
export function makeApp(environment: Environment) {
  const env = readEnv(Env, environment);
  return createApp({
    ...careStores(env.CARE_TABLE),
    customers: knownCustomersIn(env.CUSTOMERS_TABLE),
    bus: eventBus(env.BUS_NAME),
    clock: systemClock,
    lint,
    login: oidcLogin(
      {
        issuer: env.OIDC_ISSUER,
        clientId: env.OIDC_CLIENT_ID,
        clientSecretName: env.OIDC_CLIENT_SECRET_NAME,
        groupClaim: env.OIDC_GROUP_CLAIM,
        origin: env.CONSOLE_ORIGIN,
      },
      secretsManager(),
    ),
    brandIds: env.BRANDS,
    origin: env.CONSOLE_ORIGIN,
    logoutUrl: env.OIDC_LOGOUT_URL === "" ? undefined : env.OIDC_LOGOUT_URL,
  });
}

/** Behind an HTTP API (payload 2.0). */
export const makeHandler = (environment: Environment) => handle(makeApp(environment));

export const handler = lambda(makeHandler);
