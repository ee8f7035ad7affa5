import { type Context, Hono } from "hono";
import * as z from "zod";
import { handOver, openOrder } from "../../../shared/complaint/agent-acts/hand-over.ts";
import { keepPromise } from "../../../shared/complaint/agent-acts/keep-promise.ts";
import { payOut } from "../../../shared/complaint/agent-acts/pay-out.ts";
import { answerPlace, cancelOrder } from "../../../shared/complaint/agent-acts/place-answers.ts";
import { AsideReason } from "../../../shared/complaint/assessment.ts";
import { AgentId, ApprovalId, CaseId, Channel, GrantId, MentionId } from "../../../shared/complaint/ids.ts";
import { MAX_QUESTION } from "../../../shared/complaint/promise.ts";
import { makeNoteLink, makeOrderLink } from "../../../shared/runtime/order-link.ts";
import { bringBackMention } from "../bring-back-mention.ts";
import type { ConsoleEnv } from "../console-env.ts";
import { formOf, readForm } from "../form.ts";
import { frameOf } from "../frame.tsx";
import { fromLocalField } from "../local-time.ts";
import { isManager } from "../login/roles.ts";
import { AsidePage, PausePage, PayoutsPage, PromisesPage, RosterPage } from "../pages/list-pages.tsx";
import { OrdersPage } from "../pages/orders-page.tsx";
import { type Performed, perform } from "../perform.ts";
import type { Ports } from "../ports.ts";
import type { Refusal } from "../refusal.ts";
import { say } from "../say-refusal.ts";

type Ctx = Context<ConsoleEnv>;
const OfCase = z.object({ case: CaseId });
const PlaceAnswer = OfCase.extend({ text: z.string().trim().min(1).max(MAX_QUESTION) });
const Payout = OfCase.extend({ result: z.enum(["done", "failed"]), reference: z.string().max(200) });
const Back = z.object({
  complaint: z.enum(["yes", "no"]).optional(),
  revision: z.coerce.number().int().min(0).optional(),
});
/** Today and the six UTC days before it. */
const COUNTED_DAYS = 7;
const ShiftForm = z.object({
  agent: AgentId,
  name: z.string().trim().min(1).max(60),
  role: z.enum(["agent", "marketing", "manager", "admin"]),
  from: z.string(),
  until: z.string(),
  followedBy: z.string().trim().max(120),
  followedByName: z.string().trim().max(60),
});

