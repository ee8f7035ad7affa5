import type { Playbook } from "../complaint/playbook.ts";
import { firmOfBrand } from "./known-firms.ts";
import { bindNames, type EndsName, endsAnyName, type NameBook } from "./names.ts";

/** Names of a playbook, bound once and kept with it. */
export type PlaybookNames = {
  competitors: NameBook;
  products: NameBook;
  stores: NameBook;
  own: NameBook;
  /** The brand itself, where it is a well-known firm. */
  firm?: string;
  /** Whether a word ends any of these names. */
  ended: EndsName;
};

export function bindPlaybookNames(playbook: Playbook): PlaybookNames {
  const cities = new Map<string, number>();
  const firm = firmOfBrand(playbook.ownNames);
  for (const { city } of playbook.stores) cities.set(city, (cities.get(city) ?? 0) + 1);
  const books = {
    competitors: bindNames(
      playbook.competitors.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] })),
    ),
    products: bindNames(
      playbook.priceList.map(({ id, names }) => ({
        id,
        names: [...(names.en ?? []), ...(names.fi ?? []), ...(names.sv ?? [])],
      })),
    ),
    // A town names a store only where the brand has one store in it.
    stores: bindNames(
      playbook.stores.map(({ id, name, city }) => ({
        id,
        names: cities.get(city) === 1 ? [name, city] : [name],
      })),
    ),
    own: bindNames([{ id: "own", names: [...playbook.ownNames, ...playbook.hashtags] }]),
  };
  return {
    ...books,
    ended: endsAnyName([books.competitors, books.products, books.stores, books.own]),
    ...(firm === undefined ? {} : { firm }),
  };
}
