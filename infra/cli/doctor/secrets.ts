import type * as z from "zod";
import { FacebookSecret } from "../../../shared/adapters/facebook/graph-client.ts";
import { XSecret } from "../../../shared/adapters/x/x-client.ts";
import type { Secrets } from "../../../shared/ports/secrets.ts";
import { type Finding, ill, well, wordsOf } from "./finding.ts";

const put = (name: string): string =>
  `aws secretsmanager put-secret-value --secret-id ${name} --secret-string file://secret.json (what it holds: docs/operations.md, Tokens)`;

/** Reads one secret and says whether it holds what it must; never what it holds. */
export async function checkSecret<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  secrets: Secrets,
): Promise<{ readonly finding: Finding; readonly value?: z.output<Schema> }> {
  const what = `secret ${name}`;
  try {
    const parsed = schema.safeParse(await secrets.read(name));
    if (parsed.success) return { finding: well(what, "holds what it must"), value: parsed.data };
    const issues = parsed.error.issues
      .map((issue) => `${issue.path.join(".") || "it"} ${issue.message}`)
      .join("; ");
    return { finding: ill(what, `is not as it must be: ${issues}`, put(name)) };
  } catch (error) {
    return { finding: ill(what, wordsOf(error), put(name)) };
  }
}

export const checkFacebookSecret = (name: string, secrets: Secrets) =>
  checkSecret(name, FacebookSecret, secrets);
export const checkXSecret = (name: string, secrets: Secrets) => checkSecret(name, XSecret, secrets);
