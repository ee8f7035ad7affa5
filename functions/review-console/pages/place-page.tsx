import type { Child } from "hono/jsx";
import type { Lang } from "../../../shared/complaint/ids.ts";
import {
  CannotBecause,
  MAX_QUESTION,
  type StoreNote,
  type StoreOrder,
} from "../../../shared/complaint/promise.ts";
import { placeWords } from "../messages/place-words.ts";
import { Notice } from "./layout.tsx";

/** A page for a place: no login, no way into the console, and nothing that needs a script. */
const PlaceShell = (props: { lang: Lang; brand: string; title: string; children: Child }) => (
  <html lang={props.lang}>
    <head>
      <meta charset="utf-8" />
      <title>{`${props.title} · ${props.brand}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href="/assets/console.css" />
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    </head>
    <body>
      <header class="top">
        <span class="home">
          <span class="mark" aria-hidden="true"></span>
          {props.brand}
        </span>
      </header>
      <main id="main" class="place">
        <h1>{props.title}</h1>
        {props.children}
      </main>
    </body>
  </html>
);

/** The link is not ours, or has expired. */
export const NowherePage = ({ lang, brand }: { lang: Lang; brand: string }) => (
  <PlaceShell lang={lang} brand={brand} title={placeWords[lang].nowhereTitle}>
    <p>{placeWords[lang].nowhere}</p>
  </PlaceShell>
);

export type PlaceProps = {
  readonly order: StoreOrder;
  readonly lang: Lang;
  readonly brand: string;
  /** The store's name; absent where any will do. */
  readonly store: string | undefined;
  readonly what: string;
  readonly by: string;
  readonly isLate: boolean;
  /** Where it was this store's no: what became of it. */
  readonly overturned: string | undefined;
  readonly refused?: string | undefined;
};

/** One order, answered with one press. What is over shows what came of it, and no code. */
export const PlacePage = (props: PlaceProps) => {
  const { order, lang } = props;
  const w = placeWords[lang];
  return (
    <PlaceShell lang={lang} brand={props.store ?? props.brand} title={w.heading}>
      {props.refused === undefined ? null : <Notice kind="no">{props.refused}</Notice>}
      {order.state === "open" ? <Open {...props} /> : <Notice kind="done">{overWords(order, lang)}</Notice>}
    </PlaceShell>
  );
};

const overWords = ({ state }: StoreOrder, lang: Lang): string => {
  const w = placeWords[lang];
  if (state === "done") return w.isDone;
  return state === "cannot" ? w.isCannot : w.isCancelled;
};

/** A store is told that its no became a yes. */
export const NotePage = (props: {
  note: StoreNote;
  lang: Lang;
  store: string;
  says: string;
  refused?: string | undefined;
}) => {
  const { note, lang } = props;
  const w = placeWords[lang];
  return (
    <PlaceShell lang={lang} brand={props.store} title={w.noteHeading}>
      {props.refused === undefined ? null : <Notice kind="no">{props.refused}</Notice>}
      {note.state === "open" ? (
        <>
          <p class="lead">{props.says}</p>
          <p>{w.noBlame}</p>
          <form method="post">
            <button type="submit" name="says" value="read" class="button wide">
              {w.read}
            </button>
          </form>
        </>
      ) : (
        <Notice kind="done">{note.state === "read" ? w.isRead : w.isWithdrawn}</Notice>
      )}
    </PlaceShell>
  );
};

const Open = ({ order, lang, what, by, isLate, overturned }: PlaceProps) => {
  const w = placeWords[lang];
  return (
    <>
      <p class="lead">{what}</p>
      <dl class="order">
        <div>
          <dt>{w.code}</dt>
          <dd class="code">{order.code}</dd>
        </div>
        <div>
          <dt>{w.by}</dt>
          <dd>
            <time datetime={order.by}>{by}</time>
          </dd>
        </div>
      </dl>
      <p class="hint">{w.codeHow}</p>
      {overturned === undefined ? null : (
        <p>
          {overturned} {w.noBlame}
        </p>
      )}
      {isLate ? <p class="trouble">{w.late}</p> : null}
      <form method="post">
        <button type="submit" name="says" value="done" class="button wide">
          {w.done}
        </button>
      </form>
      <Question order={order} lang={lang} />
      <details>
        <summary>{w.cannot}</summary>
        <form method="post">
          <fieldset>
            <legend>{w.why}</legend>
            {CannotBecause.options.map((because) => (
              <label class="choice">
                <input type="radio" name="because" value={because} required /> {w.because[because]}
              </label>
            ))}
          </fieldset>
          <button type="submit" name="says" value="cannot" class="wide">
            {w.sendCannot}
          </button>
        </form>
      </details>
    </>
  );
};

/** What was asked and answered; while nothing waits for an answer, the place may ask. */
const Question = ({ order, lang }: { order: StoreOrder; lang: Lang }) => {
  const w = placeWords[lang];
  const { question } = order;
  return (
    <>
      {question === undefined ? null : (
        <dl class="order">
          <div>
            <dt>{w.youAsked}</dt>
            <dd dir="auto">{question.text}</dd>
          </div>
          <div>
            <dt>{w.answer}</dt>
            <dd dir="auto">{question.answer?.text ?? w.noAnswerYet}</dd>
          </div>
        </dl>
      )}
      {question !== undefined && question.answer === undefined ? null : (
        <details>
          <summary>{w.ask}</summary>
          <form method="post">
            <label>
              {w.question}
              <textarea
                name="text"
                rows={3}
                maxlength={MAX_QUESTION}
                required
                aria-describedby="question-hint"
              ></textarea>
            </label>
            <p class="hint" id="question-hint">
              {w.questionHint}
            </p>
            <button type="submit" name="says" value="asks" class="wide">
              {w.sendQuestion}
            </button>
          </form>
        </details>
      )}
    </>
  );
};
