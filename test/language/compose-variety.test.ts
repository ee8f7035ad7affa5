import { describe, expect, it } from "vitest";
import { baseSituations } from "../eval/drafts/base-situations.ts";
import { likenessOf } from "../eval/drafts/likeness.ts";
import { LANGS } from "../eval/drafts/situation-drafts.ts";
import { exampleBrand } from "./reply-world.ts";

const brands = [exampleBrand("kenttakauppa"), exampleBrand("lounaspoyta")];
const rows = brands.flatMap((brand, nth) =>
  LANGS.flatMap((lang) =>
    [...brand.playbook.situations, ...(nth === 0 ? baseSituations : [])].map((situation, at) => ({
      brand,
      lang,
      situation,
      channel: at % 2 === 0 ? ("facebook" as const) : ("x" as const),
      name: `${brand.brand} ${lang} ${situation.id}`,
    })),
  ),
);

/** One row in so many: all of them take five minutes, and `npx tsx test/eval/draft-variety.ts` prints them. */
const SAMPLED = 5;

describe("of 200 replies to the same post no two share more than half of their four-word runs", () => {
  it.each(rows.filter((_, at) => at % SAMPLED === 0))(
    "$name on $channel",
    ({ brand, situation, lang, channel }) => {
      expect(likenessOf(brand, situation, { lang, channel, replies: 200, limit: 0.5 })).toMatchObject({
        over: 0,
      });
    },
    60_000,
  );
});
