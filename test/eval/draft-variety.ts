import { exampleBrand } from "../language/reply-world.ts";
import { baseSituations } from "./drafts/base-situations.ts";
import { likenessOf } from "./drafts/likeness.ts";
import { LANGS } from "./drafts/situation-drafts.ts";

/** `npx tsx test/eval/draft-variety.ts`: how alike 200 replies to one post are, by situation, language and channel. */
const REPLIES = 200;
const LIMIT = 0.5;
console.log(
  "| brand | language | situation | channel | pairs over .5 | most alike |\n|---|---|---|---|---:|---:|",
);
for (const id of ["kenttakauppa", "lounaspoyta"] as const) {
  const brand = exampleBrand(id);
  for (const lang of LANGS)
    for (const situation of [...brand.playbook.situations, ...(id === "kenttakauppa" ? baseSituations : [])])
      for (const channel of ["facebook", "x"] as const) {
        const { over, most } = likenessOf(brand, situation, {
          lang,
          channel,
          replies: REPLIES,
          limit: LIMIT,
        });
        console.log(`| ${id} | ${lang} | ${situation.id} | ${channel} | ${over} | ${most.toFixed(2)} |`);
      }
}
