import type { Lang } from "../../../shared/complaint/ids.ts";
import { LONGEST_TEXT } from "../../../shared/complaint/incident.ts";
import type { BrandFile, RemedyRule } from "../../../shared/complaint/playbook.ts";
import { incidentPhrases } from "../../../shared/language/incident-phrases.ts";
import type { TextFault } from "../../../shared/language/incident-text.ts";
import { nameOfSituation } from "../../../shared/language/situation-name.ts";
import type { AboutWords, Form } from "../incident-form.ts";
import type { IncidentView, PricedChoice } from "../incident-view.ts";
import { mayJudgeEscalations } from "../login/roles.ts";
import { catalogues } from "../messages/choose.ts";
import { incidentWords } from "../messages/incident-words.ts";
import type { Messages } from "../messages/messages.ts";
import { inMoney, inPercent, inTime, shown } from "../words.ts";
import { Findings } from "./case-answer.tsx";
import { type Frame, Notice, Page } from "./layout.tsx";

type Props = {
  readonly frame: Frame;
  readonly now: string;
  readonly brand: BrandFile;
  /** The playbook's published version. */
  readonly version: number;
  readonly view: IncidentView;
  readonly refusal?: string | undefined;
  readonly about?: AboutWords | undefined;
  /** What was typed when the form was refused: nothing typed is lost. */
  readonly typed?: Form | undefined;
};

/** A list this long says enough; the count says the rest. */
const LISTED = 100;

