import {
  type AnsweredByAccount,
  type AnsweredCustomer,
  answeredByAccount,
  answeredCustomer,
  type Matter,
} from "../../shared/complaint/answered-elsewhere.ts";
import { isConfirmed } from "../../shared/complaint/author-match.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { CaseId } from "../../shared/complaint/ids.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { pointedProduct } from "../../shared/language/pointed-product.ts";
import type { CaseStore } from "../../shared/ports/case-store.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";

type Ports = { readonly cases: CaseStore; readonly mentions: MentionStore };
/** Where the person has the answer to this matter already; in public and in private by different rules. */
export type AnsweredElsewhere = {
  readonly account?: AnsweredByAccount | undefined;
  readonly customer?: AnsweredCustomer | undefined;
};

/** A person with more open matters than this is nobody's ordinary case; the newest are looked at. */
const LOOKED_AT = 6;

export async function readElsewhere(
  file: CaseFile,
  product: string | undefined,
  { account, playbook }: BrandFile,
  ports: Ports,
): Promise<AnsweredElsewhere> {
  const { brand, author, customer, id } = file.case;
  const load = async (ids: readonly CaseId[]): Promise<readonly CaseFile[]> => {
    const files = await Promise.all(
      ids.slice(-LOOKED_AT).flatMap((other) => (other === id ? [] : [ports.cases.load(brand, other)])),
    );
    return files.filter((other) => other !== undefined);
  };
  const ofAccount =
    author === undefined ? [] : await load(await ports.cases.casesOfParticipant(brand, author));
  const matter = async (other: CaseFile): Promise<readonly Matter[]> => {
    const [mention, assessment] = await Promise.all([
      ports.mentions.get(brand, other.case.answerTo),
      ports.mentions.assessmentOf(brand, other.case.answerTo),
    ]);
    // An answer under a comment that is gone cannot be found.
    if (mention === undefined || mention.removedAt !== undefined) return [];
    const pointed = pointedProduct(mention.text ?? "", assessment?.cues ?? [], playbook.priceList);
    return [{ file: other, product: pointed }];
  };
  const byAccount = answeredByAccount(
    { file, product },
    (await Promise.all(ofAccount.filter(hasAnswered).map(matter))).flat(),
    account.timeZone,
  );
  if (byAccount || customer === undefined || !isConfirmed(file.match)) return { account: byAccount };
  const ofCustomer = await ports.cases.casesOfCustomer(brand, customer);
  return { customer: answeredCustomer(file, await load(ofCustomer.map(({ caseId }) => caseId))) };
}

const hasAnswered = ({ deliveries }: CaseFile): boolean => deliveries.some(({ state }) => state === "SENT");
