import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { pick, type Random } from "../../../infra/local/seed/random.ts";
import type { PeopleMaker, Person } from "./people.ts";

export type Bought = {
  customer: string;
  date: string;
  amountMinor: number;
  currency: "EUR";
  product: string;
  category: string;
  store: string;
  /** The finer sort, for telling of it in words; not in the register. */
  sort: string;
  brand: string;
};
export type Shopper = { id: string; city: string; person: Person; since?: string };
export type Shop = {
  customers: Shopper[];
  purchases: Bought[];
  historyOf: ReadonlyMap<string, readonly Bought[]>;
};

/** Stores have no place in the set: these are theirs. In the nominative, the form for in, the form for from. */
export const PLACES: readonly (readonly [string, string, string])[] = (
  "Tampere Tampereella Tampereelta|Turku Turussa Turusta|Oulu Oulussa Oulusta|Lahti Lahdessa Lahdesta|Kuopio Kuopiossa Kuopiosta|" +
  "Pori Porissa Porista|Jyväskylä Jyväskylässä Jyväskylästä|Vaasa Vaasassa Vaasasta|Joensuu Joensuussa Joensuusta|" +
  "Lappeenranta Lappeenrannassa Lappeenrannasta|Hämeenlinna Hämeenlinnassa Hämeenlinnasta|Rovaniemi Rovaniemellä Rovaniemeltä|" +
  "Mikkeli Mikkelissä Mikkelistä|Kajaani Kajaanissa Kajaanista|Seinäjoki Seinäjoella Seinäjoelta|Kouvola Kouvolassa Kouvolasta|" +
  "Porvoo Porvoossa Porvoosta|Kotka Kotkassa Kotkasta|Rauma Raumalla Raumalta|Kokkola Kokkolassa Kokkolasta|Kemi Kemissä Kemistä|" +
  "Imatra Imatralla Imatralta|Savonlinna Savonlinnassa Savonlinnasta|Varkaus Varkaudessa Varkaudesta|Iisalmi Iisalmessa Iisalmesta|" +
  "Raahe Raahessa Raahesta|Tornio Torniossa Torniosta|Hyvinkää Hyvinkäällä Hyvinkäältä|Järvenpää Järvenpäässä Järvenpäästä|" +
  "Kerava Keravalla Keravalta|Nurmijärvi Nurmijärvellä Nurmijärveltä|Kirkkonummi Kirkkonummella Kirkkonummelta|Lohja Lohjalla Lohjalta|" +
  "Vantaa Vantaalla Vantaalta|Espoo Espoossa Espoosta|Kamppi Kampissa Kampista|Itäkeskus Itäkeskuksessa Itäkeskuksesta|" +
  "Sello Sellossa Sellosta|Jumbo Jumbossa Jumbosta|Ratina Ratinassa Ratinasta|Skanssi Skanssissa Skanssista|Mylly Myllyssä Myllystä|" +
  "Veturi Veturissa Veturista|Matkus Matkuksessa Matkuksesta|Goodman Goodmanissa Goodmanista|Willa Willassa Willasta|" +
  "Kaari Kaaressa Kaaresta|Redi Redissä Redistä|Tripla Triplassa Triplasta|Hertsi Hertsissä Hertsistä|Ainoa Ainoassa Ainoasta|" +
  "Lippulaiva Lippulaivassa Lippulaivasta|Elo Elossa Elosta|Duo Duossa Duosta|Koskikeskus Koskikeskuksessa Koskikeskuksesta|" +
  "Valkea Valkeassa Valkeasta|Ideapark Ideaparkissa Ideaparkista|Karisma Karismassa Karismasta|Trio Triossa Triosta|" +
  "Forum Forumissa Forumista|Columbus Columbuksessa Columbuksesta|Malmi Malmilla Malmilta|Pasila Pasilassa Pasilasta|" +
  "Kalasatama Kalasatamassa Kalasatamasta|Tapiola Tapiolassa Tapiolasta|Leppävaara Leppävaarassa Leppävaarasta"
)
  .split("|")
  .map((forms) => {
    const [name = "", inside = "", from = ""] = forms.split(" ");
    return [name, inside, from];
  });
export const ONLINE = "Online";

/**
 * A register of one half of the customers, with invented names and towns, and with places for the stores.
 *
 * @param folder customers.dev.csv.gz, sales.dev.csv.gz, products.csv.gz of the set
 * @param half 0 or 1
 * @param by which column is the category: eight wide ones, or thirty-two narrow ones
 */
export function shopFrom(
  folder: string,
  half: 0 | 1,
  by: "Category" | "Subcategory",
  random: Random,
  people: PeopleMaker,
): Shop {
  const read = (file: string) =>
    parse(gunzipSync(readFileSync(path.join(folder, file))), {
      columns: true,
      skip_empty_lines: true,
      relax_column_count: true,
      encoding: "latin1",
    }) as Record<string, string>[];
  const customers = read("customers.dev.csv.gz")
    .filter((_, at) => at % 2 === half)
    .map(
      (row): Shopper => ({
        id: row["CustomerKey"] ?? "",
        city: pick(random, PLACES.slice(0, 35))[0],
        person: people(random),
      }),
    );
  const ids = new Map(customers.map((one) => [one.id, one]));
  const products = new Map(read("products.csv.gz").map((row) => [row["ProductKey"] ?? "", row]));
  const historyOf = new Map<string, Bought[]>();
  const purchases = read("sales.dev.csv.gz").flatMap((row): Bought[] => {
    const line = products.get(row["ProductKey"] ?? "");
    const customer = row["CustomerKey"] ?? "";
    if (line === undefined || !ids.has(customer)) return [];
    const [month = "", day = "", year = ""] = (row["Order Date"] ?? "").split("/");
    const price = Math.round(Number((line["Unit Price USD"] ?? "").replace(/[$, ]/g, "")) * 100);
    const at = Number(row["StoreKey"]);
    const bought: Bought = {
      customer,
      date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
      amountMinor: price * Number(row["Quantity"]),
      currency: "EUR",
      product: line["Product Name"] ?? "",
      category: line[by] ?? "",
      store: at === 0 ? ONLINE : (PLACES[at - 1]?.[0] ?? ONLINE),
      sort: line["Subcategory"] ?? "",
      brand: line["Brand"] ?? "",
    };
    const of = historyOf.get(customer);
    if (of === undefined) historyOf.set(customer, [bought]);
    else of.push(bought);
    return [bought];
  });
  return {
    customers: customers.map((one) => {
      const first = historyOf
        .get(one.id)
        ?.map(({ date }) => date)
        .toSorted()[0];
      return first === undefined ? one : { ...one, since: first };
    }),
    purchases,
    historyOf,
  };
}
