import { type Context, Hono } from "hono";
import * as z from "zod";
import { type Actor, currentDraft, type Done } from "../../../shared/complaint/agent-acts/act.ts";
import { approve } from "../../../shared/complaint/agent-acts/approve.ts";
import {
  closeAnswered,
  decline,
  declineReasons,
  reopen,
} from "../../../shared/complaint/agent-acts/close.ts";
import { confirmLink, linkProofs, undoLink } from "../../../shared/complaint/agent-acts/confirm-link.ts";
import {
  escalate,
  escalateReasons,
  giveBack,
  returnReasons,
} from "../../../shared/complaint/agent-acts/escalate.ts";
import { leaveIncident } from "../../../shared/complaint/agent-acts/for-incident.ts";
import { markHandPosted } from "../../../shared/complaint/agent-acts/mark-hand-posted.ts";
import { nameSituation } from "../../../shared/complaint/agent-acts/name-situation.ts";
import { resolveUnknown } from "../../../shared/complaint/agent-acts/resolve-unknown.ts";
import { stopWaiting, withdraw } from "../../../shared/complaint/agent-acts/withdraw.ts";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import { CaseId, CustomerId, DeliveryId, MentionId } from "../../../shared/complaint/ids.ts";
import type { Mention } from "../../../shared/complaint/mention.ts";
import type { PublishedBrand } from "../../../shared/ports/brand-store.ts";
import { budgetsFor, type CaseView, viewCase } from "../case-view.ts";
import type { ConsoleEnv } from "../console-env.ts";
import { editForm, lintForm } from "../edit-form.ts";
import { formOf, Note, readForm } from "../form.ts";
import { frameOf, plain } from "../frame.tsx";
import { mayJudgeEscalations } from "../login/roles.ts";
import { CasePage } from "../pages/case-page.tsx";
import { LintPart } from "../pages/lint-part.tsx";
import { type Moment, perform } from "../perform.ts";
import type { Ports } from "../ports.ts";
import { recordCorrection, Verdict } from "../record-correction.ts";
import type { Refusal } from "../refusal.ts";

type Ctx = Context<ConsoleEnv>;
type Form = Readonly<Record<string, string>>;
type Act = (file: CaseFile, at: Moment, c: Ctx, form: Form) => Promise<Done | Refusal> | Done | Refusal;

const Approval = z.object({ version: z.coerce.number().int().min(1), hash: z.string().length(64) });
const reasonOf = <const Reasons extends readonly [string, ...string[]]>(reasons: Reasons) =>
  z.object({ reason: z.enum(reasons), note: Note });
const Decline = reasonOf(declineReasons);
const Escalate = reasonOf(escalateReasons);
const Return = reasonOf(returnReasons);
const Link = z.object({ customer: CustomerId, proof: z.enum(linkProofs) });
const Unlink = z.object({ customer: CustomerId });
const PostedLink = z.object({ link: z.string().max(300).optional() });
const VerdictForm = z.object({
  verdict: z.enum(["found", "again", "drop"]),
  link: z.string().max(300).optional(),
});
const CorrectionForm = Verdict.omit({ situation: true }).extend({ mention: MentionId });
/** The pressed button counts before the list that stands beside it. */
const SituationForm = z
  .object({ likely: z.string().max(100).optional(), situation: z.string().max(100).optional() })
  .transform(({ likely, situation }) => likely ?? situation);
const NONE = "none";
const badForm: Refusal = { refused: "bad-form" };

