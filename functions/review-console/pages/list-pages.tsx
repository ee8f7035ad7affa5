// Over 300 lines: the plain lists beside the desks share their row, pager and notice.
import { AsideReason } from "../../../shared/complaint/assessment.ts";
import type { Grant } from "../../../shared/complaint/grant.ts";
import type { Channel } from "../../../shared/complaint/ids.ts";
import type { Mention } from "../../../shared/complaint/mention.ts";
import type { CarePromise, Shift } from "../../../shared/complaint/promise.ts";
import type { AsideEntry } from "../../../shared/ports/aside-list.ts";
import { inLocalField } from "../local-time.ts";
import { isManager } from "../login/roles.ts";
import type { Messages } from "../messages/messages.ts";
import { beginning, howLong, inTime, inWords } from "../words.ts";
import { type Frame, Notice, Page } from "./layout.tsx";
import { DeskTabs } from "./queue-page.tsx";

export type ListProps = {
  readonly frame: Frame;
  readonly now: string;
  readonly zone: string;
  readonly shifts: readonly Shift[];
  readonly next?: string | undefined;
  readonly refusal?: string | undefined;
};

const colleague = (id: string, shifts: readonly Shift[], m: Messages): string =>
  shifts.find((shift) => shift.agent === id)?.name ??
  shifts.find((shift) => shift.followedBy === id)?.followedByName ??
  m.others.colleague;

export const More = ({ path, next, m }: { path: string; next: string | undefined; m: Messages }) =>
  next === undefined ? null : (
    <p class="pager">
      <a href={`${path}${path.includes("?") ? "&" : "?"}page=${encodeURIComponent(next)}`}>{m.page.more}</a>
    </p>
  );

export const Refused = ({ words }: { words: string | undefined }) =>
  words === undefined ? null : <Notice kind="no">{words}</Notice>;

export const PromisesPage = (props: ListProps & { promises: readonly CarePromise[] }) => {
  const { m } = props.frame;
  return (
    <Page frame={props.frame} title={m.promises.heading}>
      <h1>{m.promises.heading}</h1>
      <p class="lead">{m.promises.lead}</p>
      <Refused words={props.refusal} />
      {props.promises.length === 0 ? <p class="empty">{m.promises.empty}</p> : null}
      <ol class="list">
        {props.promises.map((promise) => (
          <li class={promise.dueAt <= props.now ? "late" : ""}>
            <p>
              <strong>{m.promises.what[promise.what]}</strong>{" "}
              <time datetime={promise.dueAt}>
                {m.promises.due(inTime(promise.dueAt, props.zone, props.now, m))}
              </time>
              {promise.dueAt <= props.now ? <strong class="trouble"> {m.promises.late}</strong> : null}
            </p>
            <p class="meta">
              <span>{m.promises.owner(colleague(promise.owner, props.shifts, m))}</span>
              {promise.followedBy === undefined ? null : (
                <span>{m.roster.followed(colleague(promise.followedBy, props.shifts, m))}</span>
              )}
              <a href={`/cases/${encodeURIComponent(promise.caseId)}`}>{m.promises.toCase}</a>
            </p>
            <form method="post" action={`/promises/${encodeURIComponent(promise.id)}/kept`}>
              <input type="hidden" name="case" value={promise.caseId} />
              <button type="submit">{m.promises.kept}</button>
            </form>
          </li>
        ))}
      </ol>
      <More path="/promises" next={props.next} m={m} />
    </Page>
  );
};

