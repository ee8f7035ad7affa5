import * as z from "zod";
import { BrandId, Instant } from "../complaint/ids.ts";
import { Customer, Purchase } from "../complaint/relationship.ts";
import type { EventContract } from "./define-event.ts";

/** The source of what a shop's own systems put on the bus. Their role may send this and nothing of ours. */
export const SHOP_SOURCE = "shop";

/**
 * What a shop tells of one line of a receipt. It is input from outside and the only thing on the bus that holds a sum
 * and may hold a name: one step hears it, stores it, and tells on with ids alone. A return has a negative amount.
 * `buyer` brings a customer who may not be known yet.
 */
const detail = z.object({
  meta: z.object({ id: z.string().min(1).max(200), occurredAt: Instant, brand: BrandId }),
  data: z.object({
    purchase: Purchase.extend({
      id: z.string().min(1).max(80),
      product: z.string().min(1).max(120),
      category: z.string().min(1).max(120),
      store: z.string().min(1).max(120).optional(),
      amountMinor: z.int().min(-1_000_000_000).max(1_000_000_000),
    }),
    buyer: Customer.extend({
      name: z.string().max(120).optional(),
      city: z.string().max(120).optional(),
    }).optional(),
  }),
});

const detailType = "purchase-made.v1";
export const PurchaseMade = {
  name: "purchase-made",
  version: 1,
  detailType,
  detail,
  pattern: { source: [SHOP_SOURCE], detailType: [detailType] },
} as const satisfies EventContract;

/** Everything that comes from a shop. */
export const shopCatalogue = { PurchaseMade } as const;
