import type { Lang } from "../../../../shared/complaint/ids.ts";
import type { Currency } from "../../../../shared/complaint/money.ts";
import { type Difference, isLimit } from "../../../../shared/complaint/playbook-diff.ts";
import { sayDifference } from "../../../../shared/language/playbook-changes.ts";
import { shown } from "../../words.ts";

/** Each difference as a sentence, limits first and strongest. */
export const Changes = (props: {
  differences: readonly Difference[];
  lang: Lang;
  before: Currency;
  after: Currency;
}) =>
  props.differences.length === 0 ? null : (
    <ul class="changes">
      {props.differences.map((difference) => (
        <li class={isLimit(difference.at) ? "limit" : ""}>
          {shown(sayDifference(difference, props.lang, props.before, props.after))}
        </li>
      ))}
    </ul>
  );