export const PayoutsPage = (props: ListProps & { grants: readonly Grant[] }) => {
  const { m } = props.frame;
  return (
    <Page frame={props.frame} title={m.payouts.heading}>
      <h1>{m.payouts.heading}</h1>
      <p class="lead">{m.payouts.lead}</p>
      <Refused words={props.refusal} />
      {props.grants.length === 0 ? <p class="empty">{m.payouts.empty}</p> : null}
      <ol class="list">
        {props.grants.map((grant) => (
          <li>
            <p>
              <strong>{inWords(grant.remedy, m)}</strong>
              {grant.remedy.note === undefined ? null : <span class="meta"> {grant.remedy.note}</span>}
            </p>
            <p class="meta">
              <span>
                {m.payouts.approvedBy(
                  colleague(grant.grantedBy, props.shifts, m),
                  inTime(grant.grantedAt, props.zone, props.now, m),
                )}
              </span>
              {grant.payout?.result === "failed" ? (
                <strong class="trouble">{m.payouts.failedBefore(grant.payout.reference)}</strong>
              ) : null}
              <a href={`/cases/${encodeURIComponent(grant.caseId)}`}>{m.promises.toCase}</a>
            </p>
            <form method="post" action={`/payouts/${encodeURIComponent(grant.id)}`} class="inline">
              <input type="hidden" name="case" value={grant.caseId} />
              <label>
                {m.payouts.reference} <input name="reference" maxlength={200} required autocomplete="off" />
              </label>
              <button type="submit" name="result" value="done" class="button">
                {m.payouts.done}
              </button>
              <button type="submit" name="result" value="failed" class="quiet">
                {m.payouts.failed}
              </button>
            </form>
          </li>
        ))}
      </ol>
      <More path="/payouts" next={props.next} m={m} />
    </Page>
  );
};

