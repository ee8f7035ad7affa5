import type { BrandId } from "../../shared/complaint/ids.ts";
import type { Customer, Purchase } from "../../shared/complaint/relationship.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { PurchaseRecorded } from "../../shared/events/purchase-recorded.ts";
import { PurchaseMade } from "../../shared/events/shop-events.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { CustomerRecords } from "../../shared/ports/purchase-history.ts";
import { Malformed, NotConfigured } from "../../shared/runtime/errors.ts";

export type RecordPorts = {
  readonly records: Pick<CustomerRecords, "currencyOf" | "recordPurchase" | "countSold">;
  readonly clock: Clock;
};

/** Nowhere is it later than fourteen hours after UTC. */
const AHEAD_MS = 14 * 3_600_000;

/**
 * Stores one line that a shop has told of, and tells on that it is there. The same line twice is one line, and tells the
 * same event. A line that the brand cannot have sold is refused before anything is written.
 *
 * @throws {Malformed} when the buyer is not the customer of the purchase, the day lies ahead, or the currency is another
 * @throws {NotConfigured} when nobody has stated the brand's currency yet
 */
export async function recordPurchaseStep(
  heard: {
    readonly brand: BrandId;
    readonly purchase: Purchase;
    readonly buyer?: Customer | undefined;
    readonly occurredAt: string;
    readonly causedBy: string;
  },
  { records, clock }: RecordPorts,
): Promise<readonly DomainEvent[]> {
  const { brand, purchase, buyer, occurredAt, causedBy } = heard;
  const refuse = (issue: string): never => {
    throw new Malformed(PurchaseMade.detailType, [issue]);
  };
  if (buyer !== undefined && buyer.id !== purchase.customer)
    refuse("data.buyer.id: is not the customer of the purchase");
  const latest = new Date(Date.parse(clock.now()) + AHEAD_MS).toISOString().slice(0, 10);
  if (purchase.date > latest) refuse("data.purchase.date: lies in the future");
  const currency = await records.currencyOf(brand);
  if (currency === undefined)
    throw new NotConfigured(
      `No currency is stated for ${brand}: run "shopkeeper import --brand FILE" with its customers once.`,
    );
  if (purchase.currency !== currency) refuse("data.purchase.currency: is not the brand's");
  await records.recordPurchase(brand, purchase, buyer);
  await records.countSold(brand, clock.now());
  return [
    PurchaseRecorded.make(
      { brand, occurredAt, causedBy, key: `${purchase.customer}:${purchase.id}` },
      { customerId: purchase.customer, purchaseId: purchase.id },
    ),
  ];
}
