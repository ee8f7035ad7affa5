import { createHash, randomBytes } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { AgentId } from "../../../shared/complaint/ids.ts";
import { later } from "../../../shared/runtime/clock.ts";
import type { ConsoleEnv } from "../console-env.ts";
import type { Ports } from "../ports.ts";
import type { Identity, Person } from "./login.ts";
import { brandsOf, roleOf } from "./roles.ts";

/** A working day and its overtime; then the groups are asked again. */
const SESSION_MS = 10 * 3_600_000;
const LOGIN_MS = 10 * 60_000;

type Site = Pick<Ports, "origin">;
const isSecure = (ports: Site): boolean => ports.origin.startsWith("https:");
/** The prefix binds a cookie to this very host; browsers allow it over https only. */
const cookieName = (ports: Site, name: string): string => (isSecure(ports) ? `__Host-${name}` : name);
const newToken = (): string => randomBytes(32).toString("base64url");
/** The store holds the hash: reading the table gives nobody a session. */
const keyOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

function giveCookie(c: Context, ports: Ports, name: string, token: string, forMs: number): void {
  setCookie(c, cookieName(ports, name), token, {
    httpOnly: true,
    secure: isSecure(ports),
    // Lax, not Strict: the way back from the identity provider starts on another site.
    sameSite: "Lax",
    path: "/",
    maxAge: Math.floor(forMs / 1000),
  });
}

/** Who this request is from; without a session the person is sent to log in, and comes back to where they were going. */
export const requirePerson =
  (ports: Pick<Ports, "origin" | "sessions" | "clock">): MiddlewareHandler<ConsoleEnv> =>
  async (c, next) => {
    const token = getCookie(c, cookieName(ports, "session"));
    const session =
      token === undefined ? undefined : await ports.sessions.get(keyOf(token), ports.clock.now());
    if (session?.kind !== "signed-in") {
      const to = c.req.method === "GET" ? `?to=${encodeURIComponent(pathOf(c.req.url))}` : "";
      return c.redirect(`/login${to}`, 303);
    }
    c.set("person", session);
    return next();
  };

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
};

/** Only a path on this console: never another host, whatever the address bar held. */
export const safeReturn = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) && !to.startsWith("/login") ? to : "/";

export async function beginLogin(c: Context, ports: Ports, returnTo: string): Promise<URL> {
  const { to, ...match } = await ports.login.begin();
  const token = newToken();
  await ports.sessions.put(keyOf(token), {
    kind: "login-begun",
    ...match,
    returnTo,
    expiresAt: later(ports.clock.now(), LOGIN_MS),
  });
  giveCookie(c, ports, "login", token, LOGIN_MS);
  return to;
}

export type LoginEnd =
  | { readonly end: "in"; readonly returnTo: string; readonly person: Person }
  | { readonly end: "no-match" | "no-role" };

/** Ends a login that was begun in this browser, once, and gives it a fresh session. */
export async function finishLogin(c: Context, ports: Ports, returned: URL): Promise<LoginEnd> {
  const token = getCookie(c, cookieName(ports, "login"));
  deleteCookie(c, cookieName(ports, "login"), { path: "/", secure: isSecure(ports) });
  const now = ports.clock.now();
  const begun = token === undefined ? undefined : await ports.sessions.take(keyOf(token), now);
  if (begun?.kind !== "login-begun") return { end: "no-match" };
  const identity = await ports.login.finish(returned, begun);
  if (identity === undefined) return { end: "no-match" };
  const person = personOf(identity, later(now, SESSION_MS));
  if (person === undefined) return { end: "no-role" };
  const fresh = newToken();
  await ports.sessions.put(keyOf(fresh), person);
  giveCookie(c, ports, "session", fresh, SESSION_MS);
  return { end: "in", returnTo: begun.returnTo, person };
}

function personOf(identity: Identity, expiresAt: string): Person | undefined {
  const role = roleOf(identity.groups);
  if (role === undefined) return undefined;
  const brands = brandsOf(identity.groups);
  return {
    kind: "signed-in",
    agent: AgentId.parse(identity.subject),
    name: identity.name,
    role,
    ...(brands === undefined ? {} : { brands }),
    expiresAt,
  };
}

export async function endSession(c: Context, ports: Ports): Promise<void> {
  const token = getCookie(c, cookieName(ports, "session"));
  if (token !== undefined) await ports.sessions.delete(keyOf(token));
  deleteCookie(c, cookieName(ports, "session"), { path: "/", secure: isSecure(ports) });
}
