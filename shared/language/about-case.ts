import type { Assessment } from "../complaint/assessment.ts";
import type { CaseFile } from "../complaint/case-file.ts";
import type { AboutCase } from "../complaint/incident.ts";
import type { Mention } from "../complaint/mention.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { pointedProduct } from "./pointed-product.ts";

/** One of the case's mentions, as far as it still stands, and what reading it gave. */
export type ReadPost = {
  readonly mention: Mention | undefined;
  readonly assessment: Assessment | undefined;
};

/** What the posts of a case say, as an incident asks it: the words, and the products and stores that they name. */
export function aboutCase(
  { case: of }: Pick<CaseFile, "case">,
  posts: readonly ReadPost[],
  { priceList }: Pick<Playbook, "priceList">,
): AboutCase {
  const named = new Set<string>();
  for (const { mention, assessment } of posts) {
    const cues = assessment?.cues ?? [];
    for (const { kind, entity } of cues)
      if (entity !== undefined && (kind === "product" || kind === "place")) named.add(entity);
    const product = pointedProduct(mention?.text ?? "", cues, priceList);
    if (product !== undefined) named.add(product);
  }
  return {
    lane: of.lane,
    situation: of.situation,
    texts: posts.flatMap(({ mention }) => (mention?.text === undefined ? [] : [mention.text])),
    named,
    postedAt:
      posts.findLast(({ mention }) => mention?.id === of.answerTo)?.mention?.postedAt ?? of.waitingSince,
  };
}
