import { isUnderWay } from "../../../shared/complaint/agent-acts/act.ts";
import { isForAgent } from "../../../shared/complaint/agent-acts/after-delivery.ts";
import { POSTED_BY_HAND } from "../../../shared/complaint/agent-acts/mark-hand-posted.ts";
import type { Delivery } from "../../../shared/complaint/delivery.ts";
import { HOLD_MS, LOOK_AFTER_MS } from "../../../shared/complaint/delivery.ts";
import type { StoreOrder } from "../../../shared/complaint/promise.ts";
import type { CaseView } from "../case-view.ts";
import type { Messages } from "../messages/messages.ts";
import { placeWords } from "../messages/place-words.ts";
import { nameOf } from "../names.ts";
import { orderInWords } from "../order-words.ts";
import { inTime, inWords, shown } from "../words.ts";

type Props = { view: CaseView; m: Messages };

/** How each text stands, truthfully, and what can be done about it. */
export const OutcomePart = ({ view, m }: Props) => {
  const { file } = view;
  const of = file.case;
  const standing = of.stage === "approved" || of.stage === "answered" ? of.approval : undefined;
  // Of earlier approvals only what is still on its way is anybody's business.
  const shown = file.deliveries
    .filter(
      (delivery) => delivery.approvalId === standing?.id || isUnderWay(delivery) || isLatest(view, delivery),
    )
    .toSorted((a, b) => a.approvalId.localeCompare(b.approvalId) || b.side.localeCompare(a.side));
  if (shown.length === 0) return null;
  const zone = view.published.file.account.timeZone;
  const approval = standing ?? file.approvals.at(-1);
  const grants = file.grants.filter((grant) =>
    shown.some((delivery) => delivery.approvalId === grant.approvalId),
  );
  return (
    <section class="outcome" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{m.outcome.heading}</h2>
      {approval === undefined ? null : (
        <p class="meta">
          {m.outcome.approvedBy(nameOf(approval.by, view, m), inTime(approval.at, zone, view.now, m))}
        </p>
      )}
      <ul class="deliveries">
        {shown.map((delivery) => (
          <li class={`delivery ${delivery.state.toLowerCase()}`}>
            <strong>{delivery.side === "public" ? m.answer.public : m.answer.private}</strong>{" "}
            <span>{stateWords(delivery, view, m)}</span> <SentLink delivery={delivery} view={view} m={m} />
            <DeliveryText delivery={delivery} view={view} />
            <Acts delivery={delivery} view={view} m={m} />
          </li>
        ))}
        {grants.map((grant) => (
          <li class="delivery grant">
            <strong>{m.outcome.grant}</strong> <span>{inWords(grant.remedy, m)}:</span>{" "}
            <span>{m.outcome.grantStates[grant.state]}</span>
          </li>
        ))}
        {file.orders
          .filter((order) => order.state !== "cancelled")
          .map((order) => (
            <li class="delivery grant">
              <strong>{m.orders.heading}</strong>{" "}
              <span>{orderInWords(order, view.published.file.playbook.priceList, m.lang)}</span>{" "}
              <span class={order.state === "cannot" ? "trouble" : ""}>{orderState(order, m)}</span>
            </li>
          ))}
      </ul>
      <Undo view={view} m={m} />
    </section>
  );
};

/** How the place has answered. */
function orderState(order: StoreOrder, m: Messages): string {
  if (order.state === "done") return m.did["handed-over"];
  if (order.state === "cannot")
    return `${m.orders.cannot}: ${placeWords[m.lang].because[order.cannotBecause ?? "other"]}`;
  return order.question !== undefined && order.question.answer === undefined
    ? `${m.orders.asks}: ${shown(order.question.text)}`
    : `${m.orders.code} ${order.code}`;
}

/** After a refusal the case is open again, and the agent must see why. */
const isLatest = (view: CaseView, delivery: Delivery): boolean =>
  view.file.case.stage === "drafted" &&
  delivery.state === "REFUSED" &&
  delivery.approvalId === view.file.approvals.at(-1)?.id;

function stateWords(delivery: Delivery, view: CaseView, m: Messages): string {
  const zone = view.published.file.account.timeZone;
  const time = (at: string) => inTime(at, zone, view.now, m);
  switch (delivery.state) {
    case "HELD":
      return m.outcome.held(inTime(delivery.holdUntil, zone, view.now, m, true));
    case "SENDING":
      return m.outcome.sending;
    case "SENT":
      return m.outcome.sent(time(delivery.sentAt));
    case "UNKNOWN":
      return isForAgent(delivery)
        ? m.outcome.unknownYours
        : m.outcome.unknown(Math.min(delivery.looks, LOOK_AFTER_MS.length));
    case "REFUSED":
      return m.outcome.refused(m.outcome.refusals[delivery.reason]);
    case "WAITING": {
      const until = delivery.until === undefined ? "" : `, ${m.outcome.until(time(delivery.until))}`;
      return `${m.outcome.waiting(m.outcome.waits[delivery.reason])}${until}`;
    }
    case "WITHDRAWN":
      return m.outcome.withdrawn;
  }
}

