import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { consoleCss } from "./assets/console-css.ts";
import { consoleJs } from "./assets/console-js.ts";
import { iconSvg } from "./assets/icon.ts";
import type { ConsoleEnv } from "./console-env.ts";
import { asset, consoleShell } from "./console-shell.tsx";
import { frameOf } from "./frame.tsx";
import { requirePerson } from "./login/session.ts";
import { HelpPage } from "./pages/plain-page.tsx";
import type { Ports } from "./ports.ts";
import { caseRoutes } from "./routes/case-routes.tsx";
import { incidentRoutes } from "./routes/incident-routes.tsx";
import { listRoutes } from "./routes/list-routes.tsx";
import { loginRoutes } from "./routes/login-routes.tsx";
import { placeRoutes } from "./routes/place-routes.tsx";
import { queueRoutes } from "./routes/queue-routes.tsx";
import { brandChoice } from "./which-brand.ts";

/** A form holds two texts and little else. */
const MAX_BODY_BYTES = 64 * 1024;

/** The console: a function from Request to Response, which does not know where it runs. */
export function createApp(ports: Ports): Hono<ConsoleEnv> {
  const app = consoleShell(ports);
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES }));

  app.get("/assets/console.css", (c) =>
    asset(c.req.header("if-none-match"), consoleCss, "text/css; charset=utf-8"),
  );
  app.get("/assets/console.js", (c) =>
    asset(c.req.header("if-none-match"), consoleJs, "text/javascript; charset=utf-8"),
  );
  app.get("/assets/icon.svg", (c) => asset(c.req.header("if-none-match"), iconSvg, "image/svg+xml"));
  app.route("/", loginRoutes(ports));
  app.route("/", placeRoutes(ports));

  app.use(requirePerson(ports));
  app.use(brandChoice(ports));
  app.route("/", queueRoutes(ports));
  app.route("/", caseRoutes(ports));
  app.route("/", listRoutes(ports));
  app.route("/", incidentRoutes(ports));
  app.get("/help", (c) => c.html(<HelpPage frame={frameOf(c)} />));
  return app;
}
