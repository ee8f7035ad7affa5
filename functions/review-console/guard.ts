import type { MiddlewareHandler } from "hono";

/**
 * Headers of every answer. Scripts, styles and pictures come from here only, nothing is inline, nobody may frame the
 * page, and a script cannot write markup.
 *
 * @param logoutUrl a form may lead there, since logging out ends on the identity provider's page
 */
export function securityHeaders(origin: string, logoutUrl: string | undefined): MiddlewareHandler {
  const formAction = ["'self'", ...(logoutUrl === undefined ? [] : [new URL(logoutUrl).origin])].join(" ");
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  return async (c, next) => {
    await next();
    c.header("Content-Security-Policy", policy);
    c.header("X-Content-Type-Options", "nosniff");
    // Other sites learn nothing. With no-referrer the browser would send our own forms with the origin "null".
    c.header("Referrer-Policy", "same-origin");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (origin.startsWith("https:"))
      c.header("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
  };
}

const isRead = (method: string): boolean => method === "GET" || method === "HEAD" || method === "OPTIONS";

/**
 * Whether a request that changes something comes from the console's own pages. The browser says so in
 * `Sec-Fetch-Site` and `Origin`; what either denies is refused, and so is a request that carries neither, since every
 * browser that can run the console sends at least one with a POST. Holds for every content type.
 */
export function isOwnWrite(request: Request, origin: string): boolean {
  if (isRead(request.method)) return true;
  const site = request.headers.get("sec-fetch-site");
  const from = request.headers.get("origin");
  if (site !== null && site !== "same-origin") return false;
  if (from !== null && from !== origin) return false;
  return site !== null || from !== null;
}
