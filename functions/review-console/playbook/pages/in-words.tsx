import { believedPerYear } from "../../../../shared/complaint/believed.ts";
import { leastGoodwill } from "../../../../shared/complaint/limits.ts";
import { formatMoney } from "../../../../shared/complaint/money.ts";
import type { BrandFile, RemedyRule, Situation } from "../../../../shared/complaint/playbook.ts";
import { sayRule } from "../../../../shared/language/playbook-changes.ts";
import { situationName } from "../../../../shared/language/situation-name.ts";
import { inPercent, shown } from "../../words.ts";
import type { About } from "./about.ts";

/** A playbook as somebody reads it who has never seen its file. */
export const InWords = (props: { about: About; file: BrandFile }) => (
  <>
    <Limits {...props} />
    <Situations {...props} />
  </>
);

type Role = keyof BrandFile["playbook"]["mandate"]["roles"];
const roles: readonly Role[] = ["agent", "manager"];

const Limits = ({ about, file }: { about: About; file: BrandFile }) => {
  const { limits } = about.w;
  const { m } = about.frame;
  const { mandate, believeFirstMinor } = file.playbook;
  const sum = (minor: number) => formatMoney({ minor, currency: file.account.currency }, m.lang);
  const rows = [
    [limits.perCase, "perCaseMinor"],
    [limits.perCustomerYear, "perCustomerYearMinor"],
    [limits.perDay, "perAgentDayMinor"],
  ] as const;
  const factor = new Intl.NumberFormat(m.locale).format(mandate.priceFactor);
  return (
    <section>
      <h2>{limits.heading}</h2>
      <p class="hint">{limits.lead}</p>
      <table class="limits">
        <thead>
          <tr>
            <td></td>
            {roles.map((role) => (
              <th scope="col">{limits.roles[role]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([words, limit]) => {
            const most = Math.max(1, ...roles.map((role) => mandate.roles[role][limit]));
            return (
              <tr>
                <th scope="row">{words}</th>
                {roles.map((role) => (
                  <td>
                    <strong>{sum(mandate.roles[role][limit])}</strong>
                    <meter aria-hidden="true" min={0} max={most} value={mandate.roles[role][limit]}></meter>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl class="pair">
        <dt>{limits.month}</dt>
        <dd>{sum(mandate.brandMonthMinor)}</dd>
        <dt>{limits.share}</dt>
        <dd>{inPercent(mandate.shareOfValueAtRisk, m)}</dd>
        <dt>{limits.factor}</dt>
        <dd>{limits.times(factor)}</dd>
        <dt>{limits.least}</dt>
        <dd>{sum(leastGoodwill(file.playbook))}</dd>
        <dt>{limits.believe}</dt>
        <dd>{sum(believeFirstMinor)}</dd>
        <dt>{limits.believeTimes}</dt>
        <dd>{limits.aYear(believedPerYear(file.playbook))}</dd>
      </dl>
      {about.mayChange ? <p class="hint">{limits.gaps(file.brand)}</p> : null}
    </section>
  );
};

const Situations = ({ about, file }: { about: About; file: BrandFile }) => {
  const { situations } = about.w;
  return (
    <>
      <h2>
        {situations.heading} ({file.playbook.situations.length})
      </h2>
      <p class="hint">{situations.lead}</p>
      <div class="situations">
        {file.playbook.situations.map((situation) => (
          <OneSituation about={about} file={file} situation={situation} />
        ))}
      </div>
    </>
  );
};

const OneSituation = ({
  about,
  file,
  situation,
}: {
  about: About;
  file: BrandFile;
  situation: Situation;
}) => {
  const { situations } = about.w;
  const { lang } = about.frame.m;
  const said = (rule: RemedyRule) => sayRule(rule, lang, file.account.currency);
  const feeling = situation.feeling[lang] ?? Object.values(situation.feeling)[0];
  const ask = situation.ask?.[lang] ?? Object.values(situation.ask ?? {})[0];
  return (
    <section class="situation">
      <h3>
        {shown(situationName(situation, lang))} <span class="meta">{shown(situation.id)}</span>
      </h3>
      <dl>
        <dt>{situations.loss}</dt>
        <dd>{situations.losses[situation.loss]}</dd>
        <dt>{situations.owed}</dt>
        {situation.owed === undefined ? (
          <dd class="meta">{situations.none}</dd>
        ) : (
          <dd class="gets">{said(situation.owed)}</dd>
        )}
        <dt>{situations.floor}</dt>
        <dd class="gets">{said(situation.floor)}</dd>
        <dt>{situations.goodwill}</dt>
        <dd>
          {situation.goodwill.length === 0 ? (
            situations.nothingMore
          ) : (
            <ol>
              {situation.goodwill.map((rule) => (
                <li>{said(rule)}</li>
              ))}
            </ol>
          )}
        </dd>
        {feeling === undefined ? null : (
          <>
            <dt>{situations.feeling}</dt>
            <dd class="feeling">{shown(feeling)}</dd>
          </>
        )}
        {ask === undefined ? null : (
          <>
            <dt>{situations.ask}</dt>
            <dd>{shown(ask)}</dd>
          </>
        )}
      </dl>
    </section>
  );
};
