import type { CueKind } from "../../../shared/complaint/cue.ts";
import { CueKind as CueKinds } from "../../../shared/complaint/cue.ts";
import type { Playbook } from "../../../shared/complaint/playbook.ts";
import { nameOfSituation } from "../../../shared/language/situation-name.ts";
import { incidentWords } from "../messages/incident-words.ts";
import type { Messages } from "../messages/messages.ts";
import { listedDesks, type QueueList, type QueueRow } from "../queue-view.ts";
import { beginning, howLong, inWords, shown } from "../words.ts";
import { type Frame, Notice, Page } from "./layout.tsx";

/** Cues that say how much hangs on an answer; the others are seen on the case's page. */
const badges: readonly CueKind[] = [
  "relationship",
  "competitor",
  "churn",
  "warning",
  "rigid-rule",
  "repeated-contact",
];

export const QueuePage = (props: {
  frame: Frame;
  playbook: Pick<Playbook, "situations">;
  list: QueueList;
  rows: readonly QueueRow[];
  now: string;
  isFirst: boolean;
  notice?: string | undefined;
}) => {
  const { m } = props.frame;
  const { list } = props;
  return (
    <Page frame={props.frame} title={m.desks[list.desk]} live refresh={30}>
      <div id="queue" data-live-part="queue">
        <h1 class="visually-hidden">{m.desks[list.desk]}</h1>
        <DeskTabs m={m} desk={list.desk} counts={list.counts} />
        {props.notice === undefined ? null : <Notice kind="done">{props.notice}</Notice>}
        {props.rows.length === 0 ? (
          <p class="empty">{m.deskEmpty[list.desk]}</p>
        ) : (
          <ol class="queue">
            {props.rows.map((row) => (
              <Row row={row} playbook={props.playbook} m={m} now={props.now} />
            ))}
          </ol>
        )}
        <p class="pager">
          {props.isFirst ? null : <a href={`/?desk=${list.desk}`}>{m.page.previousFirst}</a>}{" "}
          {list.next === undefined ? null : (
            <a href={`/?desk=${list.desk}&page=${encodeURIComponent(list.next)}`}>{m.page.more}</a>
          )}
        </p>
      </div>
    </Page>
  );
};

export const DeskTabs = (props: { m: Messages; desk: string; counts?: QueueList["counts"] | undefined }) => (
  <nav class="desks" aria-label={props.m.page.back}>
    <ul>
      {listedDesks.map((desk) => {
        const count = props.counts?.get(desk);
        return (
          <li>
            <a
              href={desk === "agents" ? "/" : `/?desk=${desk}`}
              {...(desk === props.desk ? { "aria-current": "page" } : {})}
            >
              {props.m.desks[desk]}
              {count === undefined ? null : (
                <span class="count">{` ${count.n}${count.more ? "+" : ""}`}</span>
              )}
            </a>
          </li>
        );
      })}
      <li>
        <a href="/aside" {...(props.desk === "aside" ? { "aria-current": "page" } : {})}>
          {props.m.desks.aside}
        </a>
      </li>
    </ul>
  </nav>
);

const Row = (props: { row: QueueRow; playbook: Pick<Playbook, "situations">; m: Messages; now: string }) => {
  const { row, playbook, m, now } = props;
  const of = row.case;
  const isDone = of.desk === "done";
  const words =
    row.text === undefined ? m.textGone : row.text === "" ? m.onlyPicture : beginning(row.text, 150);
  return (
    <li class={`row band-${of.band}`}>
      <a class="open" href={`/cases/${encodeURIComponent(of.id)}`} data-row>
        <span class="who">
          <bdi>{row.author ?? m.nameless}</bdi>
          <span class="channel">{m.channels[of.channel]}</span>
        </span>
        <span class="text" dir="auto">
          {words}
        </span>
      </a>
      <div class="facts">
        <span class="why">{whyHere(row, m)}</span>
        {of.situation === undefined ? null : (
          <span>{shown(nameOfSituation(playbook, of.situation, m.lang))}</span>
        )}
        {of.stage === "closed" || of.lane === "stop" || !row.hasRemedy ? null : (
          <span class="gives">{inWords(row.remedy, m)}</span>
        )}
        <Badges cues={of.cues} m={m} />
        {isDone ? null : (
          <time class="waits" datetime={of.waitingSince}>
            {howLong(of.waitingSince, now, m)}
          </time>
        )}
      </div>
    </li>
  );
};

/** Why it stands where it stands, in words. */
function whyHere(row: QueueRow, m: Messages): string {
  const of = row.case;
  if (of.stage === "closed") return m.others.closedBecause[of.closedBecause];
  if (of.trouble !== undefined) return m.troubles[of.trouble];
  if (of.lane === "stop")
    return `${m.stopCase}: ${of.stopCase === undefined ? "" : m.stopCases[of.stopCase]}`;
  if (of.lane === "look" && of.lookReason !== undefined) return m.lookReasons[of.lookReason];
  if (row.waitsFor !== undefined) return incidentWords[m.lang].waitsFor(row.waitsFor);
  return m.bands[of.band] ?? "";
}

export const Badges = ({ cues, m }: { cues: readonly string[]; m: Messages }) => {
  const found = badges.filter((kind) => cues.includes(kind));
  if (found.length === 0) return null;
  return (
    <ul class="badges">
      {found.map((kind) => (
        <li class={`badge cue-${kind}`}>{m.cueKinds[CueKinds.parse(kind)]}</li>
      ))}
    </ul>
  );
};
