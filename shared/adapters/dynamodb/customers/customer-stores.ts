import type { CustomerRecords, PurchaseHistory } from "../../../ports/purchase-history.ts";
import { tableBatches } from "../batches.ts";
import { dynamoTable } from "../table.ts";
import { customerKeys } from "./customer-keys.ts";
import { customerRecords } from "./customer-records.ts";
import { knownCustomers } from "./known-customers.ts";
import { writerLookUp } from "./writer-look-up.ts";

/**
 * Customers and purchases.
 *
 * @param tableName the table's name in the account
 * @param nameKey secret of the blind index over names
 */
export function customerStores(tableName: string, nameKey: string): PurchaseHistory & CustomerRecords {
  const table = dynamoTable(tableName);
  const batches = tableBatches(tableName);
  const keys = customerKeys(nameKey);
  return {
    ...knownCustomers(table),
    ...writerLookUp(table, batches, keys),
    ...customerRecords(table, batches, keys),
  };
}
