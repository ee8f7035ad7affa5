import type { Case } from "../../../shared/complaint/case.ts";
import type { CaseView } from "../case-view.ts";
import { isAnswered } from "../elsewhere.ts";
import type { Messages } from "../messages/messages.ts";
import { inTime } from "../words.ts";

/** The person's other cases: so that nobody answers twice, or as if it were the first time. */
export const ElsewherePart = ({ view, m }: { view: CaseView; m: Messages }) => {
  if (view.elsewhere.length === 0) return null;
  const zone = view.published.file.account.timeZone;
  return (
    <section aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title">{m.elsewhere.heading}</h2>
      <ul class="reasons">
        {view.elsewhere.map(({ case: other, by }) => (
          <li>
            <a href={`/cases/${encodeURIComponent(other.id)}`}>
              {m.channels[other.channel]},{" "}
              <time datetime={other.openedAt}>{inTime(other.openedAt, zone, view.now, m)}</time>
            </a>
            : {stateOf(other, m)} <span class="meta">{m.elsewhere.by[by]}</span>
          </li>
        ))}
      </ul>
      {view.elsewhere.some((each) => isAnswered(each.case)) ? (
        <p class="hint">{m.elsewhere.answered}</p>
      ) : null}
    </section>
  );
};

const stateOf = (of: Case, m: Messages): string =>
  of.stage === "closed" ? m.others.closedBecause[of.closedBecause] : m.desks[of.desk];
