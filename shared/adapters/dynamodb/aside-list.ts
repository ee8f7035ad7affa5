import * as z from "zod";
import { AsideReason, Assessment } from "../../complaint/assessment.ts";
import { type BrandId, Instant, MentionId } from "../../complaint/ids.ts";
import type { AsideEntry, AsideList } from "../../ports/aside-list.ts";
import { Malformed } from "../../runtime/errors.ts";
import { keys, queueAttributes, ttlAfter } from "./keys.ts";
import type { Row, Table, Write } from "./table.ts";

const PAGE = 50;
/** Seven days of seven reasons are read; the rest is room for clocks that are ahead. */
const MOST_COUNTERS = 100;
const COUNTERS_KEPT_DAYS = 90;

const reasonOf = (assessment: Assessment): AsideReason => assessment.asideReason ?? "chatter";
const listOf = (reason: AsideReason): string => `aside#${reason}`;

/** The list of its reason, in order of when it was set aside. */
export const asidePlace = (brand: BrandId, assessment: Assessment) =>
  queueAttributes(
    brand,
    listOf(reasonOf(assessment)),
    `${Instant.parse(assessment.assessedAt)}#${MentionId.parse(assessment.mention)}`,
  );

/** One more of its reason on its UTC day. Part of the transaction that sets the mention aside. */
export function countWrite(brand: BrandId, assessment: Assessment): Write {
  const day = assessment.assessedAt.slice(0, 10);
  return {
    update: { pk: keys.asideCounts(brand), sk: `${day}#${reasonOf(assessment)}` },
    change: {
      expression: "SET #ttl = :ttl ADD #mentions :one",
      names: { "#ttl": "ttl", "#mentions": "mentions" },
      values: { ":ttl": ttlAfter(day, COUNTERS_KEPT_DAYS).ttl, ":one": 1 },
    },
  };
}

/** What was set aside: a list for each reason, and a counter for each day and reason. */
export function asideList(table: Table): AsideList {
  const ofReason = async (brand: BrandId, reason: AsideReason, before: string | undefined) => {
    const { rows } = await table.page({
      index: "queue",
      key: {
        expression: `queueKey = :list${before === undefined ? "" : " AND queueSort < :before"}`,
        values: {
          ":list": `${brand}#${listOf(reason)}`,
          ...(before === undefined ? {} : { ":before": before }),
        },
      },
      // One more than is shown says whether there is another page.
      limit: PAGE + 1,
      backwards: true,
    });
    return rows;
  };
  return {
    async list(brand, { reason, page }) {
      const before = page === undefined ? undefined : placeIn(page);
      const lists = await Promise.all(
        (reason === undefined ? AsideReason.options : [reason]).map((each) => ofReason(brand, each, before)),
      );
      // A place is a time and an id, so one order holds for all reasons and the last place shown begins the next page.
      const rows = lists.flat().toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
      const shown = rows.slice(0, PAGE);
      const last = shown.at(-1);
      return {
        entries: shown.map(entryOf),
        ...(rows.length > PAGE && last !== undefined
          ? { next: Buffer.from(placeOf(last)).toString("base64url") }
          : {}),
      };
    },
    async countsSince(brand, day) {
      const { rows } = await table.page({
        key: {
          expression: "pk = :pk AND sk >= :day",
          values: { ":pk": keys.asideCounts(brand), ":day": day },
        },
        limit: MOST_COUNTERS,
      });
      const counts = { ...NONE };
      for (const row of rows) {
        const reason = AsideReason.parse(row.sk.slice(row.sk.indexOf("#") + 1));
        counts[reason] += z.object({ mentions: z.int() }).parse(row).mentions;
      }
      return counts;
    },
  };
}

const NONE: Record<AsideReason, number> = {
  praise: 0,
  thanks: 0,
  spam: 0,
  chatter: 0,
  "not-about-us": 0,
  "own-post": 0,
  removed: 0,
};

const placeOf = (row: Row): string => z.object({ queueSort: z.string() }).parse(row).queueSort;

function entryOf(row: Row): AsideEntry {
  const { body } = z.object({ body: Assessment }).parse(row);
  return { mention: body.mention, reason: reasonOf(body), at: body.assessedAt };
}

/** @throws {Malformed} when an address bar holds something that this list did not give out */
function placeIn(page: string): string {
  const place = Buffer.from(page, "base64url").toString("utf8");
  const at = place.indexOf("#");
  if (Instant.safeParse(place.slice(0, at)).success && MentionId.safeParse(place.slice(at + 1)).success)
    return place;
  throw new Malformed("page token", ["it is not one that this list gave out"]);
}
