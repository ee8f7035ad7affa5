import { Lang, MentionId } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { assess } from "../../shared/language/assess.ts";
import { pointedProduct } from "../../shared/language/pointed-product.ts";

const MENTION = MentionId.parse("facebook:0");

/** What the detecting step reads in the text of a row, and the line of the price list that it points at. */
export function readRow(
  row: { readonly text: string; readonly lang?: string | undefined },
  playbook: Playbook,
  now: string,
) {
  const said = Lang.safeParse(row.lang).data;
  const assessment = assess(
    {
      mention: MENTION,
      revision: 0,
      text: row.text,
      hasMedia: false,
      playbook,
      ...(said === undefined ? {} : { pageLang: said }),
    },
    now,
  );
  return { said, assessment, product: pointedProduct(row.text, assessment.cues, playbook.priceList) };
}
