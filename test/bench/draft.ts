import { draftRow } from "../../infra/cli/draft-row.ts";
import { decide } from "../../shared/complaint/decide.ts";
import { decideForStranger } from "../../shared/complaint/for-a-stranger.ts";
import { compose } from "../../shared/language/compose.ts";
import { lint } from "../../shared/language/voice-lint.ts";
import { inputOf, LANGS } from "../eval/drafts/situation-drafts.ts";
import { exampleBrand, factsOf } from "../language/reply-world.ts";
import { perSecond } from "./clock.ts";

const LINE = 0;

/** `npm run bench draft`: decide, compose and lint both texts, cases a second on one core; every situation and language. */
export async function benchDraft(): Promise<void> {
  const brands = [exampleBrand("kenttakauppa"), exampleBrand("lounaspoyta")];
  const cases = brands.flatMap((brand) =>
    LANGS.flatMap((lang) =>
      brand.playbook.situations.map((situation) => {
        const line = brand.playbook.priceList[LINE];
        const text = line?.names[lang]?.[LINE] ?? ".";
        const assessment = { lane: "answer" as const, situation: situation.id, cues: [] };
        return {
          brand,
          facts: factsOf(brand, { assessment, product: line?.id }),
          input: inputOf(brand, situation, { lang, text, seed: situation.id, line }),
        };
      }),
    ),
  );
  const drafted = perSecond(20, () => {
    for (const { brand, facts, input } of cases) {
      const decision = decide(facts);
      const composed = compose({ ...input, decision, asStranger: decideForStranger(facts) });
      const { lang, channel, matchConfirmed, text, shift } = input;
      const about = { lang, channel, matchConfirmed, playbook: brand.playbook, decision };
      const all = {
        ...about,
        writerText: text,
        signerName: shift.name,
        followedByName: shift.followedByName,
      };
      lint({ ...all, side: "public", text: composed.public });
      if (composed.private !== undefined) lint({ ...all, side: "private", text: composed.private });
    }
  });
  const composedOnly = perSecond(20, () => {
    for (const { input } of cases) compose(input);
  });
  const [shop] = brands;
  const whole = perSecond(200, () => {
    if (shop)
      draftRow(
        { id: 1, text: "I bought skates from you and you would not exchange them, the size is wrong." },
        shop,
        { signer: "Laura", until: "18", confirmed: false, role: "agent", now: "2026-11-20T12:00:00.000Z" },
      );
  });
  const rounded = (figure: number) => Math.round(figure).toLocaleString("en-GB");
  console.log("\n| what, on one core | cases a second |\n|---|---:|");
  console.log(
    `| decide (for the writer and for a stranger), compose, lint both texts | ${rounded(drafted * cases.length)} |`,
  );
  console.log(`| compose alone | ${rounded(composedOnly * cases.length)} |`);
  console.log(`| the same with reading the post, one post | ${rounded(whole)} |`);
}