/** The lists beside the desks: promises, remedies to pay out, what was set aside, the roster, and sending on or off. */
export function listRoutes(ports: Ports): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const about = async (c: Ctx, refusal?: Refusal) => {
    const now = ports.clock.now();
    const { account } = c.get("published").file;
    if (refusal !== undefined) c.status(409);
    return {
      frame: frameOf(c),
      now,
      zone: account.timeZone,
      shifts: await ports.brands.shiftsAt(c.get("brand"), now),
      refusal: refusal === undefined ? undefined : say(refusal, c.get("messages"), account.currency),
    };
  };
  const why = (performed: Exclude<Performed, { ok: true }>): Refusal =>
    performed.why === "no-such-case" ? { refused: "gone" } : performed.why;
  const by = (c: Ctx) => ({ id: c.get("person").agent, role: c.get("person").role });

  const promises = async (c: Ctx, refusal?: Refusal) => {
    const list = await ports.lists.promises(
      c.get("brand"),
      refusal === undefined ? c.req.query("page") : undefined,
    );
    return c.html(<PromisesPage {...(await about(c, refusal))} promises={list.promises} next={list.next} />);
  };
  app.get("/promises", (c) => promises(c));
  app.post("/promises/:id/kept", async (c) => {
    const form = readForm(OfCase, await formOf(c));
    const id = ApprovalId.safeParse(c.req.param("id"));
    if (form === undefined || !id.success) return promises(c, { refused: "bad-form" });
    const done = await perform(ports, c.get("brand"), form.case, (file, at) =>
      keepPromise(file, { promiseId: id.data, by: by(c), now: at.now }),
    );
    return done.ok ? c.redirect("/promises", 303) : promises(c, why(done));
  });

  const payouts = async (c: Ctx, refusal?: Refusal) => {
    const list = await ports.lists.payouts(
      c.get("brand"),
      refusal === undefined ? c.req.query("page") : undefined,
    );
    return c.html(<PayoutsPage {...(await about(c, refusal))} grants={list.grants} next={list.next} />);
  };
  app.get("/payouts", (c) => payouts(c));
  app.post("/payouts/:id", async (c) => {
    const form = readForm(Payout, await formOf(c));
    const id = GrantId.safeParse(c.req.param("id"));
    if (form === undefined || !id.success) return payouts(c, { refused: "bad-form" });
    const done = await perform(ports, c.get("brand"), form.case, (file, at) =>
      payOut(file, {
        grantId: id.data,
        result: form.result,
        reference: form.reference,
        by: by(c),
        now: at.now,
      }),
    );
    return done.ok ? c.redirect("/payouts", 303) : payouts(c, why(done));
  });

  const orders = async (c: Ctx, refusal?: Refusal, made?: Parameters<typeof OrdersPage>[0]["made"]) => {
    const list = await ports.lists.orders(
      c.get("brand"),
      refusal === undefined ? c.req.query("page") : undefined,
    );
    const { playbook } = c.get("published").file;
    const { notes } = await ports.lists.notes(c.get("brand"));
    return c.html(
      <OrdersPage
        notes={notes}
        {...(await about(c, refusal))}
        orders={list.orders}
        playbook={playbook}
        next={list.next}
        made={made}
      />,
    );
  };
  app.get("/orders", (c) => orders(c));
  app.post("/orders/:id/link", async (c) => {
    const form = readForm(OfCase, await formOf(c));
    const id = ApprovalId.safeParse(c.req.param("id"));
    if (form === undefined || !id.success) return orders(c, { refused: "bad-form" });
    const file = await ports.cases.load(c.get("brand"), form.case);
    const order = file === undefined ? undefined : openOrder(file, id.data);
    if (order === undefined) return orders(c, { refused: "no-such-order" });
    const link = await makeOrderLink(order, ports.orderLinks, ports.origin);
    return orders(c, undefined, { of: order.approvalId, opens: "order", link });
  });
  app.post("/orders/:id/note-link", async (c) => {
    const form = readForm(OfCase, await formOf(c));
    const file = form === undefined ? undefined : await ports.cases.load(c.get("brand"), form.case);
    const note = file?.notes?.find((each) => each.approvalId === c.req.param("id") && each.state === "open");
    if (note === undefined) return orders(c, { refused: "no-such-order" });
    const link = await makeNoteLink(note, ports.orderLinks, ports.origin);
    return orders(c, undefined, { of: note.approvalId, opens: "note", link });
  });
  const orderActs = {
    "handed-over": handOver,
    cancel: cancelOrder,
  } as const;
  for (const [name, act] of Object.entries(orderActs))
    app.post(`/orders/:id/${name}`, async (c) => {
      const form = readForm(OfCase, await formOf(c));
      const id = ApprovalId.safeParse(c.req.param("id"));
      if (form === undefined || !id.success) return orders(c, { refused: "bad-form" });
      const done = await perform(ports, c.get("brand"), form.case, (file, at) =>
        act(file, { orderOf: id.data, by: by(c), now: at.now }),
      );
      return done.ok ? c.redirect("/orders", 303) : orders(c, why(done));
    });
  app.post("/orders/:id/answer", async (c) => {
    const form = readForm(PlaceAnswer, await formOf(c));
    const id = ApprovalId.safeParse(c.req.param("id"));
    if (form === undefined || !id.success) return orders(c, { refused: "bad-form" });
    const done = await perform(ports, c.get("brand"), form.case, (file, at) =>
      answerPlace(file, { orderOf: id.data, text: form.text, by: by(c), now: at.now }),
    );
    return done.ok ? c.redirect("/orders", 303) : orders(c, why(done));
  });

  const aside = async (c: Ctx, refusal?: Refusal) => {
    // A reason that is none of the list's shows everything, and the page says so.
    const reason = AsideReason.safeParse(c.req.query("reason")).data;
    const from = new Date(Date.parse(ports.clock.now()) - (COUNTED_DAYS - 1) * 86_400_000);
    const [list, counts] = await Promise.all([
      ports.asides.list(c.get("brand"), {
        reason,
        page: refusal === undefined ? c.req.query("page") : undefined,
      }),
      ports.asides.countsSince(c.get("brand"), from.toISOString().slice(0, 10)),
    ]);
    const entries = await Promise.all(
      list.entries.map(async (entry) => ({
        entry,
        mention: await ports.mentions.get(c.get("brand"), entry.mention),
      })),
    );
    return c.html(
      <AsidePage
        {...(await about(c, refusal))}
        entries={entries}
        next={list.next}
        reason={reason}
        counts={counts}
      />,
    );
  };
  app.get("/aside", (c) => aside(c));
  app.post("/aside/:id/return", async (c) => {
    const id = MentionId.safeParse(c.req.param("id"));
    const form = readForm(Back, await formOf(c));
    if (!id.success || form === undefined) return aside(c, { refused: "bad-form" });
    const back = await bringBackMention(ports, c.get("brand"), id.data, by(c), {
      complaint: form.complaint !== "no",
      revision: form.revision,
    });
    return typeof back === "string" ? c.redirect(`/cases/${encodeURIComponent(back)}`, 303) : aside(c, back);
  });

  const roster = async (c: Ctx, refusal?: Refusal) => c.html(<RosterPage {...(await about(c, refusal))} />);
  app.get("/roster", (c) => roster(c));
  app.post("/roster", async (c) => {
    const form = readForm(ShiftForm, await formOf(c));
    const zone = c.get("published").file.account.timeZone;
    const from = fromLocalField(form?.from ?? "", zone);
    const until = fromLocalField(form?.until ?? "", zone);
    if (form === undefined || from === undefined || until === undefined || from >= until)
      return roster(c, { refused: "bad-form" });
    const person = c.get("person");
    // Everybody may say that they are here, in their own role; a manager may say it of anybody.
    const isOwn = form.agent === person.agent && form.role === person.role;
    if (!isOwn && !isManager(person.role)) return roster(c, { refused: "not-allowed" });
    await ports.brands.putShift(c.get("brand"), {
      agent: form.agent,
      name: form.name,
      role: form.role,
      from,
      until,
      ...(form.followedBy === "" ? {} : { followedBy: AgentId.parse(form.followedBy) }),
      ...(form.followedByName === "" ? {} : { followedByName: form.followedByName }),
    });
    return c.redirect("/roster", 303);
  });

  const pause = async (c: Ctx, refusal?: Refusal) => {
    const { channels } = c.get("published").file.account;
    const states = await Promise.all(
      Channel.options
        .filter((channel) => channels[channel] !== undefined)
        .map(async (channel) => ({
          channel,
          isPaused: await ports.brands.isPaused(c.get("brand"), channel),
        })),
    );
    return c.html(<PausePage {...(await about(c, refusal))} channels={states} />);
  };
  app.get("/pause", (c) => pause(c));
  app.post("/pause/:channel", async (c) => {
    const channel = Channel.safeParse(c.req.param("channel"));
    const form = readForm(z.object({ sending: z.enum(["on", "off"]) }), await formOf(c));
    if (!channel.success || form === undefined) return pause(c, { refused: "bad-form" });
    const person = c.get("person");
    if (!isManager(person.role)) return pause(c, { refused: "not-allowed" });
    await ports.brands.setPaused(
      c.get("brand"),
      channel.data,
      form.sending === "off",
      person.agent,
      ports.clock.now(),
    );
    return c.redirect("/pause", 303);
  });
  return app;
}