/** The case's page and what can be done with it. Reading is a GET; whatever changes anything is a POST. */
export function caseRoutes(ports: Ports): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const by = (c: Ctx) => ({ id: c.get("person").agent, role: c.get("person").role });
  const zone = (c: Ctx) => c.get("published").file.account.timeZone;

  app.get("/cases/:id", async (c) => {
    const file = await findCase(ports, c);
    if (file === undefined) return notFound(c);
    return casePage(ports, c, file);
  });

  /** Changes no case, so it asks no version and meets nobody's save; whoever may see the case may say it. */
  app.post("/cases/:id/correction", async (c) => {
    const read = readForm(CorrectionForm, await formOf(c));
    const file = await findCase(ports, c);
    if (file === undefined) return notFound(c);
    const refused = (why: Refusal) => {
      c.status(409);
      return casePage(ports, c, file, why);
    };
    if (read === undefined || !file.case.mentions.includes(read.mention)) return refused(badForm);
    const [mention, assessment] = await Promise.all([
      ports.mentions.get(file.case.brand, read.mention),
      ports.mentions.assessmentOf(file.case.brand, read.mention),
    ]);
    if (mention === undefined) return refused({ refused: "gone" });
    // What a person has named stays beside the word that it is a complaint.
    const isNamed = file.case.situationBy !== undefined && read.mention === file.case.answerTo;
    const situation = isNamed && read.complaint ? file.case.situation : undefined;
    const no = await recordCorrection(ports, { mention, assessment }, { ...read, situation }, by(c));
    return no === undefined ? c.redirect(`/cases/${encodeURIComponent(file.case.id)}`, 303) : refused(no);
  });

  /** One act: the page it leads to is the case's own, with what was not done and why, and with what was typed. */
  const act = (path: string, work: Act) =>
    app.post(`/cases/:id/${path}`, async (c) => {
      const form = await formOf(c);
      const before = await findCase(ports, c);
      if (before === undefined) return notFound(c);
      const done = await perform(ports, before.case.brand, before.case.id, (file, at) => {
        if (file.case.desk === "managers" && !mayActOnEscalated(c, file, path))
          return { refused: "not-allowed" };
        return work(file, at, c, form);
      });
      if (done.ok) return c.redirect(`/cases/${encodeURIComponent(before.case.id)}`, 303);
      if (done.why === "no-such-case") return notFound(c);
      const now = (await ports.cases.load(before.case.brand, before.case.id)) ?? before;
      c.status(409);
      return casePage(ports, c, now, done.why, path === "drafts" ? form : undefined);
    });

  act("approval", async (file, at, c, form) => {
    const read = readForm(Approval, form);
    if (read === undefined) return badForm;
    const published = c.get("published");
    const mention = await ports.mentions.get(file.case.brand, file.case.answerTo);
    return approve(file, {
      draftVersion: read.version,
      draftHash: read.hash,
      by: by(c),
      overruled: overruled(form),
      now: at.now,
      playbook: published.file.playbook,
      budgets: await budgetsFor(ports, published, c.get("person"), file),
      timeZone: zone(c),
      mention,
      seenNow: await seenNow(ports, file, published, mention, at.now),
      hasWrittenPrivately: file.messages.some((message) => message.direction === "in"),
      wakes: at.wakes,
    });
  });
  act("approval/withdrawal", (file, at, c) => withdraw(file, { by: by(c), now: at.now, timeZone: zone(c) }));
  act("drafts", async (file, at, c, form) =>
    editForm(file, at, await view(ports, c, file), c.get("person"), form, {
      lint: ports.lint,
      recent: await ports.replies.recent(file.case.brand),
    }),
  );
  act("incident/leaving", (file, at, c) => leaveIncident(file, { by: by(c), now: at.now, wakes: at.wakes }));
  act("situation", async (file, at, c, form) => {
    const read = readForm(SituationForm, form);
    if (read === undefined) return badForm;
    const situation = read === NONE ? undefined : read;
    const { playbook } = c.get("published").file;
    const result = nameSituation(file, { situation, playbook, by: by(c), now: at.now, wakes: at.wakes });
    if ("change" in result) await learnFrom(ports, file, situation, by(c));
    return result;
  });
  act("declining", (file, at, c, form) => {
    const read = readForm(Decline, form);
    return read === undefined ? badForm : decline(file, { ...read, by: by(c), now: at.now });
  });
  act("closing", (file, at, c) => closeAnswered(file, { by: by(c), now: at.now }));
  act("reopening", (file, at, c) => reopen(file, { ...at, by: by(c) }));
  act("escalation", async (file, at, c, form) => {
    const read = readForm(Escalate, form);
    if (read === undefined) return badForm;
    const published = c.get("published");
    const budgets = await budgetsFor(ports, published, c.get("person"), file);
    const { playbook } = published.file;
    return escalate(file, { ...read, by: by(c), now: at.now, playbook, budgets });
  });
  act("return", (file, at, c, form) => {
    const read = readForm(Return, form);
    return read === undefined ? badForm : giveBack(file, { ...read, by: by(c), now: at.now });
  });
  act("link", async (file, at, c, form) => {
    const read = readForm(Link, form);
    if (read === undefined) return badForm;
    const result = confirmLink(file, { ...read, by: by(c), now: at.now, wakes: at.wakes });
    const author = file.case.author;
    // The lasting link first: a case that says "confirmed" while nothing was kept would say what is not so.
    if ("change" in result && author !== undefined)
      await ports.customers.confirmLink(file.case.brand, {
        author,
        customer: read.customer,
        confirmedBy: c.get("person").agent,
        at: at.now,
      });
    return result;
  });
  act("link/undoing", async (file, at, c, form) => {
    const read = readForm(Unlink, form);
    if (read === undefined) return badForm;
    const result = undoLink(file, { ...read, by: by(c), now: at.now, wakes: at.wakes });
    if ("change" in result && file.case.author !== undefined && file.match?.customer === read.customer)
      await ports.customers.undoLink(file.case.brand, file.case.author);
    return result;
  });
  act("deliveries/:delivery/posted", (file, at, c, form) => {
    const deliveryId = deliveryOf(c);
    const read = readForm(PostedLink, form);
    if (read === undefined || deliveryId === undefined) return badForm;
    return markHandPosted(file, {
      deliveryId,
      platformId: read.link,
      by: by(c),
      now: at.now,
      wakes: at.wakes,
    });
  });
  act("deliveries/:delivery/verdict", (file, at, c, form) => {
    const deliveryId = deliveryOf(c);
    const read = readForm(VerdictForm, form);
    if (read === undefined || deliveryId === undefined) return badForm;
    const verdict =
      read.verdict === "found"
        ? { verdict: "found" as const, platformId: read.link ?? "" }
        : { verdict: read.verdict };
    return resolveUnknown(file, {
      deliveryId,
      verdict,
      by: by(c),
      now: at.now,
      timeZone: zone(c),
      wakes: at.wakes,
    });
  });
  act("deliveries/:delivery/stop", (file, at, c) => {
    const deliveryId = deliveryOf(c);
    return deliveryId === undefined
      ? badForm
      : stopWaiting(file, { deliveryId, by: by(c), now: at.now, timeZone: zone(c) });
  });

  app.post("/cases/:id/lint", async (c) => {
    const file = await findCase(ports, c);
    if (file === undefined) return notFound(c);
    const recent = await ports.replies.recent(file.case.brand);
    const findings = lintForm(file, await view(ports, c, file), c.get("person"), await formOf(c), {
      ...ports,
      recent,
    });
    return c.html(<LintPart findings={findings.findings} length={findings.length} m={c.get("messages")} />);
  });
  return app;
}

