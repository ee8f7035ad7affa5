import * as z from "zod";

/** How days are written in a shop's export. A time of day behind the date is passed over. */
export const DateFormat = z.enum(["yyyy-mm-dd", "yyyymmdd", "dd.mm.yyyy", "dd/mm/yyyy", "mm/dd/yyyy"]);
export type DateFormat = z.infer<typeof DateFormat>;

const Column = z.string().min(1).max(200);

/**
 * How a brand's exports are written, for `shopkeeper import`: the name of each column where it is not our own, and how
 * days and sums are written. Of `amount` (12,50) and `amountMinor` (1250) a file has one.
 */
export const ImportLayout = z.strictObject({
  /** Between the columns of a CSV file. */
  delimiter: z.string().length(1).default(","),
  decimal: z.enum([",", "."]).default("."),
  date: DateFormat.default("yyyy-mm-dd"),
  customers: z
    .strictObject({
      id: Column.default("id"),
      name: Column.default("name"),
      city: Column.default("city"),
      since: Column.default("since"),
    })
    .prefault({}),
  purchases: z
    .strictObject({
      id: Column.default("id"),
      customer: Column.default("customer"),
      date: Column.default("date"),
      product: Column.default("product"),
      category: Column.default("category"),
      store: Column.default("store"),
      amount: Column.default("amount"),
      amountMinor: Column.default("amountMinor"),
      currency: Column.default("currency"),
    })
    .prefault({}),
});
export type ImportLayout = z.infer<typeof ImportLayout>;

/** Our own names, comma and full stop. */
export const defaultLayout: ImportLayout = ImportLayout.parse({});
