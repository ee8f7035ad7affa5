import { Hono } from "hono";
import type { ConsoleEnv } from "../console-env.ts";
import { plain } from "../frame.tsx";
import { beginLogin, endSession, finishLogin, safeReturn } from "../login/session.ts";
import type { Ports } from "../ports.ts";

/** Logging in and out. Beginning a login changes nothing that anybody has; everything else is a POST or matched to one. */
export function loginRoutes(ports: Ports): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/login", (c) => {
    const { login } = c.get("messages");
    const to = encodeURIComponent(safeReturn(c.req.query("to")));
    return plain(c, 200, login.title, login.lead, { href: `/login/start?to=${to}`, words: login.button });
  });
  app.get("/login/start", async (c) => {
    const to = await beginLogin(c, ports, safeReturn(c.req.query("to")));
    return c.redirect(to.href, 303);
  });
  app.get("/login/callback", async (c) => {
    // The address is built from the console's own origin: behind a gateway the request knows another host.
    const { search } = new URL(c.req.url);
    const ended = await finishLogin(c, ports, new URL(`/login/callback${search}`, ports.origin));
    const { errors, login } = c.get("messages");
    switch (ended.end) {
      case "in":
        return c.redirect(ended.returnTo, 303);
      case "no-match":
        return plain(c, 400, errors.loginTitle, errors.login, { href: "/login/start", words: login.again });
      case "no-role":
        return plain(c, 403, errors.forbiddenTitle, errors.noRole, {
          href: "/login/start",
          words: login.again,
        });
    }
  });
  app.post("/logout", async (c) => {
    await endSession(c, ports);
    return c.redirect(ports.logoutUrl ?? "/logged-out", 303);
  });
  app.get("/logged-out", (c) => {
    const { login } = c.get("messages");
    return plain(c, 200, login.out, login.lead, { href: "/login/start", words: login.again });
  });
  return app;
}
