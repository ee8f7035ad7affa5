import { paginateScan } from "@aws-sdk/lib-dynamodb";
import { client, reach } from "./client.ts";
import type { Row } from "./table.ts";

/**
 * Every row of a brand in a table, read from end to end. For what an operator does by hand, once in a while, with
 * rights of their own: no function may scan, and no role of one holds the right to.
 */
export async function* eachRow(tableName: string, brand: string): AsyncGenerator<Row> {
  const pages = paginateScan(
    { client: client() },
    {
      TableName: tableName,
      ConsistentRead: true,
      FilterExpression: "begins_with(pk, :brand)",
      ExpressionAttributeValues: { ":brand": `${brand}#` },
    },
  )[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await reach(() => pages.next());
    if (done === true) return;
    for (const item of value.Items ?? []) yield { ...item, pk: String(item["pk"]), sk: String(item["sk"]) };
  }
}
