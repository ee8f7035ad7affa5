import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";

/** Every row of a table, sorted by key; for tests, since nothing in the product may scan. */
export async function wholeTable(endpoint: string, TableName: string): Promise<Record<string, unknown>[]> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: "eu-north-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    }),
  );
  const rows: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) rows.push(...Items);
  client.destroy();
  const place = ({ pk, sk }: Record<string, unknown>) => `${pk} ${sk}`;
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}
