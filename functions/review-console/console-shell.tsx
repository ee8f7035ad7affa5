import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { HTTPException } from "hono/http-exception";
import { Malformed, NotConfigured, Unavailable } from "../../shared/runtime/errors.ts";
import { log } from "../../shared/runtime/log.ts";
import type { ConsoleEnv } from "./console-env.ts";
import { plain } from "./frame.tsx";
import { isOwnWrite, securityHeaders } from "./guard.ts";
import { chooseMessages } from "./messages/choose.ts";
import type { Ports } from "./ports.ts";

/** What holds for every page, whichever function answers: headers, language, own writes only, what a failure says. */
export function consoleShell(ports: Pick<Ports, "origin" | "logoutUrl">): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.use(securityHeaders(ports.origin, ports.logoutUrl));
  app.use(async (c, next) => {
    c.set("messages", chooseMessages(getCookie(c, "lang"), c.req.header("accept-language")));
    if (isOwnWrite(c.req.raw, ports.origin)) return next();
    const { errors } = c.get("messages");
    return plain(c, 403, errors.forbiddenTitle, errors.crossSite);
  });
  app.notFound((c) => {
    const { errors } = c.get("messages");
    return plain(c, 404, errors.notFoundTitle, errors.notFound);
  });
  app.onError((error, c) => {
    const { errors } = c.get("messages") ?? chooseMessages(undefined, undefined);
    if (error instanceof HTTPException) return plain(c, error.status, errors.brokenTitle, errors.broken);
    if (error instanceof Unavailable) return plain(c, 503, errors.busyTitle, errors.busy);
    if (error instanceof Malformed && error.contract === "page token")
      return plain(c, 404, errors.notFoundTitle, errors.badPage);
    log.error("a page broke", error, { step: "review-console" });
    if (error instanceof NotConfigured) return plain(c, 500, errors.notSetUpTitle, errors.notSetUp);
    return plain(c, 500, errors.brokenTitle, errors.broken);
  });
  return app;
}

/** A file of the console's own; asked for again each time, answered briefly while it is the same. */
export function asset(known: string | undefined, body: string, type: string): Response {
  const tag = `"${hashOf(body)}"`;
  const headers = { "Content-Type": type, "Cache-Control": "no-cache", ETag: tag };
  return known === tag ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

/** FNV-1a: tells two versions of a file apart; nothing hangs on it. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}
