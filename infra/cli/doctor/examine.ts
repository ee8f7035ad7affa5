import * as z from "zod";
import type { Table } from "../../../shared/adapters/dynamodb/table.ts";
import type { FacebookSecret, GraphClient } from "../../../shared/adapters/facebook/graph-client.ts";
import type { XClient, XSecret } from "../../../shared/adapters/x/x-client.ts";
import type { BrandFile } from "../../../shared/complaint/playbook.ts";
import type { BrandStore } from "../../../shared/ports/brand-store.ts";
import type { Secrets } from "../../../shared/ports/secrets.ts";
import type { Names } from "../../names.ts";
import { pipeline } from "../../pipeline.ts";
import { checkFacebookToken } from "./facebook-token.ts";
import type { Finding } from "./finding.ts";
import { checkDeadLetters, checkPublished, checkStreams, checkTable, NO_TABLE } from "./house.ts";
import { checkFacebookSecret, checkSecret, checkXSecret } from "./secrets.ts";
import { checkXKeys } from "./x-keys.ts";

/** What the doctor looks at. */
export type Patient = {
  readonly names: Names;
  readonly table: (name: string) => Table;
  readonly brands: BrandStore;
  readonly secrets: Secrets;
  readonly facebook: (secret: FacebookSecret) => Pick<GraphClient, "get">;
  readonly x: (secret: XSecret) => Pick<XClient, "read" | "readAsUser">;
  /** Messages in a queue; absent where there are no queues to ask. */
  readonly queueDepth?: (name: string) => Promise<number | undefined>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

const NameKey = z.object({ nameKey: z.string().min(16, "is too short for a key") });
const OidcClient = z.object({ clientSecret: z.string().min(1, "is empty") });

/** Looks at the house and at every brand, one finding after the other, in the order in which to mend. */
export async function* examine(files: readonly BrandFile[], patient: Patient): AsyncGenerator<Finding> {
  const { names, secrets } = patient;
  const care = await checkTable(names.careTable, patient.table(names.careTable));
  yield care;
  // Without the account behind it every other line would say the same.
  if (!care.ok && care.detail !== NO_TABLE) return;
  yield await checkTable(names.customersTable, patient.table(names.customersTable));
  yield (await checkSecret(names.nameKeySecret, NameKey, secrets)).finding;
  yield (await checkSecret(names.oidcClientSecret, OidcClient, secrets)).finding;
  for (const file of files) {
    yield* await checkPublished(file, patient.brands);
    const { facebook, x } = file.account.channels;
    if (facebook !== undefined) {
      const { finding, value } = await checkFacebookSecret(facebook.secret, secrets);
      yield finding;
      if (value !== undefined)
        yield* await checkFacebookToken(
          patient.facebook(value),
          value.pageToken,
          facebook.pageId,
          patient.now(),
        );
    }
    if (x !== undefined) {
      const { finding, value } = await checkXSecret(x.secret, secrets);
      yield finding;
      if (value !== undefined) yield* await checkXKeys(patient.x(value), x);
    }
    yield* await checkStreams(file, patient.table(names.careTable), patient.now());
  }
  if (patient.queueDepth !== undefined)
    yield* await checkDeadLetters(
      pipeline.filter((row) => row.trigger.kind !== "http").map((row) => names.deadLetters(row)),
      patient.queueDepth,
    );
}
