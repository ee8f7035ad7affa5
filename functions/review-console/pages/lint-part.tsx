import type { Finding } from "../../../shared/complaint/draft.ts";
import type { Messages } from "../messages/messages.ts";
import { Findings } from "./case-answer.tsx";

/** What the checker says while somebody types. A piece of a page, for the script to put in place. */
export const LintPart = (props: { findings: readonly Finding[]; length: number; m: Messages }) => (
  <html lang={props.m.lang}>
    <head>
      <title>{props.m.findings.heading}</title>
    </head>
    <body>
      <div data-lint-result aria-live="polite">
        <p class="meta">{props.findings.length === 0 ? props.m.findings.none : ""}</p>
        <Findings findings={props.findings} m={props.m} withReasons={false} />
      </div>
    </body>
  </html>
);
