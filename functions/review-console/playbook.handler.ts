import { handle } from "hono/aws-lambda";
import * as z from "zod";
import { brandStore } from "../../shared/adapters/dynamodb/brand-store.ts";
import { playbookVersions } from "../../shared/adapters/dynamodb/playbook-versions.ts";
import { sessionStore } from "../../shared/adapters/dynamodb/session-store.ts";
import { dynamoTable } from "../../shared/adapters/dynamodb/table.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { type Environment, readEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { PagesEnv } from "./pages-env.ts";
import { createPlaybookApp } from "./playbook/app.tsx";

const Env = z.object({ CARE_TABLE: z.string().min(1), ...PagesEnv });

/** The playbook's pages with the adapters that the environment names. */
export function makeApp(environment: Environment) {
  const env = readEnv(Env, environment);
  const table = dynamoTable(env.CARE_TABLE);
  return createPlaybookApp({
    brands: brandStore(table),
    versions: playbookVersions(table),
    sessions: sessionStore(table),
    clock: systemClock,
    brandIds: env.BRANDS,
    origin: env.CONSOLE_ORIGIN,
    logoutUrl: env.OIDC_LOGOUT_URL === "" ? undefined : env.OIDC_LOGOUT_URL,
  });
}

/** Behind an HTTP API (payload 2.0). */
export const makeHandler = (environment: Environment) => handle(makeApp(environment));

export const handler = lambda(makeHandler);
