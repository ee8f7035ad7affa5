import type { Wake } from "../../complaint/case-file.ts";
import { Incident, IncidentMember } from "../../complaint/incident.ts";
import type { IncidentStore } from "../../ports/incident-store.ts";
import { keys, wakeAttributes } from "./keys.ts";
import { isNew, type Row, type Table, type Write } from "./table.ts";

/** Cases that are sent back in one go. */
const PAGE = 25;
/** Closed ones that a page shows. */
const CLOSED = 20;

/**
 * Incidents in the care table. The open ones of a brand are one short partition, read with each decision; one that is
 * closed moves out of it. Their cases are a partition of their own.
 */
export function incidentStore(table: Table): IncidentStore {
  const bodyOf = (row: Row | undefined) => (row === undefined ? undefined : Incident.parse(row["body"]));
  return {
    async open(brand) {
      const rows = await table.all(keys.incidents(brand, "open"));
      return rows.map((row) => Incident.parse(row["body"]));
    },
    async get(brand, id) {
      return (
        bodyOf(await table.get(keys.incident(brand, "open", id))) ??
        bodyOf(await table.get(keys.incident(brand, "closed", id)))
      );
    },
    async closed(brand) {
      const { rows } = await table.page({
        key: { expression: "pk = :pk", values: { ":pk": keys.incidents(brand, "closed") } },
        limit: CLOSED,
        backwards: true,
      });
      return rows.map((row) => Incident.parse(row["body"]));
    },
    add: (incident, wake) => table.put(rowOf(incident, wake), isNew),
    async save(next, wake) {
      const when = {
        expression: "#version = :before",
        names: { "#version": "version" },
        values: { ":before": next.version - 1 },
      };
      const put: Write = { put: rowOf(next, wake), when };
      if (next.state === "open") return table.put(put.put, when);
      const open = keys.incident(next.brand, "open", next.id);
      // Moves once; what is done to it afterwards is done where it lies.
      const moved = await table.transact([
        { delete: open, when },
        { put: put.put, when: isNew },
      ]);
      return moved.done || table.put(put.put, when);
    },
    async members(brand, id, page) {
      const { rows, next } = await table.page({
        key: { expression: "pk = :pk", values: { ":pk": keys.incidentCases(brand, id) } },
        limit: PAGE,
        from: page,
      });
      return {
        members: rows.map((row) => IncidentMember.parse(row["body"])),
        ...(next === undefined ? {} : { next }),
      };
    },
    async allMembers(brand, id) {
      const rows = await table.all(keys.incidentCases(brand, id));
      return rows.map((row) => IncidentMember.parse(row["body"]));
    },
  };
}

const rowOf = (incident: Incident, wake: Wake | undefined): Row => ({
  ...keys.incident(incident.brand, incident.state, incident.id),
  body: incident,
  rev: incident.rev,
  version: incident.version,
  ...wakeAttributes(incident.id, wake),
});
