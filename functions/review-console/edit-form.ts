import * as z from "zod";
import { currentDraft, type Done } from "../../shared/complaint/agent-acts/act.ts";
import { type EditInput, edit, type RemedyWish, wished } from "../../shared/complaint/agent-acts/edit.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Finding, PromisedAct } from "../../shared/complaint/draft.ts";
import { Lang } from "../../shared/complaint/ids.ts";
import { RemedyKind } from "../../shared/complaint/remedy.ts";
import { weightedLength } from "../../shared/language/weighted-length.ts";
import { draftHash } from "../../shared/runtime/draft-hash.ts";
import { type CaseView, writtenInPublic } from "./case-view.ts";
import { readForm, TypedAmount, Words } from "./form.ts";
import { fromLocalField } from "./local-time.ts";
import type { Person } from "./login/login.ts";
import { offeredRemedies } from "./pages/case-edit.tsx";
import type { Moment } from "./perform.ts";
import type { Lint } from "./ports.ts";
import type { Refusal } from "./refusal.ts";
import { rewriteFor } from "./rewrite.ts";

const EditForm = z.object({
  basedOn: z.coerce.number().int().min(0),
  public: Words,
  private: Words.default(""),
  lang: Lang,
  remedy: z.string().default("keep"),
  ownKind: RemedyKind.optional(),
  ownValue: TypedAmount,
  ownCost: TypedAmount,
  ownNote: z.string().max(400).optional(),
  promiseWhat: z.enum(["", "write-privately", "exchange", "refund", "call", "look-into"]).optional(),
  promiseBy: z.string().optional(),
  signer: z.literal("me").optional(),
  /** Have both texts written anew for what is given. */
  rewrite: z.literal("yes").optional(),
});
type EditForm = z.infer<typeof EditForm>;
type Form = Readonly<Record<string, string>>;

/** What reads the words as they are typed, and what others were written lately. */
export type Reading = { readonly lint: Lint; readonly recent: readonly string[] };

/** A posted edit form as a new version, linted as it is saved. */
export function editForm(
  file: CaseFile,
  at: Moment,
  view: CaseView,
  person: Person,
  form: Form,
  tools: Reading,
): Done | Refusal {
  const input = inputOf(file, at.now, view, person, readForm(EditForm, form), tools);
  return input === undefined ? { refused: "bad-form" } : edit(file, input);
}

/** What the lint says of the form as it stands, without saving anything; and how long the public text is where that counts. */
export function lintForm(
  file: CaseFile,
  view: CaseView,
  person: Person,
  form: Form,
  tools: Reading & { readonly clock: { now(): string } },
): { readonly findings: readonly Finding[]; readonly length?: number } {
  const length = file.case.channel === "x" ? { length: weightedLength(form["public"] ?? "") } : {};
  const input = inputOf(file, tools.clock.now(), view, person, readForm(EditForm, form), tools);
  if (input === undefined) return { findings: [], ...length };
  const result = edit(file, input);
  return { findings: "change" in result ? (result.change.draft?.findings ?? []) : [], ...length };
}

function inputOf(
  file: CaseFile,
  now: string,
  view: CaseView,
  person: Person,
  form: EditForm | undefined,
  { lint, recent }: Reading,
): EditInput | undefined {
  if (form === undefined) return undefined;
  const before = currentDraft(file);
  const remedy = wishOf(form, view);
  const promise = promiseOf(form, view, person);
  if (remedy === undefined || promise === "unreadable") return undefined;
  const given = form.rewrite === "yes" ? wished(before, { remedy, decision: view.decision }) : undefined;
  const anew =
    given === undefined || "refused" in given ? undefined : rewriteFor(view, given, form.lang, now);
  const me = { id: person.agent, name: person.name };
  return {
    basedOn: form.basedOn,
    publicText: anew?.publicText ?? form.public,
    privateText: anew?.privateText ?? form.private,
    remedy,
    promise: anew?.promise ?? promise,
    order: anew?.order,
    signer: form.signer === "me" ? me : (before?.signer ?? me),
    lang: form.lang,
    by: { id: person.agent, role: person.role },
    now,
    decision: view.decision,
    hashOf: draftHash,
    lint: (draft) =>
      lint(draft, {
        file,
        playbook: view.published.file.playbook,
        written: writtenInPublic(view),
        recent,
        timeZone: view.published.file.account.timeZone,
        now,
      }),
  };
}

function wishOf(form: EditForm, view: CaseView): RemedyWish | undefined {
  if (form.remedy === "keep" || form.remedy === "none") return { wish: form.remedy };
  if (form.remedy === "own") {
    // A cost is the agent's to say: an idea without one cannot be set against anything.
    const costMinor = form.ownCost ?? form.ownValue;
    if (form.ownKind === undefined || costMinor === undefined) return undefined;
    const note = form.ownNote?.trim();
    if (form.ownKind === "own-idea" && (note === undefined || note === "")) return undefined;
    return {
      wish: "own",
      choice: { kind: form.ownKind, valueMinor: form.ownValue, costMinor, ...(note ? { note } : {}) },
    };
  }
  const at = /^offered-(\d+)$/.exec(form.remedy)?.[1];
  const offered = at === undefined ? undefined : offeredRemedies(view)[Number(at)];
  return offered === undefined ? undefined : { wish: "offered", remedy: offered };
}

function promiseOf(
  form: EditForm,
  view: CaseView,
  person: Person,
): PromisedAct | undefined | "none" | "unreadable" {
  if (form.promiseWhat === undefined) return undefined;
  if (form.promiseWhat === "") return "none";
  const dueAt = fromLocalField(form.promiseBy ?? "", view.published.file.account.timeZone);
  if (dueAt === undefined) return "unreadable";
  const before = currentDraft(view.file)?.promise;
  const shift = view.shifts.find((each) => each.agent === person.agent);
  return {
    what: form.promiseWhat,
    dueAt,
    owner: before?.owner ?? person.agent,
    ...(before?.followedBy === undefined
      ? shift?.followedBy === undefined
        ? {}
        : { followedBy: shift.followedBy }
      : { followedBy: before.followedBy }),
  };
}
