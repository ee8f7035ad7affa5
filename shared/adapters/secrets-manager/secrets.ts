import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { Secrets } from "../../ports/secrets.ts";
import { NotConfigured, Unavailable } from "../../runtime/errors.ts";
import { once } from "../../runtime/once.ts";

/** A rotated token is seen after this. */
const KEEP_MS = 5 * 60_000;
const client = once(() => new SecretsManagerClient({ maxAttempts: 4 }));

/** Secrets Manager, each secret kept for five minutes. */
export function secretsManager(): Secrets {
  const kept = new Map<string, { value: unknown; until: number }>();
  return {
    async read(name) {
      const known = kept.get(name);
      if (known !== undefined && known.until > Date.now()) return known.value;
      const value = parse(name, await fetchSecret(name));
      kept.set(name, { value, until: Date.now() + KEEP_MS });
      return value;
    },
  };
}

async function fetchSecret(name: string): Promise<string> {
  try {
    const { SecretString } = await client().send(new GetSecretValueCommand({ SecretId: name }));
    if (SecretString !== undefined && SecretString.trim() !== "") return SecretString;
  } catch (cause) {
    const lasting = [
      "ResourceNotFoundException",
      "AccessDeniedException",
      "DecryptionFailure",
      "InvalidRequestException",
    ];
    if (!(cause instanceof Error) || !lasting.includes(cause.name))
      throw new Unavailable("Secrets Manager did not answer", { cause });
    throw new NotConfigured(
      `The secret "${name}" cannot be read (${cause.name}). Put it in with: ${putIn(name)}`,
      { cause },
    );
  }
  throw new NotConfigured(
    `The secret "${name}" is empty. docs/operations.md says what it must hold; put it in with: ${putIn(name)}`,
  );
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without the cause: the parser's message quotes what it read, and that is a secret.
    throw new NotConfigured(
      `The secret "${name}" is not JSON. docs/operations.md says what it must hold; put it in with: ${putIn(name)}`,
    );
  }
}

const putIn = (name: string): string =>
  `aws secretsmanager put-secret-value --secret-id ${name} --secret-string file://secret.json`;
