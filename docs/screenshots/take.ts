import { readFileSync } from "node:fs";
import path from "node:path";
import { launchBrowser } from "../../test/support/browser.ts";
import { aMachine } from "../../test/support/machine.ts";

/** `npm run screenshots`: plays the boots case on one machine and takes the pictures of the README. */
const boots = /^> (My older son.*)$/m.exec(
  readFileSync(path.join(import.meta.dirname, "../../README.md"), "utf8"),
)?.[1];
if (boots === undefined) throw new Error("the README no longer quotes the boots post");

const machine = await aMachine({ pollMs: 1000 });
const browser = await launchBrowser();
try {
  machine.facebook.world.post({ page: "100100100100100", name: "Marja Lehtonen", text: boots });
  machine.facebook.world.post({
    page: "100100100100100",
    name: "Tarmo Ek",
    text: "Mihin asti Itäkeskus on tänään auki?",
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  await page.goto(machine.urls.console);
  await page
    .getByRole("link", { name: /log in/i })
    .or(page.getByRole("button", { name: /log in/i }))
    .first()
    .click();
  await page.getByRole("button", { name: /Log in as Laura/ }).click();
  const row = page.getByRole("link", { name: /Marja Lehtonen/ }).first();
  await row.waitFor({ timeout: 60_000 });
  await page.screenshot({ path: path.join(import.meta.dirname, "queue.png") });
  await row.click();
  await page
    .getByRole("button", { name: /approve/i })
    .first()
    .waitFor();
  await page.screenshot({ path: path.join(import.meta.dirname, "case.png"), fullPage: true });
  await page.keyboard.press("a");
  await page.getByRole("button", { name: /take .*back/i }).waitFor();
  await page.goto(machine.urls.facebook);
  await page.getByText("boots that fit").first().waitFor({ timeout: 60_000 });
  await page.screenshot({ path: path.join(import.meta.dirname, "wall.png"), fullPage: true });
} finally {
  await browser.close();
  await machine.close();
}
