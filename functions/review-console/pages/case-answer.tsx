import { currentDraft, isUnderWay } from "../../../shared/complaint/agent-acts/act.ts";
import type { Finding } from "../../../shared/complaint/draft.ts";
import type { CaseView } from "../case-view.ts";
import type { Person } from "../login/login.ts";
import { mayJudgeEscalations } from "../login/roles.ts";
import { incidentWords } from "../messages/incident-words.ts";
import type { Messages } from "../messages/messages.ts";
import { nameOf } from "../names.ts";
import type { Refusal } from "../refusal.ts";
import { managerHere } from "../say-refusal.ts";
import { inMoney, inTime, inWords } from "../words.ts";

type Props = { view: CaseView; m: Messages; person: Person | undefined; refusal: Refusal | undefined };

/** The finished answer, as it will go out, and the one button that sends it. */
export const AnswerPart = ({ view, m, person }: Props) => {
  const { file } = view;
  const draft = currentDraft(file);
  const of = file.case;
  const zone = view.published.file.account.timeZone;
  if (draft === undefined || of.stage !== "drafted") {
    const isComing = of.stage === "detected" || of.stage === "matched";
    return (
      <section class="answer" aria-labelledby="answer-title">
        <h2 id="answer-title">{m.answer.heading}</h2>
        <p class="hint">
          {of.incident?.is === "waits" && view.incident !== undefined
            ? incidentWords[m.lang].waitsFor(view.incident.title)
            : isComing && of.lane === "answer"
              ? m.answer.beingPrepared
              : m.answer.noDraft}
        </p>
      </section>
    );
  }
  const hard = draft.findings.filter((finding) => finding.severity === "hard");
  const mustFix = hard.some((finding) => !finding.overrulable);
  const isBlocked = file.deliveries.some(isUnderWay) || view.answered?.removedAt !== undefined;
  const mayGive = view.check === undefined || view.check.ok;
  const mayDecide = of.desk !== "managers" || person === undefined || mayJudgeEscalations(person.role);
  const isByHand = view.answered?.byHandOnly !== undefined;
  return (
    <section class="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{m.answer.heading}</h2>
      <h3>{m.answer.public}</h3>
      <blockquote class="out" lang={draft.lang}>
        {draft.public.text}
      </blockquote>
      <h3>{m.answer.private}</h3>
      {draft.private === undefined ? (
        <p class="hint">{m.answer.noPrivate}</p>
      ) : (
        <blockquote class="out private" lang={draft.lang}>
          {draft.private.text}
        </blockquote>
      )}
      <dl class="pair">
        <dt>{m.answer.remedy}</dt>
        <dd>
          <strong>{inWords(draft.remedy, m)}</strong>
          {draft.remedy !== undefined &&
          draft.remedy.value !== undefined &&
          draft.remedy.cost.minor !== draft.remedy.value.minor ? (
            <span class="meta"> {m.costsUs(inMoney(draft.remedy.cost, m))}</span>
          ) : null}
          {draft.remedy?.note === undefined ? null : <span class="meta"> {draft.remedy.note}</span>}
        </dd>
        <dt>{m.answer.promise}</dt>
        <dd>
          {draft.promise === undefined
            ? m.answer.noPromise
            : m.answer.promised(
                m.promises.what[draft.promise.what],
                inTime(draft.promise.dueAt, zone, view.now, m),
                nameOf(draft.promise.owner, view, m),
              )}
        </dd>
      </dl>
      <p class="meta">
        <span>{m.answer.signer(draft.signer.name)}</span>
        <span>{m.answer.version(draft.version)}</span>
        <span>
          {draft.writtenBy === "composer"
            ? m.answer.byMachine
            : draft.writtenBy === "bedrock"
              ? m.answer.byModel
              : m.answer.byColleague(nameOf(draft.writtenBy, view, m))}
        </span>
      </p>
      {view.check !== undefined && !view.check.ok ? <MandateSays view={view} m={m} /> : null}
      {view.isPaused ? <p class="hint">{m.answer.paused(m.channels[of.channel])}</p> : null}
      {isBlocked ? (
        <p class="hint">
          {m.refusals[view.answered?.removedAt === undefined ? "under-way" : "mention-gone"]}
        </p>
      ) : (
        <form method="post" action={`/cases/${encodeURIComponent(of.id)}/approval`} class="approve">
          <input type="hidden" name="version" value={String(draft.version)} />
          <input type="hidden" name="hash" value={draft.hash} />
          <Findings findings={draft.findings} m={m} withReasons={!mustFix} />
          {mustFix || !mayGive || !mayDecide ? null : (
            <>
              <button type="submit" class="button main" data-key="a">
                {isByHand ? m.answer.approveByHand : m.answer.approve}
              </button>
              <p class="meta">{m.answer.approveHint}</p>
            </>
          )}
        </form>
      )}
      {person === undefined || draft.signer.id === person.agent || isBlocked ? null : (
        <form method="post" action={`/cases/${encodeURIComponent(of.id)}/drafts`} class="inline">
          <input type="hidden" name="basedOn" value={String(draft.version)} />
          <input
            type="hidden"
            name="public"
            value={withSigner(draft.public.text, draft.signer.name, person.name)}
          />
          <input
            type="hidden"
            name="private"
            value={withSigner(draft.private?.text ?? "", draft.signer.name, person.name)}
          />
          <input type="hidden" name="lang" value={draft.lang} />
          <input type="hidden" name="remedy" value="keep" />
          <input type="hidden" name="signer" value="me" />
          <button type="submit" class="quiet">
            {m.answer.signAsMe(person.name)}
          </button>
        </form>
      )}
    </section>
  );
};

