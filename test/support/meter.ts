import * as z from "zod";
import { client } from "../../shared/adapters/dynamodb/client.ts";

/** What one call to DynamoDB took. Sizes are as DynamoDB counts an item: names and values, in UTF-8. */
type Consumed = { operation: string; units: number; largestItem: number; isCut: boolean };

const Capacity = z.looseObject({ CapacityUnits: z.number() });
const Output = z.looseObject({
  ConsumedCapacity: z.union([Capacity, z.array(Capacity)]).optional(),
  Items: z.array(z.record(z.string(), z.unknown())).optional(),
  LastEvaluatedKey: z.unknown().optional(),
});

/** Has every call of this process say what it consumes; the stores know nothing of it. Empty the list to begin anew. */
export function meterReads(): Consumed[] {
  const consumed: Consumed[] = [];
  client().middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(args);
      const output = Output.parse(answer.output);
      const units = [output.ConsumedCapacity ?? []].flat();
      consumed.push({
        operation: String(context["commandName"]),
        units: units.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0),
        largestItem: Math.max(0, ...(output.Items ?? []).map(sizeOf)),
        isCut: output.LastEvaluatedKey !== undefined,
      });
      return answer;
    },
    { step: "initialize" },
  );
  return consumed;
}

/** Amazon DynamoDB Developer Guide, "Item sizes and formats", for texts and bytes. */
const sizeOf = (item: Record<string, unknown>): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) =>
      sum +
      Buffer.byteLength(name) +
      (value instanceof Uint8Array ? value.length : Buffer.byteLength(String(value))),
    0,
  );
