import { queryKeys } from "../../shared/complaint/blocking.ts";
import type { CustomerId } from "../../shared/complaint/ids.ts";
import type { MatchFacts } from "../../shared/complaint/match-author.ts";
import { sharesOf } from "../../shared/complaint/match-shares.ts";
import { compareTokens, nameTokens } from "../../shared/complaint/names.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { asPurchases } from "../../shared/complaint/purchase-facts.ts";
import {
  type Counts,
  MOST_COUNTED_WORDS,
  type PurchaseHistory,
} from "../../shared/ports/purchase-history.ts";

/**
 * Who could have written under this name, with what a match compares, and how rare the name and the goods are: at most three queries
 * and one look at eight counts, however large the register. Nobody without a name.
 *
 * @param ruledOut customers of whom an agent has said that it is not them
 */
export async function readCandidates(
  name: string | undefined,
  { brand, account, playbook }: BrandFile,
  ruledOut: readonly CustomerId[],
  history: Pick<PurchaseHistory, "customersByNameKeys" | "population">,
): Promise<Pick<MatchFacts, "candidates" | "population">> {
  if (name === undefined) return { candidates: [], population: { customers: 0, nameFrequency: () => 0 } };
  const sold = [
    ...playbook.priceList.flatMap((line) => [line.id, line.category]),
    ...playbook.stores.map((store) => store.id),
  ];
  const found = await history.customersByNameKeys(brand, queryKeys(name), sold);
  const candidates = found
    .filter(({ customer }) => !ruledOut.includes(customer.id))
    .map(({ customer, facts }) => ({
      customer,
      purchases: asPurchases(facts, customer.id, account.currency),
    }));
  const words = countedWords(
    name,
    candidates.map(({ customer }) => customer.name ?? ""),
  );
  return { candidates, population: frequencies(words, await history.population(brand, words, sold)) };
}

/**
 * The words whose frequency weighs: those of the writer's name, then the forms of them that candidates bear, the most
 * common first. Words that agree only by their initial or by a slip weigh the same however rare they are.
 */
export function countedWords(name: string, onFile: readonly string[]): string[] {
  const written = [...new Set(nameTokens(name))];
  const forms = new Map<string, number>();
  for (const token of onFile.flatMap(nameTokens)) {
    if (written.includes(token)) continue;
    const isForm = written.some((word) => ["variant", "nickname"].includes(compareTokens(word, token) ?? ""));
    if (isForm) forms.set(token, (forms.get(token) ?? 0) + 1);
  }
  const commonFirst = [...forms].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [...written, ...commonFirst.map(([token]) => token)].slice(0, MOST_COUNTED_WORDS);
}

/** A form that was not counted is taken to be as common as the most common that was: never rarer than it is. */
function frequencies(words: readonly string[], counts: Counts): MatchFacts["population"] {
  const share = (count: number) => count / Math.max(1, counts.customers);
  const counted = new Set(words);
  const highest = Math.max(0, ...counts.carrying.values());
  return {
    customers: counts.customers,
    nameFrequency: (word) => share(counted.has(word) ? (counts.carrying.get(word) ?? 0) : highest),
    ...(counts.sold === undefined ? {} : { shares: sharesOf(counts.sold) }),
  };
}
