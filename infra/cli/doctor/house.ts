import { keys } from "../../../shared/adapters/dynamodb/keys.ts";
import type { Table } from "../../../shared/adapters/dynamodb/table.ts";
import type { BrandFile } from "../../../shared/complaint/playbook.ts";
import type { BrandStore } from "../../../shared/ports/brand-store.ts";
import { NotConfigured } from "../../../shared/runtime/errors.ts";
import { type Finding, ill, well, wordsOf } from "./finding.ts";

/** What a channel's poller reads, each with a cursor of its own. */
const STREAMS = { facebook: ["feed", "messages"], x: ["mentions", "search", "messages"] } as const;
/** A stream that moved longer ago than this has stopped. */
const STALE_MINUTES = 15;

export const NO_TABLE = "does not exist";

/** @param name as in the account */
export async function checkTable(name: string, table: Pick<Table, "get">): Promise<Finding> {
  try {
    await table.get({ pk: "doctor", sk: "doctor" });
    return well(`table ${name}`, "answers");
  } catch (error) {
    const missing = error instanceof Error && error.name === "ResourceNotFoundException";
    return ill(
      `table ${name}`,
      missing ? NO_TABLE : wordsOf(error),
      missing
        ? "Deploy the stage, or name another with --stage; is AWS_REGION the stage's region?"
        : "Check AWS credentials and AWS_REGION; nothing else can be looked at until then. Your role needs dynamodb:GetItem and Query on the tables, and kms:Decrypt.",
    );
  }
}

/** Is there a published version, is it the file that we have, and may it send? */
export async function checkPublished(file: BrandFile, brands: BrandStore): Promise<readonly Finding[]> {
  const what = `brand ${file.brand}`;
  const publish = `npx shopkeeper playbook publish brands/${file.brand}.yaml --by NAME`;
  try {
    const { version, file: active } = await brands.active(file.brand);
    const same = stable(active) === stable(file);
    const sending = await Promise.all(
      (["facebook", "x"] as const)
        .filter((channel) => file.account.channels[channel] !== undefined)
        .map(async (channel) =>
          well(
            `${what} sending on ${channel}`,
            (await brands.isPaused(file.brand, channel)) ? "off: drafts only" : "on",
          ),
        ),
    );
    return [
      same
        ? well(what, `version ${version} is published and is this file`)
        : ill(
            what,
            `version ${version} is published and differs from this file`,
            `If the file is meant: ${publish}`,
          ),
      ...sending,
    ];
  } catch (error) {
    return [
      error instanceof NotConfigured
        ? ill(what, "nothing has been published", publish)
        : ill(what, wordsOf(error), "Mend the care table first."),
    ];
  }
}

/** JSON with sorted keys: a table gives them back in its own order. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** When each stream of each channel was last read on. @param now milliseconds since 1970 */
export async function checkStreams(
  file: BrandFile,
  table: Pick<Table, "get">,
  now: number,
): Promise<readonly Finding[]> {
  const channels = (["facebook", "x"] as const).filter(
    (channel) => file.account.channels[channel] !== undefined,
  );
  return Promise.all(
    channels.flatMap((channel) =>
      STREAMS[channel].map(async (stream): Promise<Finding> => {
        const what = `${file.brand} ${channel} ${stream}`;
        try {
          const at = (await table.get(keys.cursor(file.brand, channel, stream)))?.["at"];
          if (typeof at !== "string")
            return ill(
              what,
              "never read",
              "Is the poller's schedule on? Mend the token first if it failed above.",
            );
          const minutes = Math.floor((now - Date.parse(at)) / 60_000);
          return minutes <= STALE_MINUTES
            ? well(what, `read ${minutes} minutes ago`)
            : ill(what, `last read ${minutes} minutes ago (${at})`, "docs/runbook.md, Collecting lags.");
        } catch (error) {
          return ill(what, wordsOf(error), "Mend the care table first.");
        }
      }),
    ),
  );
}

/** @param depth how many messages lie in a queue; undefined where there is no such queue */
export async function checkDeadLetters(
  names: readonly string[],
  depth: (name: string) => Promise<number | undefined>,
): Promise<readonly Finding[]> {
  return Promise.all(
    names.map(async (name): Promise<Finding> => {
      try {
        const count = await depth(name);
        if (count === undefined)
          return ill(name, "does not exist", "Deploy the stage, or name another with --stage.");
        return count === 0
          ? well(name, "empty")
          : ill(name, `${count} messages`, "docs/runbook.md, Dead letters.");
      } catch (error) {
        return ill(name, wordsOf(error), "The role needs sqs:GetQueueUrl and sqs:GetQueueAttributes.");
      }
    }),
  );
}
