import type { Playbook } from "../complaint/playbook.ts";
import { tradeOf } from "./known-firms.ts";
import {
  bindNames,
  type EndsName,
  endsAnyName,
  findNames,
  type NameBook,
  type NameFound,
  placesOfNames,
} from "./names.ts";
import type { Token } from "./tokens.ts";

/** Names of a playbook, bound once and kept with it. */
export type PlaybookNames = {
  competitors: NameBook;
  products: NameBook;
  stores: NameBook;
  own: NameBook;
  /** Where the brand itself is well known. */
  trade?: string;
  /** Whether a word ends any of these names. */
  ended: EndsName;
};

export function bindPlaybookNames(playbook: Playbook): PlaybookNames {
  const cities = new Map<string, number>();
  const trade = tradeOf(playbook.ownNames);
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
    ...(trade === undefined ? {} : { trade }),
  };
}

/** Who of the brand and its rivals is named in a text, and where any of the playbook's names can end. */
export type FirmsFound = {
  places: readonly number[];
  competitors: readonly NameFound[];
  own: readonly NameFound[];
};

export function findFirms(names: PlaybookNames, tokens: readonly Token[]): FirmsFound {
  const places = placesOfNames(names, tokens);
  return {
    places,
    competitors: findNames(names.competitors, tokens, { places }),
    own: findNames(names.own, tokens, { places }),
  };
}