/** The name at the very end of a text is the signature; a name inside it is somebody. */
export function withSigner(text: string, before: string, after: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(before) ? `${trimmed.slice(0, trimmed.length - before.length)}${after}` : text;
}

const MandateSays = ({ view, m }: { view: CaseView; m: Messages }) => {
  const { check, decision } = view;
  if (decision?.outcome === "escalate" && decision.limitMet === "believe-first")
    return <p class="hint strong">{m.believedOften(managerHere(view.shifts))}</p>;
  if (check === undefined || check.ok) return null;
  if (check.why === "limit") {
    const over = { minor: check.overByMinor, currency: check.remedy.cost.currency };
    return <p class="hint strong">{m.outsideMandate(m.sums.limits[check.limitMet], inMoney(over, m))}</p>;
  }
  return (
    <p class="hint strong">
      {check.why === "below-floor" ? m.belowFloor(inWords(check.core, m)) : m.refusals["nothing-to-give"]}
    </p>
  );
};

export const Findings = (props: { findings: readonly Finding[]; m: Messages; withReasons: boolean }) => {
  const { findings, m } = props;
  if (findings.length === 0) return null;
  const asked = new Set<string>();
  return (
    <div class="findings">
      <h3>{m.findings.heading}</h3>
      <ul>
        {findings.map((finding) => {
          const isAsked =
            props.withReasons &&
            finding.severity === "hard" &&
            finding.overrulable &&
            !asked.has(finding.rule);
          asked.add(finding.rule);
          return (
            <li class={finding.severity}>
              <strong>{finding.severity === "hard" ? m.findings.hard : m.findings.soft}</strong>{" "}
              <span class="meta">{finding.side === "public" ? m.answer.public : m.answer.private}:</span>{" "}
              {finding.reason}
              {finding.better === undefined ? null : (
                <span class="meta"> {m.findings.better(finding.better)}</span>
              )}
              {finding.severity === "hard" && !finding.overrulable ? <em> {m.findings.never}</em> : null}
              {isAsked ? (
                <label class="reason">
                  {m.findings.overrule}
                  <input name={`why.${finding.rule}`} maxlength={400} autocomplete="off" />
                </label>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
