import { isUnderWay } from "../../../shared/complaint/agent-acts/act.ts";
import { declineReasons } from "../../../shared/complaint/agent-acts/close.ts";
import { escalateReasons, returnReasons } from "../../../shared/complaint/agent-acts/escalate.ts";
import type { CaseView } from "../case-view.ts";
import type { Person } from "../login/login.ts";
import { mayJudgeEscalations } from "../login/roles.ts";
import type { Messages } from "../messages/messages.ts";
import { nameOf } from "../names.ts";
import { inTime } from "../words.ts";

type Props = { view: CaseView; m: Messages };

/** What else can be done with the case: hand it on, end it, take it up again. */
export const OtherwisePart = ({ view, m, person }: Props & { person: Person | undefined }) => {
  const of = view.file.case;
  const action = (what: string) => `/cases/${encodeURIComponent(of.id)}/${what}`;
  if (of.stage === "closed")
    return (
      <form method="post" action={action("reopening")}>
        <button type="submit">{m.others.reopen}</button>
      </form>
    );
  if (view.file.deliveries.some(isUnderWay)) return null;
  const isHigh = of.desk === "managers";
  const mayGiveBack =
    isHigh && (person === undefined || mayJudgeEscalations(person.role) || of.handover?.by === person.agent);
  const boss = view.shifts.find((shift) => shift.role === "manager" || shift.role === "admin");
  return (
    <section class="otherwise" aria-label={m.others.heading}>
      <Handover view={view} m={m} />
      {isHigh ? null : (
        <details open={view.check !== undefined && !view.check.ok && view.check.why === "limit"}>
          <summary>{m.others.escalate}</summary>
          <form method="post" action={action("escalation")}>
            <p class="meta">
              {m.others.escalateWho(boss?.name ?? view.published.file.playbook.onCall.default)}
            </p>
            <Reasons
              reasons={escalateReasons.map((reason) => [reason, m.others.escalateReasons[reason]] as const)}
              m={m}
            />
            <button type="submit" class="button">
              {m.others.escalate}
            </button>
          </form>
        </details>
      )}
      {mayGiveBack ? (
        <details>
          <summary>{m.others.giveBack}</summary>
          <form method="post" action={action("return")}>
            <Reasons
              reasons={returnReasons.map((reason) => [reason, m.others.returnReasons[reason]] as const)}
              m={m}
            />
            <button type="submit" class="button">
              {m.others.giveBack}
            </button>
          </form>
        </details>
      ) : null}
      {of.stage === "answered" ? (
        <form method="post" action={action("closing")}>
          <button type="submit">{m.others.close}</button>
        </form>
      ) : (
        <details>
          <summary>{m.others.decline}</summary>
          <form method="post" action={action("declining")}>
            <Reasons
              reasons={declineReasons.map((reason) => [reason, m.others.declineReasons[reason]] as const)}
              m={m}
            />
            <button type="submit" class="button">
              {m.others.decline}
            </button>
          </form>
        </details>
      )}
    </section>
  );
};

const Reasons = ({ reasons, m }: { reasons: readonly (readonly [string, string])[]; m: Messages }) => (
  <>
    <label>
      {m.others.reason}
      <select name="reason" required>
        {reasons.map(([value, words]) => (
          <option value={value}>{words}</option>
        ))}
      </select>
    </label>
    <label>
      {m.others.note}
      <input name="note" maxlength={400} autocomplete="off" />
    </label>
  </>
);

const Handover = ({ view, m }: Props) => {
  const { handover, desk } = view.file.case;
  if (handover === undefined) return null;
  const name = nameOf(handover.by, view, m);
  const reasons: Readonly<Record<string, string>> = {
    ...m.others.returnReasons,
    ...m.others.escalateReasons,
  };
  const why = reasons[handover.reason] ?? handover.reason;
  return (
    <p class="hint">
      {desk === "managers" ? m.others.handedUp(name, why) : m.others.handedBack(name, why)}
      {handover.note === undefined ? null : <q dir="auto">{handover.note}</q>}
    </p>
  );
};

export const LogPart = ({ view, m }: Props) => (
  <details class="log">
    <summary>{m.others.log}</summary>
    <ol>
      {view.file.audit
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .map((entry) => (
          <li>
            <time datetime={entry.at}>
              {inTime(entry.at, view.published.file.account.timeZone, view.now, m)}
            </time>{" "}
            {m.did[entry.did]} <span class="meta">{nameOf(entry.by, view, m)}</span>{" "}
            {entry.what === undefined ? null : <code>{entry.what}</code>}
          </li>
        ))}
    </ol>
  </details>
);
