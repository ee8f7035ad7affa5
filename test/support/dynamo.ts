import { createTables, startDynamo } from "../../infra/local/dynamo.ts";

/** Names of the tables that `withDynamo` makes. */
export const CARE_TABLE = "care";
export const CUSTOMERS_TABLE = "customers";

/**
 * A real DynamoDB API in memory with both tables, and the environment in which the SDK finds it.
 * Call before the first store is used; one per test file.
 */
export async function withDynamo(): Promise<{ endpoint: string; close(): Promise<void> }> {
  const dynamo = await startDynamo();
  await createTables(dynamo.endpoint, { care: CARE_TABLE, customers: CUSTOMERS_TABLE });
  process.env["AWS_ENDPOINT_URL_DYNAMODB"] = dynamo.endpoint;
  process.env["AWS_REGION"] = "eu-north-1";
  process.env["AWS_ACCESS_KEY_ID"] = "local";
  process.env["AWS_SECRET_ACCESS_KEY"] = "local";
  return dynamo;
}
