import { isUnderWay } from "../../../shared/complaint/agent-acts/act.ts";
import { linkProofs } from "../../../shared/complaint/agent-acts/confirm-link.ts";
import type { MatchCandidate } from "../../../shared/complaint/author-match.ts";
import { isConfirmed } from "../../../shared/complaint/author-match.ts";
import type { Money } from "../../../shared/complaint/money.ts";
import type { Relationship } from "../../../shared/complaint/relationship.ts";
import { renderReason } from "../../../shared/language/reasons.ts";
import {
  forecastInWords,
  relationshipInWords,
  stepInWords,
} from "../../../shared/language/relationship-words.ts";
import type { CaseView } from "../case-view.ts";
import type { Messages } from "../messages/messages.ts";
import { inMoney, inPercent, masked } from "../words.ts";

type Props = { view: CaseView; m: Messages };

/** Cost against what is at risk, the limit, and each rule that spoke. */
export const SumsPart = ({ view, m }: Props) => {
  const { decision, file } = view;
  if (decision === undefined || decision.outcome === "stop" || decision.outcome === "frozen") return null;
  const { mandate } = decision;
  const proportion = decision.outcome === "by-hand" ? undefined : decision.proportion;
  const feeling = view.published.file.playbook.situations.find(
    (situation) => situation.id === decision.situation,
  )?.feeling;
  const left = feeling?.[m.lang] ?? feeling?.en;
  return (
    <section aria-labelledby="sums-title">
      <h2 id="sums-title">{m.sums.heading}</h2>
      <dl class="sums">
        {proportion === undefined ? null : (
          <>
            <dt>{m.sums.cost}</dt>
            <dd>{inMoney(proportion.cost, m)}</dd>
            <dt>{m.relation.atRisk}</dt>
            <dd>{inMoney(proportion.atRisk, m)}</dd>
            {proportion.share === undefined ? null : (
              <>
                <dt>{m.sums.share}</dt>
                <dd>
                  <strong>{inPercent(proportion.share, m)}</strong>
                  <meter min={0} max={1} value={Math.min(1, proportion.share)}>
                    {inPercent(proportion.share, m)}
                  </meter>
                </dd>
              </>
            )}
          </>
        )}
        {mandate === undefined ? null : (
          <>
            <dt>{m.sums.limit}</dt>
            <dd>
              {inMoney(mandate.limit, m)}{" "}
              <span class="meta">{m.sums.boundBy(m.sums.limits[mandate.boundBy])}</span>
            </dd>
          </>
        )}
      </dl>
      {decision.reasons.length === 0 ? null : (
        <>
          <h3>{m.sums.why}</h3>
          <ul class="reasons">
            {decision.reasons.map((reason) => (
              <li>{renderReason(reason, m.lang)}</li>
            ))}
          </ul>
        </>
      )}
      {left === undefined ? null : (
        <p>
          <span class="meta">{m.sums.feeling}:</span> {left}
        </p>
      )}
      <RelationshipPart view={view} m={m} />
      {file.case.stage === "closed" && file.case.note !== undefined ? (
        <p class="hint">{file.case.note}</p>
      ) : null}
    </section>
  );
};

const RelationshipPart = ({ view, m }: Props) => {
  const { relationship } = view.file;
  if (relationship === undefined) return null;
  const isKnown = relationship.basis === "purchases";
  return (
    <>
      <h3>{m.relation.heading}</h3>
      {isKnown ? (
        <p>
          {relationshipInWords(relationship, m.lang)}{" "}
          <span class="meta">
            {[
              ...(relationship.categories.length === 0 ? [] : [relationship.categories.join(", ")]),
              m.relation.spent(inMoney(relationship.spent, m)),
            ].join(" · ")}
          </span>
        </p>
      ) : (
        <p class="hint">{m.relation.unknown}</p>
      )}
      <dl class="sums">
        <dt>{m.relation.level}</dt>
        <dd>
          {inMoney(relationship.level, m)}{" "}
          {isKnown ? (
            <span class="meta">
              {m.relation.levelOf(inMoney(relationship.thanks, m), inMoney(highestOf(relationship), m))}
            </span>
          ) : null}
        </dd>
        <dt>{m.relation.rise}</dt>
        <dd>× {inPercent(relationship.churnRise, m)}</dd>
        <dt>{m.relation.atRisk}</dt>
        <dd>= {inMoney(relationship.atRisk, m)}</dd>
      </dl>
      <ArithmeticPart relationship={relationship} m={m} />
    </>
  );
};

