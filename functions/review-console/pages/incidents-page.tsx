import type { Incident } from "../../../shared/complaint/incident.ts";
import type { BrandFile } from "../../../shared/complaint/playbook.ts";
import { nameOfSituation, situationsByName } from "../../../shared/language/situation-name.ts";
import type { Form } from "../incident-form.ts";
import { inLocalField } from "../local-time.ts";
import { mayJudgeEscalations } from "../login/roles.ts";
import { incidentWords } from "../messages/incident-words.ts";
import { inTime, shown } from "../words.ts";
import { type Frame, Notice, Page } from "./layout.tsx";

type Props = {
  readonly frame: Frame;
  readonly now: string;
  readonly brand: BrandFile;
  readonly open: readonly Incident[];
  readonly closed: readonly Incident[];
  readonly refusal?: string | undefined;
  /** What was typed when the form was refused. */
  readonly typed?: Form | undefined;
};

/** A day: what people write of a fault that is seen now was mostly written since yesterday. */
const LOOK_BACK_MS = 86_400_000;

/** The incidents of a brand, and the form that opens one. */
export const IncidentsPage = (props: Props) => {
  const { frame, open, closed } = props;
  const w = incidentWords[frame.m.lang];
  const mayAct = frame.person !== undefined && mayJudgeEscalations(frame.person.role);
  return (
    <Page frame={frame} title={w.heading}>
      <h1>{w.heading}</h1>
      <p class="lead">{w.lead}</p>
      {props.refusal === undefined ? null : <Notice kind="no">{props.refusal}</Notice>}
      {open.length === 0 ? <p class="empty">{w.none}</p> : null}
      <Listed incidents={open} {...props} />
      {mayAct ? <OpenForm {...props} /> : <p class="hint">{w.notYours}</p>}
      {closed.length === 0 ? null : (
        <section aria-labelledby="over-title">
          <h2 id="over-title">{w.over}</h2>
          <Listed incidents={closed} {...props} />
        </section>
      )}
    </Page>
  );
};

const Listed = ({ incidents, frame, now, brand }: Props & { incidents: readonly Incident[] }) => {
  const { m } = frame;
  const w = incidentWords[m.lang];
  const at = (moment: string) => inTime(moment, brand.account.timeZone, now, m);
  return (
    <ol class="list">
      {incidents.map(({ id, title, topic, closedAt, settled }) => (
        <li>
          <p>
            <a href={`/incidents/${encodeURIComponent(id)}`}>
              <strong>{title}</strong>
            </a>
          </p>
          <p class="meta">
            <span>{shown(nameOfSituation(brand.playbook, topic.situation, m.lang))}</span>
            {topic.words.length === 0 ? null : <span>{topic.words.join(", ")}</span>}
            <span>{w.since(at(topic.from))}</span>
            {settled === undefined && closedAt === undefined ? <span>{w.isNotSet}</span> : null}
            {closedAt === undefined ? null : <span>{w.closedAt(at(closedAt))}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
};

const OpenForm = ({ frame, brand, now, typed }: Props) => {
  const { m } = frame;
  const w = incidentWords[m.lang];
  const { playbook, account } = brand;
  const value = (name: string, standing = ""): string => typed?.[name] ?? standing;
  const dayBefore = new Date(Date.parse(now) - LOOK_BACK_MS).toISOString();
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}
      <select name={name}>
        {options.map(([id, words]) => (
          <option value={id} selected={id === value(name)}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section aria-labelledby="open-title">
      <h2 id="open-title">{w.openOne}</h2>
      <form method="post" action="/incidents">
        <label>
          {w.title} <span class="hint">({w.titleHint})</span>
          <input
            name="title"
            minlength={3}
            maxlength={80}
            required
            value={value("title")}
            autocomplete="off"
            size={40}
          />
        </label>
        <div class="grid">
          {choice("situation", w.situation, situationsByName(playbook, m.lang))}
          {choice("product", w.product, [
            ["", w.any],
            ...playbook.priceList.map(({ id, names }) => [id, names[m.lang]?.[0] ?? id] as const),
          ])}
          {choice("place", w.place, [
            ["", w.any],
            ...playbook.stores.map(({ id, name }) => [id, name] as const),
          ])}
          <label>
            {w.from}
            <input
              type="datetime-local"
              name="from"
              required
              value={value("from", inLocalField(dayBefore, account.timeZone))}
            />
          </label>
        </div>
        <label>
          {w.words}
          <input name="words" maxlength={1000} value={value("words")} autocomplete="off" size={40} />
        </label>
        <p class="hint">{w.wordsHint}</p>
        <button type="submit" class="button">
          {w.open}
        </button>
      </form>
    </section>
  );
};
