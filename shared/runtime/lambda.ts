import type { Environment } from "./env.ts";
import { once } from "./once.ts";

/**
 * The function that Lambda calls: made at its first call, from the environment that the function was given.
 * The only reader of `process.env`.
 */
export function lambda<Args extends readonly unknown[], Result>(
  make: (environment: Environment) => (...args: Args) => Result,
): (...args: Args) => Result {
  const made = once(() => make(process.env));
  return (...args) => made()(...args);
}
