import type { Finding } from "../../../shared/complaint/draft.ts";
import type { Messages } from "../messages/messages.ts";
import { Findings } from "./case-answer.tsx";

/** 280 weighted characters; X docs, "Counting characters". */
const X_LONGEST = 280;

/** What the checker says while somebody types. A piece of a page, for the script to put in place. */
export const LintPart = (props: {
  findings: readonly Finding[];
  length: number | undefined;
  m: Messages;
}) => (
  <html lang={props.m.lang}>
    <head>
      <title>{props.m.findings.heading}</title>
    </head>
    <body>
      <div data-lint-result aria-live="polite">
        <p class="meta">
          {props.length === undefined ? null : <span>{props.m.answer.length(props.length, X_LONGEST)}</span>}
          {props.findings.length === 0 ? <span>{props.m.findings.none}</span> : null}
        </p>
        <Findings findings={props.findings} m={props.m} withReasons={false} />
      </div>
    </body>
  </html>
);
