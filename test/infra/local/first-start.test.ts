import { afterAll, beforeAll, expect, it } from "vitest";
import { putInPlace } from "../../../infra/local/first-start.ts";
import { loadSeed } from "../../../infra/local/seed/load-seed.ts";
import { customerStores } from "../../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { AgentId } from "../../../shared/complaint/ids.ts";
import { CARE_TABLE, CUSTOMERS_TABLE, withDynamo } from "../../support/dynamo.ts";
import { shopFile } from "../../support/world.ts";

const NOW = "2026-03-02T09:00:00.000Z";
let dynamo: Awaited<ReturnType<typeof withDynamo>>;
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

it("begins again from the front after a first start that was killed on the way, and then changes nothing more", async () => {
  const file = shopFile();
  const stores = careStores(CARE_TABLE);
  const customers = customerStores(CUSTOMERS_TABLE, "a key of sixteen signs");
  const killed = {
    ...customers,
    load: (...given: Parameters<typeof customers.load>) => {
      const load = customers.load(...given);
      return {
        ...load,
        putCustomers: async (all: Parameters<typeof load.putCustomers>[0]) => {
          await load.putCustomers(all.slice(0, 30));
          throw new Error("killed");
        },
      };
    },
  };
  await expect(putInPlace(file, stores, killed, NOW)).rejects.toThrow("killed");
  await putInPlace(file, stores, customers, NOW);

  const seed = loadSeed(file.brand, NOW);
  const last = seed.customers.at(-1);
  if (last === undefined) throw new Error("the seed is empty");
  const standing = async () => ({
    last: (await customers.customer(file.brand, last.id))?.id,
    customers: (await customers.population(file.brand, [], [])).customers,
    version: (await stores.brands.active(file.brand)).version,
    isPaused: await stores.brands.isPaused(file.brand, "facebook"),
    shifts: (await stores.brands.shiftsAt(file.brand, NOW)).map(({ name }) => name),
  });
  const whole = {
    last: last.id,
    customers: seed.customers.length,
    version: 1,
    isPaused: false,
    shifts: ["Laura"],
  };
  expect(await standing()).toEqual(whole);
  await putInPlace(file, stores, customers, "2026-03-02T09:40:00.000Z");
  expect(await standing()).toEqual(whole);
}, 60_000);

it("leaves what was published on the page since, until the file itself changes", async () => {
  const stores = careStores(CARE_TABLE);
  const customers = customerStores(CUSTOMERS_TABLE, "a key of sixteen signs");
  const file = shopFile();
  const believing = (believeFirstMinor: number) => ({
    ...file,
    playbook: { ...file.playbook, believeFirstMinor },
  });
  await putInPlace(file, stores, customers, NOW);
  const { version } = await stores.brands.active(file.brand);
  const onPage = { at: NOW, by: "Aino", agent: AgentId.parse("aino") };
  await stores.versions.publishOver(believing(1), version, onPage);
  await putInPlace(file, stores, customers, NOW);
  expect(await stores.brands.active(file.brand)).toMatchObject({ version: version + 1, file: believing(1) });
  await putInPlace(believing(2), stores, customers, NOW);
  expect(await stores.brands.active(file.brand)).toMatchObject({ version: version + 2, file: believing(2) });
}, 60_000);