/** One incident: what it freezes, the one remedy and the one text, and its cases. */
export const IncidentPage = (props: Props) => {
  const { frame, view, brand, now } = props;
  const { m } = frame;
  const w = incidentWords[m.lang];
  const { incident, members } = view;
  const { topic, settled } = incident;
  const at = (moment: string) => inTime(moment, brand.account.timeZone, now, m);
  const mayAct =
    incident.state === "open" && frame.person !== undefined && mayJudgeEscalations(frame.person.role);
  const isGoing = incident.tasks.length > 0;
  const set = view.choices.find(({ choice }) => sameRule(choice.rule, settled?.rule));
  const named = [...topic.words, topic.product, topic.place].filter((word) => word !== undefined);
  return (
    <Page frame={frame} title={incident.title} refresh={isGoing ? 5 : undefined}>
      <p class="crumbs">
        <a href="/incidents">{w.heading}</a>
      </p>
      <h1>{incident.title}</h1>
      <p class="meta">
        <span>{shown(nameOfSituation(brand.playbook, topic.situation, m.lang))}</span>
        {named.length === 0 ? null : <span>{named.join(", ")}</span>}
        <span>{w.since(at(topic.from))}</span>
        <strong>{w.cases(members.length)}</strong>
        {incident.closedAt === undefined ? null : <span>{w.closedAt(at(incident.closedAt))}</span>}
      </p>
      {props.refusal === undefined ? null : <Notice kind="no">{props.refusal}</Notice>}
      {isGoing ? <p class="hint">{w.going}</p> : null}
      <p class="hint strong">
        {settled === undefined
          ? w.isNotSet
          : w.isSet(set === undefined ? "" : choiceInWords(set, m), at(settled.at))}
      </p>
      {props.about === undefined ? null : <About about={props.about} m={m} />}
      {mayAct ? <SetForm {...props} /> : incident.state === "open" ? <p class="hint">{w.notYours}</p> : null}
      {mayAct ? <Acts {...props} /> : null}
      <section aria-labelledby="its-title">
        <h2 id="its-title">
          {w.its} ({members.length})
        </h2>
        <ul class="words">
          {members.slice(0, LISTED).map(({ caseId, openedAt, is }) => (
            <li>
              <a href={`/cases/${encodeURIComponent(caseId)}`}>{at(openedAt)}</a>{" "}
              <span class="meta">{w.is[is]}</span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
};

const sameRule = (one: RemedyRule | undefined, two: RemedyRule | undefined): boolean =>
  one?.kind === two?.kind && one?.share === two?.share && one?.amountMinor === two?.amountMinor;

function choiceInWords({ choice, rule, sums: _sums }: PricedChoice, m: Messages): string {
  const share = typeof rule.share === "number" ? ` ${inPercent(rule.share, m)}` : "";
  const what = `${m.remedyKinds[rule.kind]}${share}`;
  return choice.rule === undefined ? incidentWords[m.lang].core(what) : what;
}

const SetForm = ({ frame, view, brand, version, typed }: Props) => {
  const { m } = frame;
  const w = incidentWords[m.lang];
  const { incident, situation } = view;
  const { settled } = incident;
  const { currency } = brand.account;
  const inSum = (minor: number) => inMoney({ minor, currency }, m);
  if (situation === undefined) return null;
  const standing =
    view.choices.find(({ choice }) => sameRule(choice.rule, settled?.rule))?.choice.id ?? "core";
  const value = (name: string, otherwise: string): string => typed?.[name] ?? otherwise;
  const textOf = (lang: Lang) => settled?.texts[lang] ?? incidentPhrases[situation.loss][lang];
  return (
    <form method="post" action={`/incidents/${encodeURIComponent(incident.id)}/setting`}>
      <input type="hidden" name="rev" value={String(incident.rev)} />
      <input type="hidden" name="playbook" value={String(version)} />
      <fieldset>
        <legend>{w.remedy}</legend>
        {view.choices.map((priced) => {
          const { choice, rule, sums } = priced;
          const fixed = rule.amountMinor === undefined ? "" : ` ${inSum(rule.amountMinor)}`;
          return (
            <label class="choice">
              <input
                type="radio"
                name="choice"
                value={choice.id}
                checked={choice.id === value("choice", standing)}
              />{" "}
              {choiceInWords(priced, m)}
              {fixed}{" "}
              <span class="meta">
                {[
                  w.cases(sums.cases),
                  w.owed(inSum(sums.owedMinor)),
                  w.goodwill(inSum(sums.goodwillMinor)),
                  ...(sums.unknown === 0 ? [] : [w.unknown(sums.unknown)]),
                ].join(" · ")}
              </span>
              {priced.refusal === undefined ? null : (
                <span class="hint">
                  {" "}
                  {w.refusals[priced.refusal.refused](inSum(priced.refusal.overByMinor))}
                </span>
              )}
            </label>
          );
        })}
        <p class="hint">{w.left(inSum(view.leftThisMonthMinor))}</p>
      </fieldset>
      <fieldset>
        <legend>{w.texts}</legend>
        <p class="hint">{w.slots}</p>
        {brand.playbook.languages.map((lang) => (
          <div lang={lang}>
            {(["public", "private"] as const).map((side) => (
              <label>
                <span lang={m.lang}>
                  {catalogues[lang].languageName}, {side === "public" ? m.answer.public : m.answer.private}
                </span>
                <textarea
                  name={`${side}.${lang}`}
                  rows={side === "public" ? 4 : 6}
                  maxlength={LONGEST_TEXT[side]}
                  required
                >
                  {value(`${side}.${lang}`, textOf(lang)[side])}
                </textarea>
              </label>
            ))}
          </div>
        ))}
        <label>
          {w.within}
          <input
            name="within"
            type="number"
            min={1}
            max={336}
            required
            value={value("within", String(settled?.withinHours ?? 24))}
          />
        </label>
        <label>
          {w.keep}
          <input
            name="keep"
            maxlength={400}
            value={value("keep", settled?.keptBecause ?? "")}
            autocomplete="off"
          />
        </label>
      </fieldset>
      <p class="hint">{w.setHint}</p>
      <button type="submit" class="button main">
        {settled === undefined ? w.set : w.setAnew}
      </button>
    </form>
  );
};

const Acts = ({ frame, view }: Props) => {
  const w = incidentWords[frame.m.lang];
  const path = `/incidents/${encodeURIComponent(view.incident.id)}`;
  return (
    <form method="post" action={`${path}/closing`} class="inline">
      <input type="hidden" name="rev" value={String(view.incident.rev)} />
      <button type="submit">{w.close}</button>
      <button type="submit" formaction={`${path}/looking`} class="quiet">
        {w.lookAgain}
      </button>
      <span class="hint">{w.closeHint}</span>
    </form>
  );
};

function faultInWords(fault: TextFault, m: Messages): string {
  const { faults } = incidentWords[m.lang];
  switch (fault.fault) {
    case "unknown-slot":
    case "needs-brackets":
      return faults[fault.fault](fault.slot);
    case "too-long":
      return faults["too-long"](fault.most);
    default:
      return faults[fault.fault];
  }
}

/** What stands against the words, language by language. */
const About = ({ about, m }: { about: AboutWords; m: Messages }) => {
  return (
    <div>
      {about.faults.length === 0 ? null : (
        <ul class="findings">
          {about.faults.map(({ lang, side, fault }) => (
            <li class="hard">
              <strong>
                {catalogues[lang].languageName}, {side === "public" ? m.answer.public : m.answer.private}:
              </strong>{" "}
              {faultInWords(fault, m)}
            </li>
          ))}
        </ul>
      )}
      {about.findings.map(({ lang, findings }) => (
        <div>
          <h2>{catalogues[lang].languageName}</h2>
          <Findings findings={findings} m={m} withReasons={false} />
        </div>
      ))}
    </div>
  );
};
