import type { Channel, Lang } from "../../../shared/complaint/ids.ts";
import type { BrandFile, Situation } from "../../../shared/complaint/playbook.ts";
import { compose } from "../../../shared/language/compose.ts";
import { jaccardOfGrams } from "../../../shared/language/word-grams.ts";
import { inputOf } from "./situation-drafts.ts";

export type Likeness = { readonly pairs: number; readonly over: number; readonly most: number };

/** Replies to one post that says nothing that could be said back: the hardest case. Each knows those before it. */
export function likenessOf(
  brand: BrandFile,
  situation: Situation,
  about: { readonly lang: Lang; readonly channel: Channel; readonly replies: number; readonly limit: number },
): Likeness {
  const sent: string[] = [];
  let over = 0;
  let most = 0;
  for (let at = 0; at < about.replies; at++) {
    const { lang, channel } = about;
    const input = inputOf(brand, situation, { lang, channel, text: ".", seed: `like-${at}` });
    const text = compose({ ...input, recent: [...sent] }).public;
    for (const other of sent) {
      const alike = jaccardOfGrams(text, other);
      if (alike > about.limit) over += 1;
      most = Math.max(most, alike);
    }
    sent.push(text);
  }
  return { pairs: (sent.length * (sent.length - 1)) / 2, over, most };
}
