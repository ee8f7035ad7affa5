import { currentDraft, isUnderWay } from "../../../shared/complaint/agent-acts/act.ts";
import type { Lang } from "../../../shared/complaint/ids.ts";
import { RemedyKind } from "../../../shared/complaint/remedy.ts";
import type { CaseView } from "../case-view.ts";
import { inLocalField } from "../local-time.ts";
import type { Person } from "../login/login.ts";
import { catalogues } from "../messages/choose.ts";
import type { Messages } from "../messages/messages.ts";
import { inMoney, inWords } from "../words.ts";

/** The edit form's fields as they were typed. */
export type TypedEdit = Readonly<Record<string, string>>;
const langs: readonly Lang[] = ["en", "fi", "sv"];
const promises = ["write-privately", "exchange", "refund", "call", "look-into"] as const;

/** The form that makes a new version: both texts, what is given, what is promised. */
export const EditPart = (props: {
  view: CaseView;
  m: Messages;
  person: Person | undefined;
  typed: TypedEdit | undefined;
}) => {
  const { view, m, typed } = props;
  const { file } = view;
  const of = file.case;
  if (file.deliveries.some(isUnderWay)) return null;
  const draft = currentDraft(file);
  const zone = view.published.file.account.timeZone;
  const value = (name: string, standing: string) => typed?.[name] ?? standing;
  const lang = value("lang", draft?.lang ?? (of.lang === "other" ? "en" : of.lang));
  const isOpen = typed !== undefined || (draft === undefined && of.lane !== "answer");
  return (
    <details class="edit" open={isOpen} id="edit">
      <summary data-key="e">{m.answer.edit}</summary>
      <form
        method="post"
        action={`/cases/${encodeURIComponent(of.id)}/drafts`}
        data-lint={`/cases/${encodeURIComponent(of.id)}/lint`}
      >
        <input type="hidden" name="basedOn" value={value("basedOn", String(draft?.version ?? 0))} />
        <label>
          {m.answer.publicText}
          <textarea name="public" rows={6} maxlength={5000} required lang={lang} dir="auto">
            {value("public", draft?.public.text ?? "")}
          </textarea>
        </label>
        <label>
          {m.answer.privateText} <span class="meta">{m.answer.privateHint}</span>
          <textarea name="private" rows={8} maxlength={5000} lang={lang} dir="auto">
            {value("private", draft?.private?.text ?? "")}
          </textarea>
        </label>
        <div data-lint-result aria-live="polite"></div>
        <RemedyChoice view={view} m={m} chosen={value("remedy", "keep")} value={value} />
        <fieldset>
          <legend>{m.answer.promise}</legend>
          <label>
            {m.answer.promiseWhat}
            <select name="promiseWhat">
              <option value="">{m.answer.promiseNone}</option>
              {promises.map((what) => (
                <option value={what} selected={what === value("promiseWhat", draft?.promise?.what ?? "")}>
                  {m.promises.what[what]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {m.answer.promiseBy}
            <input
              type="datetime-local"
              name="promiseBy"
              value={value(
                "promiseBy",
                draft?.promise === undefined ? "" : inLocalField(draft.promise.dueAt, zone),
              )}
            />
          </label>
        </fieldset>
        <label class="inline">
          {m.answer.language}{" "}
          <select name="lang">
            {langs.map((each) => (
              <option value={each} selected={each === lang}>
                {catalogues[each].languageName}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button">
          {m.answer.save}
        </button>
      </form>
    </details>
  );
};

const RemedyChoice = (props: {
  view: CaseView;
  m: Messages;
  chosen: string;
  value: (name: string, standing: string) => string;
}) => {
  const { view, m, chosen, value } = props;
  const { decision } = view;
  const draft = currentDraft(view.file);
  if (decision === undefined || decision.outcome === "stop" || decision.outcome === "frozen")
    return <input type="hidden" name="remedy" value="keep" />;
  if (decision.mandate === undefined) return <input type="hidden" name="remedy" value="keep" />;
  const offered = offeredRemedies(view);
  const currency = decision.mandate.limit.currency;
  const option = (id: string, words: string) => (
    <label class="choice">
      <input type="radio" name="remedy" value={id} checked={chosen === id} /> {words}
    </label>
  );
  return (
    <fieldset>
      <legend>{m.answer.remedyChoice}</legend>
      {option("keep", `${m.answer.keep}: ${inWords(draft?.remedy, m)}`)}
      {offered.map((remedy, at) => option(`offered-${at}`, inWords(remedy, m)))}
      {option("none", m.answer.none)}
      {option("own", m.answer.own)}
      <div class="own">
        <label>
          {m.answer.ownKind}
          <select name="ownKind">
            {RemedyKind.options.map((kind) => (
              <option value={kind} selected={kind === value("ownKind", "own-idea")}>
                {m.remedyKinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {m.answer.ownValue(currency)}
          <input
            name="ownValue"
            inputmode="decimal"
            size={8}
            value={value("ownValue", "")}
            autocomplete="off"
          />
        </label>
        <label>
          {m.answer.ownCost(currency)}
          <input
            name="ownCost"
            inputmode="decimal"
            size={8}
            value={value("ownCost", "")}
            autocomplete="off"
          />
        </label>
        <label class="wide">
          {m.answer.ownNote}
          <input name="ownNote" maxlength={400} value={value("ownNote", "")} autocomplete="off" />
        </label>
        <p class="meta">{m.answer.ownHint(inMoney(decision.mandate.limit, m))}</p>
      </div>
      {decision.outcome === "by-hand" || view.shifts.length === 0 ? null : (
        <button type="submit" name="rewrite" value="yes" formnovalidate>
          {m.answer.rewrite}
        </button>
      )}
    </fieldset>
  );
};

/** What can be chosen beside what stands: the machine's own proposal where the draft has left it, and the alternatives. */
export function offeredRemedies(view: Pick<CaseView, "decision" | "file">) {
  const { decision } = view;
  if (decision?.outcome !== "remedy" && decision?.outcome !== "escalate") return [];
  const proposed = decision.outcome === "remedy" ? decision.remedy : decision.proposal;
  const standing = currentDraft(view.file)?.remedy;
  const isStanding = (remedy: typeof proposed) =>
    standing !== undefined &&
    standing.kind === remedy.kind &&
    standing.cost.minor === remedy.cost.minor &&
    standing.value?.minor === remedy.value?.minor;
  return [proposed, ...decision.alternatives].filter((remedy) => !isStanding(remedy));
}
