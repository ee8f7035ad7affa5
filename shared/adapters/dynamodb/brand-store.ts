import type { BrandId } from "../../complaint/ids.ts";
import { Shift } from "../../complaint/promise.ts";
import type { BrandStore, PublishedBrand } from "../../ports/brand-store.ts";
import { NotConfigured, Unavailable } from "../../runtime/errors.ts";
import { keys, ttlAfter } from "./keys.ts";
import { ActiveVersion, publishing, versionIn } from "./playbook-versions.ts";
import type { Table } from "./table.ts";

/** The brand file's versions, the roster, and whether sending is on. */
export function brandStore(table: Table): BrandStore {
  // A version never changes, and reading it again costs more than the step that asks for it.
  const kept = new Map<BrandId, PublishedBrand>();
  const active = async (brand: BrandId) => {
    const row = await table.get({ pk: keys.brandPartition(brand), sk: "active" }, ["version"]);
    return row === undefined ? undefined : ActiveVersion.parse(row);
  };
  return {
    async active(brand) {
      const found = await active(brand);
      const known = kept.get(brand);
      if (known !== undefined && known.version === found?.version) return known;
      const read = found && (await versionIn(table, brand, found.version));
      if (read === undefined)
        throw new NotConfigured(
          `No brand file has been published for "${brand}". Publish one: shopkeeper playbook publish brands/${brand}.yaml --by NAME`,
        );
      kept.set(brand, read);
      return read;
    },
    async publish(file, at, by) {
      const publishedBy = by.trim();
      if (publishedBy === "") throw new RangeError("a version is published by somebody: the name is missing");
      const before = await active(file.brand);
      const { version, writes } = publishing(file, before?.version, { at, by: publishedBy, via: "file" });
      const { done } = await table.transact(writes);
      if (!done)
        throw new Unavailable("Somebody else published a version at the same moment. Publish again.");
      return version;
    },
    async shiftsAt(brand, at) {
      const rows = await table.all(keys.roster(brand));
      return rows
        .map((row) => Shift.parse(row["body"]))
        .filter((shift) => shift.from <= at && at < shift.until);
    },
    async putShift(brand, shift) {
      await table.put({
        pk: keys.roster(brand),
        sk: `${shift.from}#${shift.agent}`,
        body: shift,
        // A shift that is long over is of no use to anybody.
        ...ttlAfter(shift.until, 90),
      });
    },
    async isPaused(brand, channel) {
      const row = await table.get(keys.sending(brand, channel));
      return row === undefined || row["on"] !== true;
    },
    async setPaused(brand, channel, paused, by, at) {
      await table.put({ ...keys.sending(brand, channel), on: !paused, by, at });
    },
  };
}
