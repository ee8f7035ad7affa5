import type { Cue } from "../../../shared/complaint/cue.ts";
import type { Mention } from "../../../shared/complaint/mention.ts";
import type { CaseView } from "../case-view.ts";
import { markCues } from "../mark-cues.ts";
import type { Messages } from "../messages/messages.ts";
import { nameOf } from "../names.ts";
import { inTime, shown } from "../words.ts";
import { Notice } from "./layout.tsx";

/** What they wrote, with the words that weigh something marked, and what stands around it. */
export const WrittenPart = ({ view, m }: { view: CaseView; m: Messages }) => {
  const { answered, assessment } = view;
  const zone = view.published.file.account.timeZone;
  return (
    <section class="written" aria-labelledby="written-title">
      <h2 id="written-title">{m.mention.heading}</h2>
      {view.thread.length === 0 ? null : (
        <details>
          <summary>{m.mention.thread}</summary>
          {view.thread.map((mention) => (
            <Quoted mention={mention} view={view} m={m} />
          ))}
        </details>
      )}
      {view.earlier.length === 0 ? null : (
        <details open>
          <summary>{m.mention.earlier}</summary>
          {view.earlier.map((mention) => (
            <Quoted mention={mention} view={view} m={m} />
          ))}
        </details>
      )}
      {answered?.removedAt === undefined ? null : <Notice kind="no">{m.mention.removed}</Notice>}
      <blockquote class="mention" dir="auto">
        <MentionText mention={answered} cues={assessment?.cues ?? []} m={m} />
      </blockquote>
      <p class="meta">
        {answered === undefined ? null : (
          <time datetime={answered.postedAt}>
            {m.mention.posted(inTime(answered.postedAt, zone, view.now, m))}
          </time>
        )}
        {answered !== undefined && answered.revision > 0 ? <span>{m.mention.changed}</span> : null}
        {answered?.permalink?.startsWith("http") ? (
          <a href={answered.permalink} target="_blank" rel="noopener noreferrer">
            {m.openOnPlatform(m.channels[answered.channel])}
          </a>
        ) : null}
      </p>
      <Legend cues={assessment?.cues ?? []} m={m} />
      <CorrectionPart view={view} m={m} />
      {view.messages.length === 0 ? null : (
        <>
          <h3>{m.mention.privately}</h3>
          <ol class="messages">
            {view.messages.map((message) => (
              <li class={message.direction}>
                <span class="meta">
                  {message.direction === "in" ? m.mention.theyWrote : m.mention.weWrote},{" "}
                  {inTime(message.sentAt, zone, view.now, m)}
                </span>
                <p dir="auto">{message.text === undefined ? m.textGone : shown(message.text)}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};

/** As what it was read, and the agent's word on that: a label to learn from, which moves nothing by itself. */
const CorrectionPart = ({ view, m }: { view: CaseView; m: Messages }) => {
  const { answered, assessment, correction } = view;
  if (answered?.text === undefined || answered.removedAt !== undefined || answered.byBrand) return null;
  return (
    <form
      method="post"
      action={`/cases/${encodeURIComponent(view.file.case.id)}/correction`}
      class="correction"
      aria-label={m.correction.heading}
    >
      <p class="meta">
        {assessment === undefined ? null : (
          <span>{assessment.complaint.label ? m.correction.readAsYes : m.correction.readAsNo}</span>
        )}
        {correction === undefined ? null : (
          <strong>
            {(correction.complaint ? m.correction.saidYes : m.correction.saidNo)(
              nameOf(correction.by, view, m),
              inTime(correction.at, view.published.file.account.timeZone, view.now, m),
            )}
          </strong>
        )}
        {correction !== undefined && correction.revision < answered.revision ? (
          <span>{m.correction.earlierWording}</span>
        ) : null}
      </p>
      <input type="hidden" name="mention" value={answered.id} />
      <input type="hidden" name="revision" value={String(answered.revision)} />
      <p class="inline">
        <button type="submit" name="complaint" value="yes" class="quiet">
          {m.correction.isOne}
        </button>
        <button type="submit" name="complaint" value="no" class="quiet">
          {m.correction.isNone}
        </button>
      </p>
      <p class="hint">{m.correction.onlyRecorded}</p>
    </form>
  );
};

const Quoted = ({ mention, view, m }: { mention: Mention; view: CaseView; m: Messages }) => (
  <blockquote class="quoted" dir="auto">
    <p>{mention.text === undefined ? m.textGone : shown(mention.text)}</p>
    <footer class="meta">
      {mention.byBrand ? (
        m.mention.ours
      ) : (
        <bdi>{mention.author?.name ?? mention.author?.handle ?? m.nameless}</bdi>
      )}
      , {inTime(mention.postedAt, view.published.file.account.timeZone, view.now, m)}
    </footer>
  </blockquote>
);

const MentionText = ({
  mention,
  cues,
  m,
}: {
  mention: Mention | undefined;
  cues: readonly Cue[];
  m: Messages;
}) => {
  if (mention?.text === undefined) return <p class="hint">{m.textGone}</p>;
  if (mention.text === "") return <p class="hint">{m.onlyPicture}</p>;
  return (
    <p>
      {markCues(mention.text, cues).map((stretch) => {
        const [first] = stretch.cues;
        if (first === undefined) return shown(stretch.text);
        const title = [...new Set(stretch.cues.map((cue) => m.cueKinds[cue.kind]))].join(", ");
        return (
          <mark class={`cue-${first.kind}`} title={title}>
            {shown(stretch.text)}
          </mark>
        );
      })}
    </p>
  );
};

const Legend = ({ cues, m }: { cues: readonly Cue[]; m: Messages }) => {
  const kinds = [...new Set(cues.map((cue) => cue.kind))];
  if (kinds.length === 0) return null;
  return (
    <p class="legend">
      <span>{m.mention.legend}:</span>{" "}
      {kinds.map((kind) => (
        <>
          <mark class={`cue-${kind}`}>{m.cueKinds[kind]}</mark>{" "}
        </>
      ))}
    </p>
  );
};
