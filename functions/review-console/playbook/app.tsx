import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ConsoleEnv } from "../console-env.ts";
import { asset, consoleShell } from "../console-shell.tsx";
import { plain } from "../frame.tsx";
import { requirePerson } from "../login/session.ts";
import { brandChoice } from "../which-brand.ts";
import { playbookCss } from "./playbook-css.ts";
import type { PlaybookPorts } from "./ports.ts";
import { MAX_BODY_BYTES } from "./read-upload.ts";
import { changeRoutes } from "./routes/change-routes.tsx";
import { readRoutes } from "./routes/read-routes.tsx";
import { playbookWords } from "./words/playbook-words.ts";

/** The pages under `/playbook`: the same login, frame and style as the console, in a function of their own. */
export function createPlaybookApp(ports: PlaybookPorts): Hono<ConsoleEnv> {
  const app = consoleShell(ports);
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (c) => {
        const { errors } = playbookWords(c.get("messages"));
        return plain(c, 413, errors.title, errors.tooLarge, {
          href: "/playbook/change",
          words: errors.again,
        });
      },
    }),
  );
  app.get("/playbook/playbook.css", (c) =>
    asset(c.req.header("if-none-match"), playbookCss, "text/css; charset=utf-8"),
  );
  app.use(requirePerson(ports));
  app.use(brandChoice(ports));
  app.route("/", readRoutes(ports));
  app.route("/", changeRoutes(ports));
  return app;
}
