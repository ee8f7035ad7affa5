import { readdirSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import type { ApiMeter } from "../../../shared/adapters/api-meter.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { dynamoTable } from "../../../shared/adapters/dynamodb/table.ts";
import { graphClient } from "../../../shared/adapters/facebook/graph-client.ts";
import { secretsManager } from "../../../shared/adapters/secrets-manager/secrets.ts";
import { xClient } from "../../../shared/adapters/x/x-client.ts";
import { systemClock } from "../../../shared/runtime/clock.ts";
import { namesFor } from "../../names.ts";
import { examine, type Patient } from "../doctor/examine.ts";
import { lineOf } from "../doctor/finding.ts";
import { sqsDepth } from "../doctor/queue-depth.ts";
import { readBrand } from "../read-brand.ts";

const BRANDS = path.resolve(import.meta.dirname, "../../../brands");

/** The doctor asks even where a poller was told to be quiet, and leaves the pollers' figures alone. */
const noMeter: ApiMeter = {
  closedUntil: async () => undefined,
  used: async () => 0,
  note: async () => {},
};

/** `shopkeeper doctor`: says in words which table, token, permission or queue is wrong, and what to do next. */
export function register(program: Command): void {
  program
    .command("doctor")
    .description("Look whether tables, brand files, tokens, permissions, pollers and queues are well")
    .option("--brand <file...>", "brand files to look at (default: every file in brands/)")
    .option("--stage <name>", "stage to look at", "dev")
    .option("--x-origin <url>", "where X is, if not at api.x.com")
    .option("--graph-origin <url>", "where Facebook is, if not at graph.facebook.com")
    .option("--no-queues", "leave the queues out, where there are none")
    .action(async (options: Options) => {
      const files = (options.brand ?? allBrands()).map((file) => readBrand("doctor", file));
      const known = files.filter((file) => file !== undefined);
      let failed = files.length - known.length;
      for await (const finding of examine(known, patientOf(options))) {
        process.stdout.write(`${lineOf(finding)}\n`);
        if (!finding.ok) failed += 1;
      }
      process.stdout.write(failed === 0 ? "All is well.\n" : `${failed} to mend. Begin at the top.\n`);
      if (failed > 0) process.exitCode = 1;
    });
}

type Options = {
  readonly brand?: readonly string[];
  readonly stage: string;
  readonly xOrigin?: string;
  readonly graphOrigin?: string;
  readonly queues: boolean;
};

const allBrands = (): readonly string[] =>
  readdirSync(BRANDS)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .map((name) => path.join(BRANDS, name));

function patientOf(options: Options): Patient {
  const names = namesFor(options.stage);
  const shared = { meter: noMeter, clock: systemClock };
  return {
    names,
    table: dynamoTable,
    brands: careStores(names.careTable).brands,
    secrets: secretsManager(),
    facebook: (secret) => graphClient({ ...shared, secret, origin: options.graphOrigin }),
    x: (secret) => xClient({ ...shared, secret, origin: options.xOrigin }),
    ...(options.queues ? { queueDepth: sqsDepth() } : {}),
    now: Date.now,
  };
}
