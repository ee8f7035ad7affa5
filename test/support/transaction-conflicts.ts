import * as z from "zod";

export type Answer = { readonly status: number; readonly body: string };
/** Answers a transaction, or lets it through. `met` counts those that were turned away. */
export type Conflicts = {
  answer(text: string, through: () => Promise<Answer>): Promise<Answer>;
  readonly met: number;
};

const Key = z.looseObject({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) });
const Asked = z.looseObject({
  TransactItems: z.array(
    z.record(z.string(), z.looseObject({ TableName: z.string(), Key: Key.optional(), Item: Key.optional() })),
  ),
});

/**
 * What DynamoDB does with transactions that touch one item at the same time: the first goes on, the others are
 * cancelled with TransactionConflict (Developer Guide, "Transaction conflict handling"). A local DynamoDB takes them
 * one after the other and never shows it.
 *
 * @param lastsMs how long a transaction stays on its items
 */
export function conflictsWhileItLasts(lastsMs: number): Conflicts {
  const busy = new Set<string>();
  let met = 0;
  return {
    get met() {
      return met;
    },
    async answer(text, through) {
      const touched = Asked.parse(JSON.parse(text)).TransactItems.map(itemOf);
      if (touched.some((item) => busy.has(item))) {
        met++;
        return cancelled(touched.map((item) => (busy.has(item) ? "TransactionConflict" : "None")));
      }
      for (const item of touched) busy.add(item);
      try {
        await new Promise((done) => setTimeout(done, lastsMs));
        return await through();
      } finally {
        for (const item of touched) busy.delete(item);
      }
    },
  };
}

function itemOf(action: Readonly<Record<string, z.infer<typeof Asked>["TransactItems"][number][string]>>) {
  const [of] = Object.values(action);
  const key = of?.Key ?? of?.Item;
  return `${of?.TableName} ${key?.pk.S} ${key?.sk.S}`;
}

const cancelled = (codes: readonly string[]): Answer => ({
  status: 400,
  body: JSON.stringify({
    __type: "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(", ")}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
  }),
});
