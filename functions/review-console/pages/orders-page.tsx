import type { Playbook } from "../../../shared/complaint/playbook.ts";
import { MAX_QUESTION, type StoreNote, type StoreOrder } from "../../../shared/complaint/promise.ts";
import type { Messages } from "../messages/messages.ts";
import { orderInWords, overturnedInWords } from "../order-words.ts";
import { inTime, shown } from "../words.ts";
import { Page } from "./layout.tsx";
import { type ListProps, More, Refused } from "./list-pages.tsx";

type OrderProps = ListProps & {
  readonly orders: readonly StoreOrder[];
  readonly playbook: Pick<Playbook, "stores" | "priceList">;
  /** The link that has just been made. */
  readonly made?:
    | { readonly of: StoreOrder["approvalId"]; readonly opens: "order" | "note"; readonly link: string }
    | undefined;
  readonly notes: readonly StoreNote[];
};

/** What a place has in writing before a customer is sent there. */
export const OrdersPage = (props: OrderProps) => {
  const { m } = props.frame;
  return (
    <Page frame={props.frame} title={m.orders.heading}>
      <h1>{m.orders.heading}</h1>
      <p class="lead">{m.orders.lead}</p>
      <Refused words={props.refusal} />
      {props.orders.length === 0 ? <p class="empty">{m.orders.empty}</p> : null}
      <ol class="list">
        {props.orders.map((order) => (
          <Order order={order} {...props} />
        ))}
      </ol>
      <Notes {...props} />
      <More path="/orders" next={props.next} m={m} />
    </Page>
  );
};

const Order = ({ order, playbook, now, zone, frame, made }: OrderProps & { order: StoreOrder }) => {
  const { m } = frame;
  const path = `/orders/${encodeURIComponent(order.approvalId)}`;
  const store = playbook.stores.find(({ id }) => id === order.store)?.name ?? m.orders.anyShop;
  return (
    <li class={order.by <= now ? "late" : ""}>
      <p>
        <strong>
          {m.orders.code} {order.code}
        </strong>{" "}
        {orderInWords(order, playbook.priceList, m.lang)} · {store}
      </p>
      <p class="meta">
        <time datetime={order.by}>{m.orders.by(inTime(order.by, zone, now, m))}</time>
        {order.by <= now ? <strong class="trouble"> {m.orders.late}</strong> : null}
        <a href={`/cases/${encodeURIComponent(order.caseId)}`}>{m.promises.toCase}</a>
      </p>
      <Question order={order} path={path} m={m} />
      <Made made={made} of={order.approvalId} opens="order" m={m} />
      <form method="post" action={`${path}/handed-over`} class="inline">
        <input type="hidden" name="case" value={order.caseId} />
        <button type="submit">{m.orders.done}</button>
        <button type="submit" formaction={`${path}/link`} class="quiet">
          {m.orders.link}
        </button>
        <button type="submit" formaction={`${path}/cancel`} class="quiet">
          {m.orders.cancel}
        </button>
      </form>
    </li>
  );
};

/** What the place asks, and the agent's answer to it. */
const Question = ({ order, path, m }: { order: StoreOrder; path: string; m: Messages }) => {
  const { question } = order;
  if (question === undefined) return null;
  return (
    <div>
      <p>
        <strong class={question.answer === undefined ? "trouble" : ""}>{m.orders.asks}:</strong>{" "}
        <bdi>{shown(question.text)}</bdi>
      </p>
      {question.answer === undefined ? (
        <form method="post" action={`${path}/answer`} class="inline">
          <input type="hidden" name="case" value={order.caseId} />
          <label>
            {m.orders.answer}{" "}
            <input name="text" maxlength={MAX_QUESTION} required autocomplete="off" size={40} />
          </label>
          <button type="submit" class="button">
            {m.orders.sendAnswer}
          </button>
          <span class="hint">{m.orders.answerHint}</span>
        </form>
      ) : (
        <p class="meta">
          {m.orders.answered}: <bdi>{shown(question.answer.text)}</bdi>
        </p>
      )}
    </div>
  );
};

/** The link that has just been made for this one. */
const Made = (props: { made: OrderProps["made"]; of: string; opens: "order" | "note"; m: Messages }) => {
  const { made, m } = props;
  if (made?.of !== props.of || made.opens !== props.opens) return null;
  return (
    <p class="notice done" role="status">
      <a href={made.link}>{made.link}</a> {m.orders.linkHint}
    </p>
  );
};

/** What stores have yet to hear of a no of theirs. */
const Notes = ({ notes, playbook, frame, made }: OrderProps) => {
  const { m } = frame;
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="notes-title">
      <h2 id="notes-title">{m.orders.notes}</h2>
      <p class="hint">{m.orders.notesLead}</p>
      <ol class="list">
        {notes.map((note) => (
          <li>
            <p>
              <strong>{playbook.stores.find(({ id }) => id === note.store)?.name ?? note.store}</strong>{" "}
              {overturnedInWords(note, playbook.priceList, m.lang)}{" "}
              <a href={`/cases/${encodeURIComponent(note.caseId)}`}>{m.promises.toCase}</a>
            </p>
            <Made made={made} of={note.approvalId} opens="note" m={m} />
            <form method="post" action={`/orders/${encodeURIComponent(note.approvalId)}/note-link`}>
              <input type="hidden" name="case" value={note.caseId} />
              <button type="submit" class="quiet">
                {m.orders.link}
              </button>
            </form>
          </li>
        ))}
      </ol>
    </section>
  );
};
