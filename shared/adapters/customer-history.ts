import * as z from "zod";
import { NotConfigured } from "../runtime/errors.ts";
import { customerStores } from "./dynamodb/customers/customer-stores.ts";
import { secretsManager } from "./secrets-manager/secrets.ts";

const NameKey = z.object({ nameKey: z.string().min(16) });

/**
 * The customers table with its blind index, whose key is a secret.
 * The secret's JSON is `{ "nameKey": "<at least 16 characters>" }`.
 */
export function customerHistory(tableName: string, secretName: string) {
  const secrets = secretsManager();
  return async () => {
    const read = NameKey.safeParse(await secrets.read(secretName));
    if (!read.success)
      throw new NotConfigured(
        `The secret "${secretName}" must hold { "nameKey": "…" } with at least 16 characters.`,
      );
    return customerStores(tableName, read.data.nameKey);
  };
}