/** The address of what was posted, made from its id; nothing when the id is not one. */
const SentLink = ({ delivery, view, m }: { delivery: Delivery; view: CaseView; m: Messages }) => {
  if (delivery.state !== "SENT" || delivery.side !== "public" || delivery.platformId === POSTED_BY_HAND)
    return null;
  const { platformId } = delivery;
  const { channels } = view.published.file.account;
  const href = /^https:\/\//.test(platformId)
    ? platformId
    : !/^[\w.-]+$/.test(platformId)
      ? undefined
      : delivery.channel === "x"
        ? `https://x.com/${channels.x?.handle ?? "i"}/status/${platformId}`
        : `https://www.facebook.com/${platformId}`;
  return href === undefined ? null : (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {m.outcome.look}
    </a>
  );
};

const DeliveryText = ({ delivery, view }: { delivery: Delivery; view: CaseView }) => {
  const draft = view.file.drafts.find((candidate) => candidate.version === delivery.draftVersion);
  const text = delivery.side === "public" ? draft?.public.text : draft?.private?.text;
  const isByHand = delivery.state === "WAITING" && delivery.reason === "by-hand";
  if (text === undefined || text === "" || isByHand) return null;
  return (
    <blockquote class={delivery.side === "private" ? "out private" : "out"} lang={draft?.lang}>
      {text}
    </blockquote>
  );
};

const Acts = ({ delivery, view, m }: { delivery: Delivery; view: CaseView; m: Messages }) => {
  const action = (what: string) =>
    `/cases/${encodeURIComponent(delivery.caseId)}/deliveries/${encodeURIComponent(delivery.id)}/${what}`;
  if (delivery.state === "WAITING" && delivery.reason === "by-hand")
    return <ByHand delivery={delivery} view={view} m={m} action={action} />;
  const isPublicOut = view.file.deliveries.some(
    (other) => other.approvalId === delivery.approvalId && other.side === "public" && other.state === "SENT",
  );
  if (delivery.state === "WAITING" && delivery.reason === "for-their-message" && isPublicOut)
    return (
      <form method="post" action={action("stop")} class="inline">
        <button type="submit" class="quiet">
          {m.outcome.drop}
        </button>
      </form>
    );
  if (!isForAgent(delivery)) return null;
  return (
    <div class="verdicts">
      <form method="post" action={action("verdict")}>
        <label>
          {m.outcome.foundLink}
          <input name="link" maxlength={300} required autocomplete="off" />
        </label>
        <button type="submit" name="verdict" value="found" class="button">
          {m.outcome.found}
        </button>
      </form>
      <form method="post" action={action("verdict")} class="inline">
        <button type="submit" name="verdict" value="again">
          {m.outcome.again}
        </button>
        <button type="submit" name="verdict" value="drop" class="quiet">
          {m.outcome.dropUnknown}
        </button>
      </form>
    </div>
  );
};

/** Copy and open: the text stands in a field that can be selected without script. */
const ByHand = (props: {
  delivery: Delivery;
  view: CaseView;
  m: Messages;
  action: (what: string) => string;
}) => {
  const { delivery, view, m } = props;
  const text = view.file.drafts.find((draft) => draft.version === delivery.draftVersion)?.public.text ?? "";
  const { answered } = view;
  const why = answered?.byHandOnly;
  return (
    <div class="by-hand">
      {why === undefined ? null : <p>{m.outcome.byHandWhy[why]}</p>}
      <p>{m.outcome.byHandSteps}</p>
      <label>
        {m.answer.publicText}
        <textarea id="by-hand-text" readonly rows={5}>
          {text}
        </textarea>
      </label>
      <p class="inline">
        <button type="button" data-copy="by-hand-text" hidden>
          {m.outcome.copy}
        </button>
        {answered?.permalink?.startsWith("http") ? (
          <a class="button" href={answered.permalink} target="_blank" rel="noopener noreferrer">
            {m.outcome.open(m.channels[delivery.channel])}
          </a>
        ) : null}
      </p>
      <form method="post" action={props.action("posted")}>
        <label>
          {m.outcome.postedLink}
          <input name="link" maxlength={300} autocomplete="off" />
        </label>
        <button type="submit" class="button main">
          {m.outcome.posted}
        </button>
      </form>
    </div>
  );
};

/** Shown while nothing has left. The seconds are counted by the page; without script the time stands in words. */
const Undo = ({ view, m }: Props) => {
  const of = view.file.case;
  if (of.stage !== "approved") return null;
  const pair = view.file.deliveries.filter((delivery) => delivery.approvalId === of.approval.id);
  const mayUndo =
    pair.some((delivery) => delivery.state === "HELD" || delivery.state === "WAITING") &&
    !pair.some(({ state }) => state === "SENDING" || state === "SENT" || state === "UNKNOWN");
  if (!mayUndo) return null;
  const held = pair.find((delivery) => delivery.state === "HELD");
  const leftMs =
    held === undefined ? 0 : Math.min(HOLD_MS, Date.parse(held.holdUntil) - Date.parse(view.now));
  return (
    <form method="post" action={`/cases/${encodeURIComponent(of.id)}/approval/withdrawal`} class="undo">
      <button type="submit" class="button undo-button" data-key="u">
        {m.outcome.undo}
      </button>{" "}
      {leftMs > 0 ? (
        <span data-left-ms={String(leftMs)} data-words={m.outcome.secondsLeft(0)}>
          {m.outcome.secondsLeft(Math.ceil(leftMs / 1000))}
        </span>
      ) : null}
    </form>
  );
};