/** The level stands on the highest expectation, not on today's; older records hold only the latter. */
const highestOf = ({ arithmetic, expected }: Relationship): Money => {
  const figure = arithmetic?.find(({ label }) => label === "highest")?.figure;
  return figure !== undefined && "money" in figure ? figure.money : expected;
};

/** Every figure with where it comes from, for whoever asks. */
const ArithmeticPart = ({ relationship, m }: { relationship: Relationship; m: Messages }) =>
  relationship.arithmetic === undefined ? null : (
    <details>
      <summary>{m.relation.arithmetic}</summary>
      {relationship.basis === "purchases" ? (
        <p class="hint">{forecastInWords(relationship, m.lang)}</p>
      ) : null}
      <ol class="reasons">
        {relationship.arithmetic.map((step) => {
          const { label, figure, source } = stepInWords(step, m.lang);
          return (
            <li>
              {label}: <strong>{figure}</strong> <span class="meta">{source}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );

/** Who the author may be, on what evidence; names are masked until somebody has confirmed. */
export const PersonPart = ({ view, m }: Props) => {
  const { match } = view.file;
  const of = view.file.case;
  if (of.lane === "stop") return null;
  return (
    <section aria-labelledby="match-title">
      <h2 id="match-title">{m.match.heading}</h2>
      {match === undefined ? (
        <p class="hint">{m.match.notLooked}</p>
      ) : (
        <>
          <p>
            {m.match[match.decision]} <span class="meta">{m.match.basis[match.basis]}</span>
          </p>
          {match.question === undefined ? null : <p class="hint">{m.match.question[match.question]}</p>}
          <ul class="candidates">
            {match.candidates.map((candidate) => (
              <Candidate candidate={candidate} view={view} m={m} />
            ))}
            {match.customer !== undefined &&
            !match.candidates.some(({ customer }) => customer === match.customer) ? (
              <Candidate
                candidate={{ customer: match.customer, bits: 0, posterior: 1, evidence: [] }}
                view={view}
                m={m}
              />
            ) : null}
          </ul>
        </>
      )}
    </section>
  );
};

const Candidate = ({ candidate, view, m }: Props & { candidate: MatchCandidate }) => {
  const of = view.file.case;
  const { match } = view.file;
  const customer = view.candidates.get(candidate.customer);
  const isThem = match?.customer === candidate.customer;
  const isKnown = isThem && isConfirmed(match);
  const action = `/cases/${encodeURIComponent(of.id)}/link`;
  const mayLink = of.author !== undefined && of.stage !== "closed" && !view.file.deliveries.some(isUnderWay);
  return (
    <li class={isThem ? "candidate them" : "candidate"}>
      <p>
        <strong>
          <bdi>{isKnown ? (customer?.name ?? m.nameless) : masked(customer?.name)}</bdi>
        </strong>
        {customer?.city === undefined ? null : `, ${customer.city}`}
        {customer?.since === undefined ? null : ` · ${m.relation.since(customer.since.slice(0, 4))}`}
        {isKnown ? null : (
          <span class="meta">
            {" "}
            {m.match.certainty(inPercent(Math.min(Math.floor(candidate.posterior * 100) / 100, 0.99), m))}
          </span>
        )}
      </p>
      {candidate.evidence.length === 0 ? null : (
        <ul class="evidence">
          {candidate.evidence.map((evidence) => (
            <li class={evidence.level}>
              {m.match.kinds[evidence.kind]}: {m.match.levels[evidence.level]}
            </li>
          ))}
        </ul>
      )}
      {mayLink ? (
        <div class="link-forms">
          {isKnown ? null : (
            <form method="post" action={action} class="inline">
              <input type="hidden" name="customer" value={candidate.customer} />
              <label>
                {m.match.proof}{" "}
                <select name="proof" required>
                  <option value=""></option>
                  {linkProofs.map((proof) => (
                    <option value={proof}>{m.match.proofs[proof]}</option>
                  ))}
                </select>
              </label>
              <button type="submit">{m.match.confirm}</button>
            </form>
          )}
          <form method="post" action={`${action}/undoing`} class="inline">
            <input type="hidden" name="customer" value={candidate.customer} />
            <button type="submit" class="quiet">
              {m.match.notThem}
            </button>
          </form>
        </div>
      ) : null}
    </li>
  );
};
