import type { Child } from "hono/jsx";
import type { BrandId, Lang } from "../../../shared/complaint/ids.ts";
import type { Person } from "../login/login.ts";
import { catalogues } from "../messages/choose.ts";
import { incidentWords } from "../messages/incident-words.ts";
import type { Messages } from "../messages/messages.ts";

/** What stands around every page. */
export type Frame = {
  readonly m: Messages;
  readonly person?: Person | undefined;
  readonly brand?: { readonly id: BrandId; readonly name: string } | undefined;
  readonly brands?: readonly BrandId[] | undefined;
  readonly path: string;
};

const langs: readonly Lang[] = ["en", "fi", "sv"];

export const Page = (props: {
  frame: Frame;
  title: string;
  /** Seconds after which a browser without script looks again. */
  refresh?: number | undefined;
  live?: boolean | undefined;
  /** A style sheet beside the console's own. */
  styles?: string | undefined;
  children: Child;
}) => {
  const { m, person } = props.frame;
  return (
    <html lang={m.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${props.title} · ${m.appName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="/assets/console.css" />
        {props.styles === undefined ? null : <link rel="stylesheet" href={props.styles} />}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {props.refresh === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refresh)} />
          </noscript>
        )}
        <script src="/assets/console.js" defer></script>
      </head>
      <body {...(props.live ? { "data-live": "on" } : {})} data-copied={m.outcome.copied}>
        <a class="skip" href="#main">
          {m.skip}
        </a>
        <Head frame={props.frame} />
        <main id="main">{props.children}</main>
        {person === undefined ? null : <Foot frame={props.frame} />}
      </body>
    </html>
  );
};

const Head = ({ frame }: { frame: Frame }) => {
  const { m, person, brand } = frame;
  const pages = [
    ["/promises", m.nav.promises],
    ["/payouts", m.nav.payouts],
    ["/orders", m.nav.orders],
    ["/incidents", incidentWords[m.lang].heading],
    ["/roster", m.nav.roster],
    ["/pause", m.nav.pause],
    ["/playbook", m.nav.playbook],
    ["/help", m.nav.help],
  ] as const;
  return (
    <header class="top">
      <a class="home" href="/">
        <span class="mark" aria-hidden="true"></span>
        {brand?.name ?? m.appName}
      </a>
      {person === undefined ? null : (
        <nav aria-label={m.nav.label}>
          <ul>
            {pages.map(([href, words]) => (
              <li>
                <a href={href} {...(frame.path === href ? { "aria-current": "page" } : {})}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
};

const Foot = ({ frame }: { frame: Frame }) => {
  const { m, person, brand } = frame;
  return (
    <footer class="foot">
      <form method="post" action="/settings" class="inline">
        <input type="hidden" name="to" value={frame.path} />
        <label>
          {m.nav.language}{" "}
          <select name="lang">
            {langs.map((lang) => (
              <option value={lang} selected={lang === m.lang} lang={lang}>
                {catalogues[lang].languageName}
              </option>
            ))}
          </select>
        </label>
        {(frame.brands ?? []).length > 1 ? (
          <label>
            {m.nav.brand}{" "}
            <select name="brand">
              {frame.brands?.map((id) => (
                <option value={id} selected={id === brand?.id}>
                  {id}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <button type="submit" class="quiet">
          {m.nav.change}
        </button>
      </form>
      <form method="post" action="/logout" class="inline">
        <span>
          <bdi>{person?.name}</bdi>, {person === undefined ? "" : m.roles[person.role]}
        </span>
        <button type="submit" class="quiet">
          {m.nav.logout}
        </button>
      </form>
    </footer>
  );
};

/** What the page has to say about the last act. */
export const Notice = ({ kind, children }: { kind: "no" | "done"; children: Child }) => (
  <div class={`notice ${kind}`} role={kind === "no" ? "alert" : "status"}>
    {children}
  </div>
);
