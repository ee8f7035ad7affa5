import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Unavailable } from "../../runtime/errors.ts";

// Two clients would hold two connection pools; the process needs one.
let documents: DynamoDBDocumentClient | undefined;
export const client = (): DynamoDBDocumentClient => {
  documents ??= DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 4 }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return documents;
};

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");

/** A no of the condition passes through; what retrying can heal becomes `Unavailable`; the rest is a bug. */
export async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const lasting = [
      "ConditionalCheckFailedException",
      "ValidationException",
      "ResourceNotFoundException",
      "AccessDeniedException",
      "TransactionCanceledException",
    ];
    if (lasting.includes(nameOf(error))) throw error;
    throw new Unavailable(`DynamoDB: ${nameOf(error) || "no answer"}`, { cause: error });
  }
}
