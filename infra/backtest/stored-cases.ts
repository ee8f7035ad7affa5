import * as z from "zod";
import { knownCustomers } from "../../shared/adapters/dynamodb/customers/known-customers.ts";
import { eachRow } from "../../shared/adapters/dynamodb/each-row.ts";
import { lifetimeStore } from "../../shared/adapters/dynamodb/lifetime-store.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { dynamoTable } from "../../shared/adapters/dynamodb/table.ts";
import type { Pair } from "../../shared/complaint/backtest/comparison.ts";
import type { TriedVersion } from "../../shared/complaint/backtest/replay.ts";
import { budgetPeriods } from "../../shared/complaint/budget.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import { type BrandId, CaseId, type Instant, Instant as InstantOf } from "../../shared/complaint/ids.ts";
import type { LifetimeModel } from "../../shared/complaint/lifetime/lifetime-model.ts";
import type { Purchase, Relationship } from "../../shared/complaint/relationship.ts";
import { valueRelationship } from "../../shared/complaint/relationship-value.ts";
import { pointedProduct } from "../../shared/language/pointed-product.ts";
import { type Days, isWithin, type PastCase, valuesAlike } from "./past-case.ts";
import { rememberedPurchase, rememberedRelationship } from "./remembered.ts";

export type Tables = { readonly care: string; readonly customers: string };
export type CasePlace = { readonly id: CaseId; readonly at: Instant };

/** Cases that are read ahead of the one that is replayed; they wait for the network, not for us. */
const READ_AHEAD = 16;

const Head = z.object({ body: z.object({ id: CaseId, openedAt: InstantOf }) });

/**
 * The brand's cases in order of the time at which they were opened. Reads the care table from end to end, with the
 * rights of who runs it, and holds an id and a time of each case.
 *
 * @param onRow called for each row of the brand
 */
export async function storedOrder(
  tables: Tables,
  brand: BrandId,
  days: Days & { readonly timeZone: string },
  onRow: () => void,
): Promise<readonly CasePlace[]> {
  const places: CasePlace[] = [];
  for await (const row of eachRow(tables.care, brand)) {
    onRow();
    if (row.sk !== "case") continue;
    const { id, openedAt: at } = Head.parse(row).body;
    if (isWithin(budgetPeriods(at, days.timeZone).day, days)) places.push({ id, at });
  }
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return places.toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

/** What stands of each case: situation, cues, match, relationship, and the purchases of the customer it is linked to. */
export async function* storedCases(
  places: readonly CasePlace[],
  brand: BrandId,
  tables: Tables,
  versions: Pair<TriedVersion>,
): AsyncGenerator<PastCase> {
  const care = careStores(tables.care);
  const { purchasesOf } = knownCustomers(dynamoTable(tables.customers));
  const model = await lifetimeStore(tables.customers).active(brand);
  const alike = valuesAlike(versions);
  const read = async ({ id, at }: CasePlace): Promise<PastCase | undefined> => {
    const file = await care.cases.load(brand, id);
    if (file === undefined) return undefined;
    const { answerTo, author, customer, lane, situation, stopCase } = file.case;
    const [mention, assessment, bought] = await Promise.all([
      care.mentions.get(brand, answerTo),
      care.mentions.assessmentOf(brand, answerTo),
      customer === undefined ? undefined : purchasesOf(brand, customer),
    ]);
    const cues = assessment?.cues ?? [];
    const purchases = bought ?? rememberedPurchase(file.decision);
    const readUnder = (version: TriedVersion) => ({
      assessment: { lane, cues, situation, stopCase },
      match: file.match,
      purchases,
      product:
        mention?.text === undefined
          ? listedIn(file)
          : pointedProduct(mention.text, cues, version.playbook.priceList),
      person: { customer, author, mention: answerTo },
      relationship: worthOf(file, purchases, version, { alike, model, at }),
    });
    const signedBy = file.approvals.at(-1)?.by;
    return { id, at, signedBy, before: readUnder(versions.before), after: readUnder(versions.after) };
  };
  for (let from = 0; from < places.length; from += READ_AHEAD) {
    const ahead = await Promise.all(places.slice(from, from + READ_AHEAD).map(read));
    for (const each of ahead) if (each !== undefined) yield each;
  }
}

/** The words are gone: the product is the one whose listed price the case was decided by. */
function listedIn({ decision }: CaseFile): string | undefined {
  if (decision?.outcome !== "remedy" && decision?.outcome !== "escalate") return undefined;
  const from = (decision.outcome === "remedy" ? decision.remedy : decision.proposal).priceFrom;
  return from?.kind === "price-list" ? from.id : undefined;
}

/**
 * The stored figures, where both versions value alike. Else both are valued anew from the purchases as of that day, so
 * that a difference between the two comes from the playbook and not from how it was reckoned.
 */
function worthOf(
  file: CaseFile,
  purchases: readonly Purchase[],
  { playbook, currency }: TriedVersion,
  by: { readonly alike: boolean; readonly model: LifetimeModel | undefined; readonly at: Instant },
): (failedBefore: boolean) => Relationship {
  const stored = file.relationship ?? rememberedRelationship(file.decision, currency, by.at);
  if (stored !== undefined && (by.alike || file.relationship === undefined)) return () => stored;
  const { customer } = file.case;
  const since = file.relationship?.since;
  return (failedBefore) =>
    valueRelationship({
      ...(customer === undefined
        ? {}
        : { customer: { id: customer, ...(since === undefined ? {} : { since }) } }),
      purchases: customer === undefined ? [] : purchases,
      ownFailuresLast90Days: failedBefore ? 1 : 0,
      playbook,
      currency,
      now: stored?.computedAt ?? by.at,
      model: purchases.length === 0 ? undefined : by.model,
    });
}
