import type * as z from "zod";
import { NotConfigured } from "./errors.ts";

/** The environment of one function: what a handler gets instead of reading `process.env` all over. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the names that a handler needs.
 *
 * @throws {NotConfigured} naming each variable that is missing or wrong
 */
export function readEnv<Schema extends z.ZodObject>(schema: Schema, env: Environment): z.infer<Schema> {
  const read = schema.safeParse(env);
  if (read.success) return read.data;
  const names = read.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`).join(", ");
  throw new NotConfigured(`The function's environment lacks ${names}. It is set by infra/pipeline.ts.`);
}
