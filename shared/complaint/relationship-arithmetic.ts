import type { Expectation } from "./expectation.ts";
import type { Money } from "./money.ts";
import type { Playbook } from "./playbook.ts";
import type { Relationship, RelationshipStep } from "./relationship.ts";

type Label = RelationshipStep["label"];
type Source = RelationshipStep["source"];
type Figures = Pick<Relationship, "spent" | "margin" | "thanks" | "level" | "atRisk" | "churnRise" | "basis">;

/** The way from the purchases to what is at risk, line by line, each figure with its source. */
export function relationshipArithmetic(
  figures: Figures,
  { today, highest, forecast }: Expectation,
  playbook: Pick<Playbook, "relationship">,
  afterOwnFailure: boolean,
): RelationshipStep[] {
  const { marginShare, thanksShare, segmentDefaultMinor, churnRise, churnRiseAfterOwnFailure } =
    playbook.relationship;
  const given = ({ source }: { readonly source: string }): Source => ({ kind: "playbook", words: source });
  const sum = (label: Label, amount: Money, source: Source): RelationshipStep => ({
    label,
    figure: { money: amount },
    source,
  });
  const share = (label: Label, value: number, source: Source): RelationshipStep => ({
    label,
    figure: { share: value },
    source,
  });
  const fallback = { minor: Math.round(segmentDefaultMinor.value), currency: figures.level.currency };
  const known: RelationshipStep[] = [
    sum("spent", figures.spent, { kind: "purchases" }),
    share("margin-share", marginShare.value, given(marginShare)),
    sum("margin", figures.margin, { kind: "product", of: ["spent", "margin-share"] }),
    share("thanks-share", thanksShare.value, given(thanksShare)),
    sum("thanks", figures.thanks, { kind: "product", of: ["margin", "thanks-share"] }),
    ...(forecast.by === "decay"
      ? []
      : [
          share("chance-alive", forecast.chanceAlive, { kind: "lifetime-model" }),
          {
            label: "purchases-expected" as const,
            figure: { count: forecast.purchases },
            source: { kind: "lifetime-model" as const },
          },
          sum("spend-at-a-time", forecast.spendAtATime, { kind: "lifetime-model" }),
        ]),
    sum("expected", today, { kind: forecast.by }),
    sum("highest", highest, { kind: forecast.by }),
  ];
  const words = afterOwnFailure
    ? `${churnRise.source}; ${churnRiseAfterOwnFailure.source}`
    : churnRise.source;
  return [
    ...(figures.basis === "purchases" ? known : []),
    sum("segment-default", fallback, given(segmentDefaultMinor)),
    sum("level", figures.level, {
      kind: "greatest",
      of: figures.basis === "purchases" ? ["thanks", "highest", "segment-default"] : ["segment-default"],
    }),
    share("churn-rise", figures.churnRise, { kind: "playbook", words }),
    sum("at-risk", figures.atRisk, { kind: "product", of: ["level", "churn-rise"] }),
  ];
}
