import { decide } from "../../../shared/complaint/decide.ts";
import { decideForStranger } from "../../../shared/complaint/for-a-stranger.ts";
import { MentionId } from "../../../shared/complaint/ids.ts";
import { assess } from "../../../shared/language/assess.ts";
import { type Composed, compose } from "../../../shared/language/compose.ts";
import { pointedProduct } from "../../../shared/language/pointed-product.ts";
import { exampleBrand, factsOf, now, relationshipWorth } from "../../language/reply-world.ts";
import type { Golden } from "./golden.ts";

const signers: Readonly<Record<string, { until: string; next: string }>> = {
  Laura: { until: "18", next: "Mikael" },
  Sanna: { until: "15", next: "Petri" },
  Johanna: { until: "20", next: "Oskar" },
  Aino: { until: "20", next: "Mikael" },
};

/** The whole way from the post to the two texts: assess, decide, compose. */
export function draftFor(golden: Golden, seed: string): Composed & { readonly outcome: string } {
  const brand = exampleBrand(golden.brand);
  const { playbook, account } = brand;
  const assessment = assess(
    {
      mention: MentionId.parse("facebook:1"),
      revision: 0,
      text: golden.post,
      hasMedia: false,
      playbook,
      pageLang: golden.lang,
    },
    now,
  );
  const product = pointedProduct(golden.post, assessment.cues, playbook.priceList);
  const facts = factsOf(brand, {
    assessment,
    product,
    relationship: relationshipWorth(golden.brand === "kenttakauppa" ? 43_000 : 1800),
  });
  const decision = decide(facts);
  const name = / – (\p{L}+)$/u.exec(golden.public)?.[1] ?? "Laura";
  const { until, next } = signers[name] ?? { until: "18", next: "Mikael" };
  const { voice } = playbook;
  const composed = compose({
    lang: golden.lang,
    channel: golden.channel,
    situation: playbook.situations.find(({ id }) => id === assessment.situation),
    decision,
    asStranger: decideForStranger(facts),
    brandName: account.name,
    text: golden.post,
    cues: assessment.cues,
    matchConfirmed: false,
    priceListLine: playbook.priceList.find(({ id }) => id === product),
    shift: { name, untilText: until, followedByName: next },
    seed,
    register: golden.lang === "fi" ? voice.register.fi : golden.lang === "sv" ? voice.register.sv : "you",
    ...(golden.brand === "lounaspoyta" ? { storeOrderCode: "3H9" } : {}),
    timeZone: account.timeZone,
  });
  return {
    ...composed,
    outcome: `${decision.outcome} ${assessment.situation ?? assessment.stopCase ?? assessment.lane}`,
  };
}
