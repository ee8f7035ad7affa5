import { createHash, randomBytes } from "node:crypto";
import type { BrandId, Instant } from "../complaint/ids.ts";
import type { StoreNote, StoreOrder } from "../complaint/promise.ts";
import type { OrderLink, OrderLinks } from "../ports/order-links.ts";
import { later } from "./clock.ts";

/** 256 bits: nobody finds one by trying. */
const TOKEN_BYTES = 32;
/** What was handed over on the last day may be written down in the week after it. */
const OPEN_AFTER_LAST_DAY_MS = 7 * 86_400_000;

/** The store holds the hash: reading the table gives nobody a link. */
const keyOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** A note may lie a month before somebody reads it. */
const NOTE_OPEN_MS = 30 * 86_400_000;

/**
 * A new link to an order, for the place alone. It names neither the customer nor the case. Several may stand for one
 * order; the order is settled once, whichever is used.
 *
 * @param origin the console's, such as `https://care.example`
 */
export const makeOrderLink = (order: StoreOrder, links: OrderLinks, origin: string): Promise<string> =>
  makeLink(order, { opens: "order", expiresAt: later(order.by, OPEN_AFTER_LAST_DAY_MS) }, links, origin);

/** A new link to what a store is told, for that store alone. */
export const makeNoteLink = (note: StoreNote, links: OrderLinks, origin: string): Promise<string> =>
  makeLink(note, { opens: "note", expiresAt: later(note.at, NOTE_OPEN_MS) }, links, origin);

async function makeLink(
  { brand, caseId, approvalId }: Pick<OrderLink, "brand" | "caseId" | "approvalId">,
  opening: Pick<OrderLink, "opens" | "expiresAt">,
  links: OrderLinks,
  origin: string,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await links.put(keyOf(token), { brand, caseId, approvalId, ...opening });
  return `${origin}/place/${brand}/${token}`;
}

/** Where a link leads; undefined for one that we did not give out, or that has expired. */
export const findOrderLink = (
  brand: BrandId,
  token: string,
  links: OrderLinks,
  now: Instant,
): Promise<OrderLink | undefined> => links.get(brand, keyOf(token), now);
