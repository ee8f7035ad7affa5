import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BrandId } from "../../shared/complaint/ids.ts";
import { logIn } from "../support/console-client.ts";
import { aMachine } from "../support/machine.ts";

let machine: Awaited<ReturnType<typeof aMachine>>;
beforeAll(async () => {
  machine = await aMachine();
}, 120_000);
afterAll(() => machine.close());

it("has the playbook's pages behind the console's address and login, and decides by what was published there", async () => {
  const aino = await logIn(machine.urls.console, "aino");
  expect((await aino.get("/")).status).toBe(200);
  const { status, body } = await aino.get("/playbook");
  expect(status).toBe(200);
  expect(body).toContain('href="/playbook/change"');
  const text = readFileSync("brands/kenttakauppa.yaml", "utf8").replace(
    "believeFirstMinor: 5000",
    "believeFirstMinor: 6000",
  );
  const shown = await aino.post("/playbook/change", { text });
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(shown.body)?.[1] ?? "";
  const done = await aino.post("/playbook/versions", { text, over: of("over"), hash: of("hash") });
  expect(done).toMatchObject({ status: 303, location: "/playbook/versions/2" });
  const active = await machine.stores.brands.active(BrandId.parse("kenttakauppa"));
  expect(active).toMatchObject({ version: 2, publishedBy: "Aino" });
  expect(active.file.playbook.believeFirstMinor).toBe(6000);
  expect((await aino.get("/playbookish")).status).toBe(404);
}, 60_000);
