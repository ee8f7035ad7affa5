import { afterAll, beforeAll, expect, it } from "vitest";
import type { OneMachine } from "../../infra/local/one-machine.ts";
import { BrandId } from "../../shared/complaint/ids.ts";
import { logIn } from "../support/console-client.ts";
import { aMachine } from "../support/machine.ts";

const LUNCH =
  "Ensimmäinen työpäivä loman jälkeen ja lounaalle tuttuun paikkaan. Linjastosta puuttui KAIKKI kasvikset, mutta buffetista otettiin silti täysi 8,80 €. Kysyin esimieheltä: vihanneskuorma ei kuulemma ollut tullut. Ymmärrän kyllä että kuormat joskus myöhästyy, mutta miksi minun lounasasiakkaana pitää se maksaa? Ei kai puolikkaasta lounaasta voi periä täyttä hintaa.";
const PAGE = "100200200200200";
const brand = BrandId.parse("lounaspoyta");

let machine: OneMachine;
beforeAll(async () => {
  machine = await aMachine();
}, 60_000);
afterAll(() => machine?.close());

const theCase = async () => {
  for (const desk of ["agents", "sending", "waiting", "done"] as const) {
    const [found] = (await machine.stores.lists.cases(brand, desk)).cases;
    if (found !== undefined) return machine.stores.cases.load(brand, found.id);
  }
  return undefined;
};
const until = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 60_000, interval: 200 });

it("goes from an approval to the place's inbox before the customer reads the code, and is settled with one press", async () => {
  machine.facebook.world.post({ page: PAGE, name: "Reetta Aalto", text: LUNCH });
  await until(async () => (await theCase())?.case.stage).toBe("drafted");
  const drafted = await theCase();
  const draft = drafted?.drafts.at(-1);
  if (drafted === undefined || draft?.order === undefined) throw new Error("no order in the draft");
  const sanna = await logIn(machine.urls.console, "sanna");
  const approved = await sanna.post(`/cases/${drafted.case.id}/approval`, {
    version: String(draft.version),
    hash: draft.hash,
  });
  expect(approved.status).toBe(303);

  // The order stands from the claim on, which comes before anything is sent.
  await until(() => machine.facebook.world.sentMessages(PAGE).length).toBe(1);
  expect((await theCase())?.orders).toMatchObject([{ code: draft.order.code, state: "open" }]);
  expect(machine.facebook.world.sentMessages(PAGE)[0]?.text).toContain(draft.order.code);
  await until(() => machine.inbox.letters().length).toBe(1);
  expect(await (await fetch(machine.urls.inbox)).text()).toContain(draft.order.code);
  await until(async () => (await theCase())?.grants[0]?.state).toBe("HANDED_OVER");

  const link = machine.inbox.letters()[0]?.link ?? "";
  const page = await (await fetch(link)).text();
  expect(page).toContain(draft.order.code);
  expect(page).toMatch(/4,40/);
  expect(page).not.toMatch(/Reetta|Aalto|kasvikset/);
  const pressed = await fetch(link, {
    method: "POST",
    redirect: "manual",
    headers: { origin: machine.urls.console, "content-type": "application/x-www-form-urlencoded" },
    body: "says=done",
  });
  expect(pressed.status).toBe(303);
  const settled = await theCase();
  expect(settled?.orders).toMatchObject([{ state: "done" }]);
  expect(settled?.grants).toMatchObject([{ state: "SETTLED", payout: { reference: draft.order.code } }]);
  expect(settled?.promises.every(({ state }) => state === "kept")).toBe(true);
  expect((await sanna.get("/payouts")).body).not.toContain(String(settled?.grants[0]?.id));
  expect(await (await fetch(link)).text()).not.toContain(draft.order.code);
}, 120_000);
