import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ConsoleEnv } from "./console-env.ts";
import type { Frame } from "./pages/layout.tsx";
import { backToList, PlainPage } from "./pages/plain-page.tsx";

/** What stands around the page of this request. Before the login only the language is known. */
export function frameOf(c: Context<ConsoleEnv>): Frame {
  const published = c.get("published");
  return {
    m: c.get("messages"),
    person: c.get("person"),
    brand: published === undefined ? undefined : { id: c.get("brand"), name: published.file.account.name },
    brands: c.get("brands"),
    path: new URL(c.req.url).pathname,
  };
}

/** A page that says one thing. */
export function plain(
  c: Context<ConsoleEnv>,
  status: ContentfulStatusCode | number,
  title: string,
  says: string,
  step?: { href: string; words: string },
): Response | Promise<Response> {
  const m = c.get("messages");
  c.status(status as ContentfulStatusCode);
  return c.html(<PlainPage frame={frameOf(c)} title={title} says={says} step={step ?? backToList(m)} />);
}
