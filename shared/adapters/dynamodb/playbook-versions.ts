import * as z from "zod";
import { AgentId, type BrandId } from "../../complaint/ids.ts";
import { BrandFile } from "../../complaint/playbook.ts";
import type { PublishedBrand } from "../../ports/brand-store.ts";
import type { PlaybookVersions, VersionEntry } from "../../ports/playbook-versions.ts";
import { keys } from "./keys.ts";
import { isNew, type Table, type Write } from "./table.ts";

const Entry = z.object({
  version: z.int().min(1),
  at: z.string().optional(),
  by: z.string().optional(),
  via: z.enum(["file", "page"]).optional(),
  agent: AgentId.optional(),
  again: z.int().min(1).optional(),
});

/** Which version counts. Every step of every case asks, and reads the words only where it does not have them. */
export const ActiveVersion = z.object({ version: z.int().min(1) });

/** What a stored version holds. */
const StoredVersion = z.object({
  version: z.int().min(1),
  body: BrandFile,
  publishedAt: z.string().optional(),
  publishedBy: z.string().optional(),
});

/** A page of the list; an entry is a few hundred bytes. */
const LISTED = 50;

/** In order of number as text, too: a million versions are more than anybody publishes. */
const numbered = (version: number): string => `v#${String(version).padStart(6, "0")}`;

/**
 * A version, that it is the active one, and its entry in the audit trail: all of them, or none.
 * @param over the version that must still be active; undefined where there must be none
 */
export function publishing(
  file: BrandFile,
  over: number | undefined,
  entry: Omit<VersionEntry, "version"> & { readonly at: string; readonly by: string },
): { readonly version: number; readonly writes: readonly Write[] } {
  const pk = keys.brandPartition(file.brand);
  const version = (over ?? 0) + 1;
  const stored = { version, body: file, publishedAt: entry.at, publishedBy: entry.by };
  return {
    version,
    writes: [
      { put: { pk, sk: numbered(version), ...stored }, when: isNew },
      {
        // Whole, though the number is all that is read: the release before reads the words here.
        put: { pk, sk: "active", ...stored },
        when:
          over === undefined
            ? isNew
            : {
                expression: "#version = :before",
                names: { "#version": "version" },
                values: { ":before": over },
              },
      },
      {
        put: {
          pk: keys.playbookAudit(file.brand),
          sk: numbered(version),
          body: Entry.parse({ version, ...entry }),
        },
        when: isNew,
      },
    ],
  };
}

/** @throws {z.ZodError} for a version of before that can no longer be read */
export async function versionIn(
  table: Table,
  brand: BrandId,
  version: number,
): Promise<PublishedBrand | undefined> {
  const row = await table.get({ pk: keys.brandPartition(brand), sk: numbered(version) });
  if (row === undefined) return undefined;
  const { body, publishedAt, publishedBy } = StoredVersion.parse(row);
  return { version, file: body, publishedAt, publishedBy };
}

/** Earlier versions of the brand file, the trail of who published them, and publishing over a known one. */
export function playbookVersions(table: Table): PlaybookVersions {
  const activeVersion = async (brand: BrandId): Promise<number> => {
    const row = await table.get({ pk: keys.brandPartition(brand), sk: "active" }, ["version"]);
    return ActiveVersion.optional().parse(row)?.version ?? 0;
  };
  return {
    async list(brand, below) {
      const newest = (await activeVersion(brand)) + 1;
      const from = Math.min(below ?? newest, newest);
      const { rows } = await table.page({
        key: {
          expression: "pk = :pk AND sk < :below",
          values: { ":pk": keys.playbookAudit(brand), ":below": numbered(from) },
        },
        limit: LISTED,
        backwards: true,
      });
      const trail = new Map(
        rows.map((row) => {
          const entry = Entry.parse(row["body"]);
          return [entry.version, entry];
        }),
      );
      // Numbers are given without gaps, so what the trail does not hold is known all the same.
      const numbers = Array.from({ length: LISTED }, (_, at) => from - 1 - at).filter((number) => number > 0);
      return numbers.map((version) => trail.get(version) ?? { version });
    },
    async get(brand, version) {
      try {
        return await versionIn(table, brand, version);
      } catch (error) {
        if (error instanceof z.ZodError) return "unreadable";
        throw error;
      }
    },
    async publishOver(file, over, { at, by, agent, again }) {
      const { version, writes } = publishing(file, over, {
        at,
        by,
        via: "page",
        agent,
        ...(again === undefined ? {} : { again }),
      });
      const { done } = await table.transact(writes);
      return done ? version : "published-meanwhile";
    },
  };
}
