import { situationName, situationsByName } from "../../../shared/language/situation-name.ts";
import type { CaseView } from "../case-view.ts";
import type { Person } from "../login/login.ts";
import { isManager } from "../login/roles.ts";
import { incidentWords } from "../messages/incident-words.ts";
import type { Messages } from "../messages/messages.ts";
import { nameOf } from "../names.ts";
import { howLong, shown } from "../words.ts";
import { Badges } from "./queue-page.tsx";

/** Who, where, since when, and what kind of matter it is. */
export const SituationPart = ({ view, m, name }: { view: CaseView; m: Messages; name: string }) => {
  const of = view.file.case;
  const { decision } = view;
  return (
    <>
      <div class="title">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p class="meta">
          <span class="channel">{m.channels[of.channel]}</span>
          {of.stage === "closed" ? (
            <span>{m.others.closedBecause[of.closedBecause]}</span>
          ) : of.desk === "done" ? (
            <span>{m.desks.done}</span>
          ) : (
            <span>{m.waits(howLong(of.waitingSince, view.now, m))}</span>
          )}
          {of.trouble === undefined ? null : <strong class="trouble">{m.troubles[of.trouble]}</strong>}
          <Badges cues={of.cues} m={m} />
        </p>
      </div>
      {of.lane === "stop" ? (
        <section class="stop" aria-labelledby="stop-title">
          <h2 id="stop-title">
            {m.stop.heading(of.stopCase === undefined ? m.stopCase : m.stopCases[of.stopCase])}
          </h2>
          <p>{m.stop.lead}</p>
          {decision?.outcome === "stop" ? (
            <>
              <p>
                <strong>{m.stop.onCall(decision.onCall)}</strong>
              </p>
              {decision.keep.length === 0 ? null : (
                <p>
                  {m.stop.keep} {decision.keep.join(" · ")}
                </p>
              )}
            </>
          ) : null}
        </section>
      ) : null}
      <IncidentPart view={view} m={m} />
      {of.lane === "look" && of.lookReason !== undefined ? (
        <p class="hint">{m.lookReasons[of.lookReason]}</p>
      ) : null}
    </>
  );
};

/** The incident that the case falls under, and the way out of it. */
const IncidentPart = ({ view, m }: { view: CaseView; m: Messages }) => {
  const { incident, file } = view;
  const of = file.case;
  const w = incidentWords[m.lang];
  if (incident === undefined || of.incident === undefined) return null;
  const isOpen = of.stage === "matched" || of.stage === "decided" || of.stage === "drafted";
  return (
    <form
      method="post"
      action={`/cases/${encodeURIComponent(of.id)}/incident/leaving`}
      class="inline hint strong"
    >
      <a href={`/incidents/${encodeURIComponent(incident.id)}`}>
        {of.incident.is === "waits" ? w.waitsFor(incident.title) : w.answeredWith(incident.title)}
      </a>
      {isOpen ? (
        <button type="submit" class="quiet">
          {w.leave}
        </button>
      ) : null}
    </form>
  );
};

/**
 * What the reading takes the matter to be, and the agent's better knowledge: the likeliest at a press, all of the
 * playbook in a list. Whoever names it gets the case back decided and drafted as that.
 */
export const MatterPart = ({
  view,
  m,
  person,
}: {
  view: CaseView;
  m: Messages;
  person: Person | undefined;
}) => {
  const { file, published, assessment } = view;
  const of = file.case;
  const { situations } = published.file.playbook;
  const named = (id: string | undefined) => situations.find((situation) => situation.id === id);
  const isOpen = of.stage !== "closed" && of.stage !== "approved" && of.stage !== "answered";
  const mayName = isOpen && (of.lane !== "stop" || person === undefined || isManager(person.role));
  const current = named(of.situation);
  const maybe = (assessment?.maybe ?? [])
    .map(named)
    .filter((situation) => situation !== undefined)
    .filter((situation) => situation !== current);
  return (
    <section class="matter" aria-label={m.matter.heading}>
      <form method="post" action={`/cases/${encodeURIComponent(of.id)}/situation`}>
        <p>
          <span class="meta">{m.matter.heading}:</span>{" "}
          <strong>{current === undefined ? m.matter.unknown : shown(situationName(current, m.lang))}</strong>{" "}
          {of.situationBy === undefined ? null : (
            <span class="meta">{m.matter.saidBy(nameOf(of.situationBy, view, m))}</span>
          )}
        </p>
        {mayName ? (
          <>
            {maybe.length === 0 ? null : (
              <p class="inline">
                <span class="meta">{current === undefined ? m.matter.isIt : m.matter.orIsIt}</span>
                {maybe.map((situation) => (
                  <button type="submit" name="likely" value={situation.id} class="quiet" formnovalidate>
                    {shown(situationName(situation, m.lang))}
                  </button>
                ))}
              </p>
            )}
            <details open={current === undefined && maybe.length === 0 && of.lane === "look"}>
              <summary>{m.matter.other}</summary>
              <p class="inline">
                <label>
                  {m.matter.about}{" "}
                  <select name="situation" required>
                    {current === undefined ? <option value="">–</option> : null}
                    {situationsByName(published.file.playbook, m.lang).map(([id, words]) => (
                      <option value={id} selected={id === of.situation}>
                        {shown(words)}
                      </option>
                    ))}
                    <option value="none">{m.matter.none}</option>
                  </select>
                </label>
                <button type="submit" class="button">
                  {m.matter.set}
                </button>
              </p>
              <p class="hint">{m.matter.hint}</p>
            </details>
          </>
        ) : null}
      </form>
    </section>
  );
};
