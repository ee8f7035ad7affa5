import type { CaseView } from "../case-view.ts";
import type { Refusal } from "../refusal.ts";
import { say } from "../say-refusal.ts";
import { AnswerPart } from "./case-answer.tsx";
import { EditPart, type TypedEdit } from "./case-edit.tsx";
import { ElsewherePart } from "./case-elsewhere.tsx";
import { LogPart, OtherwisePart } from "./case-otherwise.tsx";
import { OutcomePart } from "./case-outcome.tsx";
import { PersonPart, SumsPart } from "./case-person.tsx";
import { MatterPart, SituationPart } from "./case-situation.tsx";
import { WrittenPart } from "./case-written.tsx";
import { type Frame, Notice, Page } from "./layout.tsx";

export type CasePageProps = {
  readonly frame: Frame;
  readonly view: CaseView;
  readonly refusal?: Refusal | undefined;
  /** What was typed into the edit form when its save was refused: nothing typed is lost. */
  readonly typed?: TypedEdit | undefined;
  readonly next?: string | undefined;
};

export const CasePage = (props: CasePageProps) => {
  const { frame, view, refusal } = props;
  const { m } = frame;
  const of = view.file.case;
  const name = view.answered?.author?.name ?? view.answered?.author?.handle ?? m.nameless;
  const isUnderWay = of.stage === "approved";
  const isOpen = of.stage !== "closed" && of.stage !== "approved" && of.stage !== "answered";
  const isFrozen = view.decision?.outcome === "frozen";
  return (
    <Page frame={frame} title={m.caseTitle(name)} live refresh={isUnderWay ? 5 : undefined}>
      <p class="crumbs">
        <a href={of.desk === "agents" ? "/" : `/?desk=${of.desk}`} data-key="g">
          {m.page.back}
        </a>
        {props.next === undefined ? null : (
          <a href={`/cases/${encodeURIComponent(props.next)}`} data-key="n">
            {m.page.next}
          </a>
        )}
      </p>
      <SituationPart view={view} m={m} name={name} />
      {refusal === undefined ? null : (
        <Notice kind="no">{say(refusal, m, view.published.file.account.currency, view.shifts)}</Notice>
      )}
      <div class="case">
        <div class="left">
          <WrittenPart view={view} m={m} />
          <div data-live-part="matter">
            <MatterPart view={view} m={m} person={frame.person} />
          </div>
          <ElsewherePart view={view} m={m} />
        </div>
        <div class="right">
          <div id="outcome" data-live-part="outcome">
            <OutcomePart view={view} m={m} />
            {isOpen ? <AnswerPart view={view} m={m} person={frame.person} refusal={refusal} /> : null}
          </div>
          {isOpen && !isFrozen ? (
            <EditPart view={view} m={m} person={frame.person} typed={props.typed} />
          ) : null}
          <OtherwisePart view={view} m={m} person={frame.person} />
        </div>
        <div class="under" data-live-part="under">
          <SumsPart view={view} m={m} />
          <PersonPart view={view} m={m} />
          <LogPart view={view} m={m} />
        </div>
      </div>
    </Page>
  );
};