/** How many of each reason, each a link to its list. */
const AsideReasons = (props: {
  m: Messages;
  chosen: AsideReason | undefined;
  counts: Readonly<Record<AsideReason, number>>;
}) => {
  const { m, chosen, counts } = props;
  const all = AsideReason.options.reduce((sum, reason) => sum + counts[reason], 0);
  const lists = [
    { href: "/aside", isChosen: chosen === undefined, words: m.aside.all, count: all },
    ...AsideReason.options.map((reason) => ({
      href: `/aside?reason=${reason}`,
      isChosen: chosen === reason,
      words: m.asideReasons[reason],
      count: counts[reason],
    })),
  ];
  return (
    <nav class="counts" aria-labelledby="counts-title">
      <h2 id="counts-title">{m.aside.lastDays}</h2>
      <ul class="inline">
        {lists.map(({ href, isChosen, words, count }) => (
          <li>
            <a href={href} {...(isChosen ? { "aria-current": "page" } : {})}>
              {words} <span class="count">{count}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{m.aside.staysCounted}</p>
    </nav>
  );
};

export const AsidePage = (
  props: ListProps & {
    entries: readonly { entry: AsideEntry; mention: Mention | undefined }[];
    /** Only what was set aside for this is shown. */
    reason: AsideReason | undefined;
    counts: Readonly<Record<AsideReason, number>>;
  },
) => {
  const { m } = props.frame;
  const { reason } = props;
  return (
    <Page frame={props.frame} title={m.aside.heading}>
      <h1 class="visually-hidden">{m.aside.heading}</h1>
      <DeskTabs m={m} desk="aside" />
      <p class="lead">{m.aside.lead}</p>
      <Refused words={props.refusal} />
      <AsideReasons m={m} chosen={reason} counts={props.counts} />
      {props.entries.length === 0 ? (
        <p class="empty">
          {reason === undefined ? m.deskEmpty.aside : m.aside.noneOf(m.asideReasons[reason])}
        </p>
      ) : null}
      <ol class="list">
        {props.entries.map(({ entry, mention }) => (
          <li>
            <p>
              <strong>
                <bdi>{mention?.author?.name ?? mention?.author?.handle ?? m.nameless}</bdi>
              </strong>{" "}
              <span class="meta">{howLong(entry.at, props.now, m)}</span>
            </p>
            <p dir="auto">
              {mention?.text === undefined
                ? m.textGone
                : mention.text === ""
                  ? m.onlyPicture
                  : beginning(mention.text, 280)}
            </p>
            <form method="post" action={`/aside/${encodeURIComponent(entry.mention)}/return`} class="inline">
              <span class="meta">{m.aside.because(m.asideReasons[entry.reason])}</span>
              {mention === undefined || mention.byBrand || mention.removedAt !== undefined ? null : (
                <>
                  <input type="hidden" name="revision" value={String(mention.revision)} />
                  <button type="submit" name="complaint" value="yes">
                    {m.aside.bringBack}
                  </button>
                  <button type="submit" name="complaint" value="no" class="quiet">
                    {m.aside.bringBackOther}
                  </button>
                </>
              )}
            </form>
          </li>
        ))}
      </ol>
      <More path={reason === undefined ? "/aside" : `/aside?reason=${reason}`} next={props.next} m={m} />
    </Page>
  );
};

const roles = ["agent", "marketing", "manager", "admin"] as const;

export const RosterPage = (props: ListProps) => {
  const { m, person } = props.frame;
  const field = (ms: number) => inLocalField(new Date(Date.parse(props.now) + ms).toISOString(), props.zone);
  return (
    <Page frame={props.frame} title={m.roster.heading}>
      <h1>{m.roster.heading}</h1>
      <p class="lead">{m.roster.lead}</p>
      <Refused words={props.refusal} />
      <h2>{m.roster.now}</h2>
      {props.shifts.length === 0 ? <p class="empty">{m.roster.nobody}</p> : null}
      <ul class="list">
        {props.shifts.map((shift) => (
          <li>
            <strong>
              <bdi>{shift.name}</bdi>
            </strong>
            , {m.roles[shift.role]}, {m.roster.until(inTime(shift.until, props.zone, props.now, m))}
            {shift.followedByName === undefined ? null : `, ${m.roster.followed(shift.followedByName)}`}
          </li>
        ))}
      </ul>
      <h2>{m.roster.add}</h2>
      <p class="meta">
        {m.roster.me} {m.roster.zone(props.zone)}
      </p>
      <form method="post" action="/roster" class="grid">
        <label>
          {m.roster.agent}
          <input
            name="agent"
            value={person?.agent ?? ""}
            maxlength={120}
            required
            readonly={person !== undefined && !isManager(person.role)}
          />
        </label>
        <label>
          {m.roster.name}
          <input name="name" value={person?.name ?? ""} maxlength={60} required />
        </label>
        <label>
          {m.roster.role}
          <select name="role">
            {roles.map((role) => (
              <option value={role} selected={role === person?.role}>
                {m.roles[role]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {m.roster.from}
          <input type="datetime-local" name="from" value={field(0)} required />
        </label>
        <label>
          {m.roster.to}
          <input type="datetime-local" name="until" value={field(8 * 3_600_000)} required />
        </label>
        <label>
          {m.roster.followedBy}
          <input name="followedBy" maxlength={120} />
        </label>
        <label>
          {m.roster.followedByName}
          <input name="followedByName" maxlength={60} />
        </label>
        <button type="submit" class="button">
          {m.roster.save}
        </button>
      </form>
    </Page>
  );
};

export const PausePage = (
  props: ListProps & { channels: readonly { channel: Channel; isPaused: boolean }[] },
) => {
  const { m, person } = props.frame;
  const mayswitch = person !== undefined && isManager(person.role);
  return (
    <Page frame={props.frame} title={m.pause.heading}>
      <h1>{m.pause.heading}</h1>
      <p class="lead">{m.pause.lead}</p>
      <Refused words={props.refusal} />
      <ul class="list">
        {props.channels.map(({ channel, isPaused }) => (
          <li>
            <form method="post" action={`/pause/${channel}`} class="inline">
              <strong>{m.channels[channel]}</strong>
              <span class={isPaused ? "trouble" : ""}>{isPaused ? m.pause.off : m.pause.on}</span>
              {mayswitch ? (
                <button type="submit" name="sending" value={isPaused ? "on" : "off"} class="button">
                  {isPaused ? m.pause.switchOn : m.pause.switchOff}
                </button>
              ) : null}
            </form>
          </li>
        ))}
      </ul>
      {mayswitch ? null : <p class="hint">{m.pause.notYours}</p>}
    </Page>
  );
};
