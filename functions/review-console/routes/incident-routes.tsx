import { type Context, Hono } from "hono";
import * as z from "zod";
import { IncidentId } from "../../../shared/complaint/ids.ts";
import {
  closeIncident,
  type Incident,
  type IncidentRefusal,
  lookAgain,
  settle,
} from "../../../shared/complaint/incident.ts";
import { incidentChanged } from "../../../shared/events/incident-changed.ts";
import { log } from "../../../shared/runtime/log.ts";
import { incidentWake } from "../../../shared/runtime/wakes.ts";
import type { ConsoleEnv } from "../console-env.ts";
import { formOf, readForm } from "../form.ts";
import { frameOf, plain } from "../frame.tsx";
import { type AboutWords, type Form, openedBy, settingIn } from "../incident-form.ts";
import { viewIncident } from "../incident-view.ts";
import { mayJudgeEscalations } from "../login/roles.ts";
import { incidentWords } from "../messages/incident-words.ts";
import { IncidentPage } from "../pages/incident-page.tsx";
import { IncidentsPage } from "../pages/incidents-page.tsx";
import type { Ports } from "../ports.ts";
import { inMoney } from "../words.ts";

type Ctx = Context<ConsoleEnv>;
const Seen = z.object({ rev: z.coerce.number().int().min(1) });

/** Incidents: opened, set and closed by marketing or a manager, seen by everybody. */
export function incidentRoutes(ports: Ports): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const words = (c: Ctx) => incidentWords[c.get("messages").lang];
  const mayAct = (c: Ctx) => mayJudgeEscalations(c.get("person").role);
  const addressOf = ({ id }: Incident) => `/incidents/${encodeURIComponent(id)}`;

  const list = async (c: Ctx, refusal?: string, typed?: Form) => {
    const brand = c.get("brand");
    const [open, closed] = await Promise.all([ports.incidents.open(brand), ports.incidents.closed(brand)]);
    if (refusal !== undefined) c.status(409);
    const about = { frame: frameOf(c), now: ports.clock.now(), brand: c.get("published").file };
    return c.html(<IncidentsPage {...about} open={open} closed={closed} refusal={refusal} typed={typed} />);
  };
  const one = async (
    c: Ctx,
    incident: Incident,
    no?: { refusal: string; about?: AboutWords | undefined; typed?: Form },
  ) => {
    const { file: brand, version } = c.get("published");
    const view = await viewIncident(ports, brand, c.get("person"), incident);
    if (no !== undefined) c.status(409);
    const about = { frame: frameOf(c), now: ports.clock.now(), brand, version };
    return c.html(<IncidentPage {...about} view={view} {...no} />);
  };
  const found = async (c: Ctx): Promise<Incident | undefined> => {
    const id = IncidentId.safeParse(c.req.param("id"));
    return id.success ? ports.incidents.get(c.get("brand"), id.data) : undefined;
  };
  const none = (c: Ctx) => {
    const { errors } = c.get("messages");
    const step = { href: "/incidents", words: words(c).heading };
    return plain(c, 404, errors.notFoundTitle, words(c).refusals["no-such"], step);
  };

  app.get("/incidents", (c) => list(c));
  app.post("/incidents", async (c) => {
    const form = await formOf(c);
    const { refusals } = words(c);
    if (!mayAct(c)) return list(c, refusals["not-allowed"]);
    const now = ports.clock.now();
    const opened = openedBy(form, c.get("published").file, c.get("person"), now);
    if (opened === undefined) return list(c, refusals["bad-form"], form);
    await ports.incidents.add(opened, incidentWake(opened, now));
    await tell(ports, opened, now);
    return c.redirect(addressOf(opened), 303);
  });
  app.get("/incidents/:id", async (c) => {
    const incident = await found(c);
    return incident === undefined ? none(c) : one(c, incident);
  });

  /** Saves what was raised, then tells; what is not told is told by its wake. */
  const raise = async (
    c: Ctx,
    incident: Incident,
    raised: { incident: Incident } | IncidentRefusal,
    typed: Form = {},
  ) => {
    const { refusals } = words(c);
    if ("refused" in raised) return one(c, incident, { refusal: refusals[raised.refused], typed });
    const now = ports.clock.now();
    if (!(await ports.incidents.save(raised.incident, incidentWake(raised.incident, now)))) {
      const standing = (await found(c)) ?? incident;
      return one(c, standing, { refusal: refusals.stale, typed });
    }
    await tell(ports, raised.incident, now);
    return c.redirect(addressOf(incident), 303);
  };
  app.post("/incidents/:id/setting", async (c) => {
    const form = await formOf(c);
    const incident = await found(c);
    if (incident === undefined) return none(c);
    const { refusals } = words(c);
    if (!mayAct(c)) return one(c, incident, { refusal: refusals["not-allowed"] });
    const published = c.get("published");
    const view = await viewIncident(ports, published.file, c.get("person"), incident);
    const read = settingIn(form, view, published, c.get("person"), ports.clock.now());
    if (read.ok) return raise(c, incident, settle(incident, read.rev, read.settled), form);
    switch (read.refused) {
      case "beyond-mandate":
      case "beyond-budget": {
        const over = { minor: read.overByMinor, currency: published.file.account.currency };
        const refusal = refusals[read.refused](inMoney(over, c.get("messages")));
        return one(c, incident, { refusal, typed: form });
      }
      case "new-playbook": {
        // The words stay; the remedy is chosen anew among those that there are now.
        const { choice: _choice, ...typed } = form;
        return one(c, incident, { refusal: refusals["new-playbook"], typed });
      }
      default:
        return one(c, incident, {
          refusal: refusals[read.refused],
          about: "about" in read ? read.about : undefined,
          typed: form,
        });
    }
  });
  const plainActs = {
    closing: (incident: Incident, rev: number, c: Ctx) =>
      closeIncident(incident, rev, { by: c.get("person").agent, at: ports.clock.now() }),
    looking: (incident: Incident, rev: number) => lookAgain(incident, rev),
  };
  for (const [path, act] of Object.entries(plainActs))
    app.post(`/incidents/:id/${path}`, async (c) => {
      const read = readForm(Seen, await formOf(c));
      const incident = await found(c);
      if (incident === undefined) return none(c);
      const { refusals } = words(c);
      if (!mayAct(c)) return one(c, incident, { refusal: refusals["not-allowed"] });
      if (read === undefined) return one(c, incident, { refusal: refusals["bad-form"] });
      return raise(c, incident, act(incident, read.rev, c));
    });
  return app;
}

async function tell({ bus }: Ports, incident: Incident, now: string): Promise<void> {
  try {
    await bus.emit([incidentChanged(incident, now)]);
  } catch (error) {
    log.error("saved, but not told yet; its wake will", error, { brand: incident.brand });
  }
}
