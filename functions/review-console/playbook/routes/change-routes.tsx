import { type Context, Hono, type MiddlewareHandler } from "hono";
import { writeBrand } from "../../../../shared/adapters/brand-file/write-brand.ts";
import type { PublishedBrand } from "../../../../shared/ports/brand-store.ts";
import { log } from "../../../../shared/runtime/log.ts";
import type { ConsoleEnv } from "../../console-env.ts";
import { plain } from "../../frame.tsx";
import { isManager } from "../../login/roles.ts";
import { ChangePage, type Put, type Why } from "../pages/change-page.tsx";
import type { PlaybookPorts } from "../ports.ts";
import { type CheckedText, checkText } from "../proposal.ts";
import { readUpload } from "../read-upload.ts";
import { playbookWords } from "../words/playbook-words.ts";
import { aboutPage, numberOf } from "./about-page.ts";

type Ctx = Context<ConsoleEnv>;

/**
 * Changing the playbook, for managers: put a text or an earlier version forward, read what it changes, press again.
 * The second press brings text or number back together with the hash of what was shown, so nothing is kept in between.
 */
export function changeRoutes({ brands, versions, clock }: PlaybookPorts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  for (const path of ["/playbook/change", "/playbook/versions"]) app.use(path, managersOnly);

  /** What was put forward, as a form brings it. */
  const readPut = async (
    c: Ctx,
  ): Promise<{ put: Put; form: Record<string, string> } | { why: Why; form: Record<string, string> }> => {
    const { posted, form } = await readUpload(c);
    if (form["again"] !== undefined) {
      const again = numberOf(form["again"]);
      return again === undefined ? { why: "noVersion", form } : { put: { again }, form };
    }
    return posted.ok ? { put: { text: posted.text }, form } : { why: posted.why, form };
  };

  /** An earlier version is held to today's rules, as if it came as a file. Undefined where it cannot be had. */
  const check = async (c: Ctx, put: Put, active: PublishedBrand): Promise<CheckedText | undefined> => {
    if ("text" in put) return checkText(put.text, active);
    const earlier = await versions.get(c.get("brand"), put.again);
    if (earlier === undefined || earlier === "unreadable") return undefined;
    return checkText(writeBrand(earlier.file), active);
  };

  const show = async (c: Ctx, put: Put, active: PublishedBrand, why?: Why) => {
    const checked = await check(c, put, active);
    const about = aboutPage(c);
    if (checked === undefined) {
      c.status(409);
      return c.html(<ChangePage about={about} active={active} why="noVersion" />);
    }
    if (why !== undefined || !checked.ok) c.status(why === undefined ? 422 : 409);
    return c.html(
      <ChangePage
        about={about}
        active={active}
        put={put}
        why={why}
        {...(checked.ok ? { proposal: checked.proposal } : { errors: checked.errors })}
      />,
    );
  };

  app.get("/playbook/change", (c) => c.html(<ChangePage about={aboutPage(c)} active={c.get("published")} />));

  app.post("/playbook/change", async (c) => {
    const read = await readPut(c);
    const active = c.get("published");
    if ("put" in read) return show(c, read.put, active);
    c.status(422);
    return c.html(<ChangePage about={aboutPage(c)} active={active} why={read.why} />);
  });

  app.post("/playbook/versions", async (c) => {
    const read = await readPut(c);
    const active = c.get("published");
    if (!("put" in read)) {
      c.status(422);
      return c.html(<ChangePage about={aboutPage(c)} active={active} why={read.why} />);
    }
    const { put, form } = read;
    const over = numberOf(form["over"]);
    if (over !== active.version) return show(c, put, active, over === undefined ? "notThat" : "meanwhile");
    const checked = await check(c, put, active);
    if (checked === undefined || !checked.ok) return show(c, put, active);
    const { proposal } = checked;
    if (proposal.hash !== form["hash"]) return show(c, put, active, "notThat");
    if (proposal.differences.length === 0) return show(c, put, active);
    const person = c.get("person");
    const published = await versions.publishOver(proposal.file, active.version, {
      at: clock.now(),
      by: person.name,
      agent: person.agent,
      ...("again" in put ? { again: put.again } : {}),
    });
    if (published === "published-meanwhile")
      return show(c, put, await brands.active(c.get("brand")), "meanwhile");
    log.info("a playbook was published", { brand: c.get("brand"), version: published });
    return c.redirect(`/playbook/versions/${published}`, 303);
  });
  return app;
}

const managersOnly: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  if (isManager(c.get("person").role)) return next();
  const { errors } = c.get("messages");
  const w = playbookWords(c.get("messages"));
  return plain(c, 403, errors.forbiddenTitle, w.change.notYours, { href: "/playbook", words: w.toActive });
};
