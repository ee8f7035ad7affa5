import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { serve } from "@hono/node-server";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../functions/review-console/app.tsx";
import { createPlaybookApp } from "../../functions/review-console/playbook/app.tsx";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import { launchBrowser } from "../support/browser.ts";
import { type ConsoleWorld, consoleWorld } from "../support/console-world.ts";
import { shop } from "../support/world.ts";

const text = readFileSync("brands/kenttakauppa.yaml", "utf8");
const raised = text.replace("agent: { perCaseMinor: 15000", "agent: { perCaseMinor: 20000");
/** Where pictures go to be looked at, if anywhere. */
const PICTURES = process.env["PLAYBOOK_PICTURES"];
const folder = mkdtempSync(path.join(os.tmpdir(), "playbook-"));

let world: ConsoleWorld;
let browser: Browser;
let origin: string;
let close: () => void;

beforeAll(async () => {
  const server = serve({
    fetch: (request: Request) =>
      (new URL(request.url).pathname.startsWith("/playbook") ? pages : console_).fetch(request),
    port: 0,
    hostname: "127.0.0.1",
  });
  await new Promise((done) => server.once("listening", done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  world = await consoleWorld({ origin });
  const console_ = createApp(world.ports);
  const pages = createPlaybookApp({ ...world.ports, versions: world.stores.versions });
  close = () => server.close();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  close();
  await world.dynamo.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  const read = parseBrand(text, "kenttakauppa");
  if (!read.ok) throw new Error("the example brand is broken");
  await world.stores.brands.publish(read.brand, world.clock.at, "Oskar");
});

type Options = {
  viewport?: { width: number; height: number };
  javaScriptEnabled?: boolean;
  colorScheme?: "light" | "dark";
  locale?: string;
};
async function open(at: string, role: "agent" | "manager", name: string, options: Options = {}) {
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const { cookie } = await world.signIn(role, name);
  const [key = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name: key, value, url: origin }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  // A page that refuses answers with 4xx, which the browser writes down.
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${origin}${at}`);
  return { page, complaints, end: () => context.close() };
}

async function fileOf(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}
const check = (page: Page) => page.getByRole("button", { name: "Check and show what changes" }).click();
const activeVersion = async () => (await world.stores.brands.active(shop)).version;

describe("a manager", () => {
  it.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
    "chooses a file, mends what is wrong, reads what changes, publishes it, and brings the old one back: %o",
    async (options) => {
      const before = await activeVersion();
      const { page, complaints, end } = await open("/", "manager", "Aino", options);
      await page.getByRole("link", { name: "Playbook" }).click();
      await page.getByRole("link", { name: "Change the playbook" }).click();
      const wrong = raised.replace("believeFirstMinor: 5000", "believeFirstMinor: fifty");
      await page.getByLabel("The file (YAML)").setInputFiles(await fileOf("wrong.yaml", wrong));
      await check(page);
      const line = wrong.slice(0, wrong.indexOf("fifty")).split("\n").length;
      await page.getByText(`Line ${line}, column 22`).waitFor();
      const field = page.getByLabel("Or its text");
      expect(await field.inputValue()).toBe(wrong);
      await field.fill(raised);
      await check(page);
      await page.getByText("An agent may now give up to €200 for one case instead of €150.").waitFor();
      expect(await activeVersion()).toBe(before);
      await page.getByRole("button", { name: "Publish exactly this" }).click();
      await page.waitForURL(`**/playbook/versions/${before + 1}`);
      await page.getByText("instead of €150").waitFor();
      await page.getByRole("link", { name: "All versions" }).click();
      await page.getByRole("link", { name: `Version ${before}`, exact: true }).click();
      await page.getByRole("button", { name: "Make this version active again" }).click();
      await page.getByText("up to €150 for one case instead of €200").waitFor();
      await page.getByRole("button", { name: "Publish exactly this" }).click();
      await page.waitForURL(`**/playbook/versions/${before + 2}`);
      expect(await activeVersion()).toBe(before + 2);
      expect(complaints).toEqual([]);
      await end();
    },
  );
});

describe("the pages", () => {
  const sizes = [
    { name: "phone", viewport: { width: 390, height: 844 } },
    { name: "desktop", viewport: { width: 1280, height: 900 } },
  ] as const;
  it.each(
    sizes.flatMap((size) => (["light", "dark"] as const).map((colorScheme) => ({ ...size, colorScheme }))),
  )(
    "can be used by everybody on a $name, $colorScheme, and nothing runs out of the side",
    async ({ name, viewport, colorScheme }) => {
      const look = async (page: Page, of: string) => {
        // Its words can be there before its style is.
        await page.waitForLoadState("load");
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${of} ${id}: ${nodes.map(({ html }) => html).join(" ")}`),
        ).toEqual([]);
        expect(
          await page.evaluate<boolean>("document.documentElement.scrollWidth <= window.innerWidth"),
          of,
        ).toBe(true);
        if (PICTURES !== undefined)
          await page.screenshot({
            path: path.join(PICTURES, `${of}-${name}-${colorScheme}.png`),
            fullPage: true,
          });
      };
      const version = await activeVersion();
      for (const [at, of] of [
        ["/playbook", "playbook"],
        ["/playbook/versions", "versions"],
        [`/playbook/versions/${version}`, "version"],
      ] as const) {
        const { page, complaints, end } = await open(at, "agent", "Laura", { viewport, colorScheme });
        await look(page, of);
        expect(complaints).toEqual([]);
        await end();
      }
      const { page, complaints, end } = await open("/playbook/change", "manager", "Aino", {
        viewport,
        colorScheme,
      });
      await look(page, "change");
      await page.getByLabel("Or its text").fill(raised.replace("kind: exchange }", "kind: flowers }"));
      await check(page);
      await look(page, "wrong");
      await page
        .getByLabel("Or its text")
        .fill(raised.replace("timeZone: Europe/Helsinki", "timeZone: Europe/Stockholm"));
      await check(page);
      await page.getByRole("button", { name: "Publish exactly this" }).waitFor();
      expect(await page.locator("textarea").filter({ visible: true }).count()).toBe(1);
      await look(page, "shown");
      expect(complaints).toEqual([]);
      await end();
    },
    180_000,
  );
});
