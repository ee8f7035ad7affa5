import { isDeepStrictEqual } from "node:util";
import type { CareStores } from "../../shared/adapters/dynamodb/stores.ts";
import { AgentId, type BrandId, type Instant } from "../../shared/complaint/ids.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import type { Shift } from "../../shared/complaint/promise.ts";
import type { CustomerRecords, PurchaseHistory } from "../../shared/ports/purchase-history.ts";
import { NotConfigured } from "../../shared/runtime/errors.ts";
import { loadSeed } from "./seed/load-seed.ts";

/** Who answers in the example brands, and for which brand. */
export const people = [
  { id: "laura", name: "Laura", role: "agent", brand: "kenttakauppa" },
  { id: "mikael", name: "Mikael", role: "agent", brand: "kenttakauppa" },
  { id: "aino", name: "Aino", role: "manager", brand: "kenttakauppa" },
  { id: "sanna", name: "Sanna", role: "agent", brand: "lounaspoyta" },
  { id: "petri", name: "Petri", role: "agent", brand: "lounaspoyta" },
  { id: "johanna", name: "Johanna", role: "marketing", brand: undefined },
  { id: "admin", name: "Oskar", role: "admin", brand: undefined },
] as const;

const HOUR_MS = 3_600_000;
/** On one machine the example brands stand in the name of their manager. */
const PUBLISHER = "Aino";

/**
 * Puts an example brand in place: its file, its customers with what they bought, a shift, and sending switched on.
 * What is there already stays, so that a restart changes nothing.
 */
export async function putInPlace(
  file: BrandFile,
  stores: CareStores,
  customers: PurchaseHistory & CustomerRecords,
  now: Instant,
): Promise<void> {
  await putShift(file.brand, stores, now);
  const active = await activeFile(file.brand, stores);
  if (active !== undefined) {
    // What was published on the page since stays: only a file that has changed is news.
    const known = (await lastFromFile(file.brand, stores)) ?? active;
    // The table keeps no order of names, so that the two may be written differently and say the same.
    if (!isDeepStrictEqual(known, file)) await stores.brands.publish(file, now, PUBLISHER);
    return;
  }
  const seed = loadSeed(file.brand, now);
  await customers.stateCurrency(file.brand, file.account.currency);
  const load = customers.load(file.brand, "first-start", now);
  await load.putCustomers(seed.customers);
  await load.putPurchases(seed.purchases);
  await load.settle();
  // On one machine nothing can leave it, so sending starts switched on. In the cloud a first start sends nothing.
  for (const channel of ["facebook", "x"] as const)
    await stores.brands.setPaused(file.brand, channel, false, AgentId.parse("admin"), now);
  // Last: a first start that was killed on the way begins again from the front.
  await stores.brands.publish(file, now, PUBLISHER);
}

/** The newest version that came from a file, among the last fifty. */
async function lastFromFile(brand: BrandId, { versions }: CareStores): Promise<BrandFile | undefined> {
  const entry = (await versions.list(brand)).find(({ via }) => via === "file");
  const found = entry === undefined ? undefined : await versions.get(brand, entry.version);
  return found === "unreadable" ? undefined : found?.file;
}

/** Undefined when nothing has been published: a first start, or one that did not get to its end. */
async function activeFile(brand: BrandId, stores: CareStores): Promise<BrandFile | undefined> {
  try {
    return (await stores.brands.active(brand)).file;
  } catch (error) {
    if (error instanceof NotConfigured) return undefined;
    throw error;
  }
}

/** Somebody is here whenever the machine runs: eight hours from the start, with a colleague who follows. */
async function putShift(brand: BrandId, stores: CareStores, now: Instant): Promise<void> {
  const soon = new Date(Date.parse(now) + HOUR_MS).toISOString();
  if ((await stores.brands.shiftsAt(brand, soon)).length > 0) return;
  const [first, second] = people.filter((person) => person.brand === brand && person.role === "agent");
  if (first === undefined) return;
  const start = new Date(Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS);
  const shift: Shift = {
    agent: AgentId.parse(first.id),
    name: first.name,
    role: "agent",
    from: start.toISOString(),
    until: new Date(start.getTime() + 8 * HOUR_MS).toISOString(),
    ...(second === undefined ? {} : { followedBy: AgentId.parse(second.id), followedByName: second.name }),
  };
  await stores.brands.putShift(brand, shift);
}
