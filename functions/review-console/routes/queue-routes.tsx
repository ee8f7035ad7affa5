import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import * as z from "zod";
import { Desk } from "../../../shared/complaint/case.ts";
import { Lang } from "../../../shared/complaint/ids.ts";
import type { ConsoleEnv } from "../console-env.ts";
import { formOf, readForm } from "../form.ts";
import { frameOf } from "../frame.tsx";
import { safeReturn } from "../login/session.ts";
import { QueuePage } from "../pages/queue-page.tsx";
import type { Ports } from "../ports.ts";
import { fillRows, listQueue, queueTag } from "../queue-view.ts";

const YEAR_SECONDS = 365 * 86_400;
const Settings = z.object({ lang: Lang.optional(), brand: z.string().optional(), to: z.string().optional() });

/** The desks, and which language and brand the person wants to see. */
export function queueRoutes(ports: Ports): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/", async (c) => {
    const desk = Desk.catch("agents").parse(c.req.query("desk"));
    const page = c.req.query("page");
    const brand = c.get("brand");
    const now = ports.clock.now();
    const list = await listQueue(ports, brand, desk, page);
    const { version, file } = c.get("published");
    const tag = queueTag(list, [brand, `v${version}`, c.get("messages").lang, c.get("person").agent], now);
    c.header("ETag", tag);
    c.header("Cache-Control", "private, no-cache");
    if (c.req.header("if-none-match") === tag) return c.body(null, 304);
    const rows = await fillRows(ports, brand, list.cases);
    return c.html(
      <QueuePage
        frame={frameOf(c)}
        playbook={file.playbook}
        list={list}
        rows={rows}
        now={now}
        isFirst={page === undefined}
      />,
    );
  });
  app.post("/settings", async (c) => {
    const form = readForm(Settings, await formOf(c));
    const keep = {
      path: "/",
      maxAge: YEAR_SECONDS,
      sameSite: "Lax",
      httpOnly: true,
      secure: ports.origin.startsWith("https:"),
    } as const;
    if (form?.lang !== undefined) setCookie(c, "lang", form.lang, keep);
    const brand = c.get("brands").find((id) => id === form?.brand);
    if (brand !== undefined) setCookie(c, "brand", brand, keep);
    return c.redirect(brand === undefined ? safeReturn(form?.to) : "/", 303);
  });
  return app;
}
