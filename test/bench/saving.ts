import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { advance } from "../../shared/complaint/advance.ts";
import { CARE_TABLE, withDynamo } from "../support/dynamo.ts";
import { aDraftedCase, shop } from "../support/world.ts";
import type { Row } from "./clock.ts";

const SAVES = 300;

/** One step of a case saved (three items, one condition), against the same three items written with the bare SDK. */
export async function benchSaving(): Promise<readonly Row[]> {
  const dynamo = await withDynamo();
  const { cases } = careStores(CARE_TABLE);
  const bare = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: dynamo.endpoint }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const at = "2026-11-20T10:00:00.000Z";
  const file = aDraftedCase("facebook", "1", at);
  await cases.open(
    file.case,
    { brand: shop, channel: "facebook", rootId: file.case.rootId, person: file.case.rootId },
    { at, event: { detailType: "case-assessed.v1", detail: {} } },
  );
  let standing = file.case;
  const ours = await rate(async () => {
    const next = advance(standing, at, {});
    await cases.save({ next, decision: file.decision, audit: [{ at, by: "shopkeeper", did: "decided" }] });
    if (next.stage === "drafted") standing = next;
  });
  let version = 0;
  const rival = await rate(async () => {
    version += 1;
    await bare.send(
      new TransactWriteCommand({
        TransactItems: ["case", "decision", `audit#${version}`].map((sk) => ({
          Put: { TableName: CARE_TABLE, Item: { pk: "bare", sk, body: file.decision, version } },
        })),
      }),
    );
  });
  bare.destroy();
  await dynamo.close();
  return [
    { what: "saving a step of a case, saves a second (the bare SDK, same items)", ours, rival, unit: "/s" },
  ];
}

async function rate(work: () => Promise<void>): Promise<number> {
  for (let warm = 0; warm < 20; warm++) await work();
  const from = performance.now();
  for (let save = 0; save < SAVES; save++) await work();
  return (SAVES * 1000) / (performance.now() - from);
}
