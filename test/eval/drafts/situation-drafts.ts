import { decide } from "../../../shared/complaint/decide.ts";
import { decideForStranger } from "../../../shared/complaint/for-a-stranger.ts";
import type { Channel, Lang } from "../../../shared/complaint/ids.ts";
import type { BrandFile, PriceListLine, Situation } from "../../../shared/complaint/playbook.ts";
import type { ComposeInput } from "../../../shared/language/compose.ts";
import { factsOf, relationshipWorth } from "../../language/reply-world.ts";

export const LANGS: readonly Lang[] = ["en", "fi", "sv"];

/** What the composer is given for a situation of a brand's playbook, whatever the recogniser would make of the text. */
export function inputOf(
  brand: BrandFile,
  situation: Situation,
  over: Pick<ComposeInput, "lang" | "text" | "seed"> & {
    readonly channel?: Channel;
    readonly line?: PriceListLine | undefined;
    readonly cues?: ComposeInput["cues"];
    readonly atRiskMinor?: number;
  },
): ComposeInput {
  const assessment = { lane: "answer" as const, situation: situation.id, cues: [...(over.cues ?? [])] };
  const isKnown = brand.playbook.situations.some(({ id }) => id === situation.id);
  const situations = isKnown ? brand.playbook.situations : [...brand.playbook.situations, situation];
  const facts = factsOf(brand, {
    playbook: { ...brand.playbook, situations },
    assessment,
    product: over.line?.id,
    relationship: relationshipWorth(over.atRiskMinor ?? 20_000),
  });
  const { lang, text, seed } = over;
  return {
    lang,
    text,
    seed,
    channel: over.channel ?? "facebook",
    situation,
    decision: decide(facts),
    asStranger: decideForStranger(facts),
    brandName: brand.account.name,
    cues: over.cues ?? [],
    matchConfirmed: false,
    priceListLine: over.line,
    shift: { name: "Laura", untilText: "18", followedByName: "Mikael" },
    register:
      lang === "fi"
        ? brand.playbook.voice.register.fi
        : lang === "sv"
          ? brand.playbook.voice.register.sv
          : "you",
    timeZone: brand.account.timeZone,
  };
}
