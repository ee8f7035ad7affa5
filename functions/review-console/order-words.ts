import type { Lang } from "../../shared/complaint/ids.ts";
import { formatMoney } from "../../shared/complaint/money.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import type { StoreOrder } from "../../shared/complaint/promise.ts";
import { placeWords } from "./messages/place-words.ts";

/** What a place is to hand over, in words that its staff can act on. */
export function orderInWords(
  order: Pick<StoreOrder, "kind" | "value" | "handOver">,
  priceList: Playbook["priceList"],
  lang: Lang,
): string {
  const words = placeWords[lang];
  const goods = priceList.find(({ id }) => id === order.handOver)?.names[lang]?.[0];
  const sum = order.value === undefined ? undefined : formatMoney(order.value, lang);
  switch (order.kind) {
    case "exchange":
    case "replacement":
    case "redo":
      return words[order.kind](goods);
    case "refund":
    case "part-refund":
      return words.money(sum);
    case "voucher":
      return words.voucher(sum);
    default:
      return words.agreed;
  }
}

/** What became of a store's no, in plain words, without blame and without for whom. */
export function overturnedInWords(
  decided: {
    readonly kind?: StoreOrder["kind"];
    readonly value?: StoreOrder["value"];
    readonly goods?: string | undefined;
  },
  priceList: Playbook["priceList"],
  lang: Lang,
): string {
  const words = placeWords[lang];
  const isMoney = decided.kind === "refund" || decided.kind === "part-refund";
  const goods = priceList.find(({ id }) => id === decided.goods)?.names[lang]?.[0];
  const sum = decided.value === undefined ? undefined : formatMoney(decided.value, lang);
  return words.overturned(isMoney ? words.decidedMoney(sum) : words.decidedGoods(goods));
}

/** What the staff of the order's store read; the brand's first language where no store is chosen. */
export const placeLang = (order: Pick<StoreOrder, "store">, playbook: Playbook): Lang =>
  playbook.stores.find(({ id }) => id === order.store)?.lang ?? playbook.languages[0] ?? "en";