/**
 * Keeps what a person named as a label to learn from. Before the case is saved: said twice it stands once, and that a
 * later word or none is there to be corrected is no reason not to go on.
 */
async function learnFrom(ports: Ports, file: CaseFile, situation: string | undefined, by: Actor) {
  const { brand, answerTo } = file.case;
  const [mention, assessment] = await Promise.all([
    ports.mentions.get(brand, answerTo),
    ports.mentions.assessmentOf(brand, answerTo),
  ]);
  if (mention === undefined) return;
  const verdict = { complaint: true, revision: mention.revision, situation };
  await recordCorrection(ports, { mention, assessment }, verdict, by);
}

/** The lint once more, as the case stands at the moment of signing: a link may have been undone since the draft. */
async function seenNow(
  ports: Ports,
  file: CaseFile,
  published: PublishedBrand,
  mention: Mention | undefined,
  now: string,
) {
  const draft = currentDraft(file);
  if (draft === undefined) return [];
  const others = file.case.mentions.filter((id) => id !== file.case.answerTo);
  const earlier = await Promise.all(others.map((id) => ports.mentions.get(file.case.brand, id)));
  return ports.lint(draft, {
    file,
    playbook: published.file.playbook,
    written: [...earlier, mention].map((each) => each?.text ?? ""),
    recent: [],
    timeZone: published.file.account.timeZone,
    now,
  });
}

/** What was handed up is judged above; who handed it up may take it back. */
function mayActOnEscalated(c: Ctx, file: CaseFile, path: string): boolean {
  const person = c.get("person");
  if (mayJudgeEscalations(person.role)) return true;
  return path === "return" && file.case.handover?.by === person.agent;
}

const view = (ports: Ports, c: Ctx, file: CaseFile): Promise<CaseView> =>
  viewCase(ports, c.get("published"), c.get("person"), file);

/** The case under this id in the brand that is looked at, or in another that the person may answer for. */
async function findCase(ports: Ports, c: Ctx): Promise<CaseFile | undefined> {
  const id = CaseId.safeParse(c.req.param("id"));
  if (!id.success) return undefined;
  const chosen = c.get("brand");
  for (const brand of [chosen, ...c.get("brands").filter((other) => other !== chosen)]) {
    const file = await ports.cases.load(brand, id.data);
    if (file === undefined) continue;
    if (brand !== chosen) {
      c.set("brand", brand);
      c.set("published", await ports.brands.active(brand));
    }
    return file;
  }
  return undefined;
}

async function casePage(
  ports: Ports,
  c: Ctx,
  file: CaseFile,
  refusal?: Refusal,
  typed?: Form,
): Promise<Response> {
  const seen = await view(ports, c, file);
  const list = await ports.lists.cases(
    file.case.brand,
    file.case.desk === "managers" ? "managers" : "agents",
  );
  const next = list.cases.find((each) => each.id !== file.case.id)?.id;
  return c.html(<CasePage frame={frameOf(c)} view={seen} refusal={refusal} typed={typed} next={next} />);
}

function notFound(c: Ctx) {
  const { errors } = c.get("messages");
  return plain(c, 404, errors.notFoundTitle, errors.notFound);
}

const deliveryOf = (c: Ctx): DeliveryId | undefined => {
  const read = DeliveryId.safeParse(c.req.param("delivery"));
  return read.success ? read.data : undefined;
};

/** Fields named `why.<rule>`: the signer's reason for keeping what a finding on style marks. */
const overruled = (form: Form) =>
  Object.entries(form).flatMap(([name, reason]) =>
    name.startsWith("why.") && reason.trim().length >= 3
      ? [{ rule: name.slice(4), reason: reason.trim().slice(0, 400) }]
      : [],
  );
