import type { Answer, SimRequest } from "../server.ts";
import { badParameter } from "./errors.ts";
import type { FacebookPage, FacebookStore } from "./store.ts";

export type UserToken = { readonly token: string; readonly userId: string; readonly name: string };

/** Whose token it is. */
export type Caller =
  | { readonly kind: "page"; readonly token: string; readonly page: FacebookPage }
  | { readonly kind: "user"; readonly token: string; readonly user: UserToken }
  | { readonly kind: "app"; readonly token: string };

/** What a call works with. `params` are query and body together, as Graph takes them. */
export type Call = {
  readonly request: SimRequest;
  readonly store: FacebookStore;
  readonly caller: Caller;
  readonly version: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** Ends a call with an answer, from any depth. */
export class Refused extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super("refused");
    this.answer = answer;
  }
}

/** A parameter as text; numbers and truth values of a JSON body too. */
export function textOf(params: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new Refused(badParameter(`param ${name} must be a string.`));
}

/** An object, given as JSON or as JSON in a string. */
export function objectOf(
  params: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> {
  let value = params[name];
  if (typeof value === "string") {
    try {
      value = JSON.parse(value);
    } catch {
      throw new Refused(badParameter(`param ${name} must be an object.`));
    }
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Refused(badParameter(`The parameter ${name} is required.`));
  return Object.fromEntries(Object.entries(value));
}

export function oneOf<T extends string>(
  value: string | undefined,
  allowed: readonly T[],
  name: string,
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value.toLowerCase());
  if (found === undefined)
    throw new Refused(badParameter(`Param ${name} must be one of {${allowed.join(", ").toUpperCase()}}`));
  return found;
}

/** Seconds since 1970, or a date as people write it. */
export function timeOf(value: string | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  const atMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value.replace(/\+0000$/, "Z"));
  if (Number.isNaN(atMs)) throw new Refused(badParameter(`Param ${name} must be a valid date/time.`));
  return atMs;
}
