import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { serve } from "@hono/node-server";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../functions/review-console/app.tsx";
import { AgentId, incidentIdOf } from "../../shared/complaint/ids.ts";
import { openIncident } from "../../shared/complaint/incident.ts";
import { launchBrowser } from "../support/browser.ts";
import { type ConsoleWorld, consoleWorld } from "../support/console-world.ts";
import { shop } from "../support/world.ts";

let world: ConsoleWorld;
let browser: Browser;
let origin: string;
let close: () => void;

beforeAll(async () => {
  const server = serve({ fetch: (request: Request) => app.fetch(request), port: 0, hostname: "127.0.0.1" });
  await new Promise((done) => server.once("listening", done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  world = await consoleWorld({ origin });
  const app = createApp(world.ports);
  close = () => server.close();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  close();
  await world.dynamo.close();
});

const sizes = [
  { name: "phone", viewport: { width: 360, height: 740 } },
  { name: "desktop", viewport: { width: 1280, height: 900 } },
] as const;

async function open(
  path: string,
  options: {
    viewport?: { width: number; height: number };
    javaScriptEnabled?: boolean;
    colorScheme?: "light" | "dark";
    role?: "agent" | "manager";
  } = {},
) {
  const { role = "agent", ...rest } = options;
  const context = await browser.newContext({ locale: "en-GB", viewport: sizes[1].viewport, ...rest });
  const laura = await world.signIn(role);
  const [name = "", value = ""] = laura.cookie.replace("__Host-", "").split("=");
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${origin}${path}`);
  return { page, complaints, end: () => context.close() };
}
let incidents = 0;
/** One that is open; the address of its page. */
async function anIncident(): Promise<string> {
  incidents += 1;
  const incident = openIncident({
    id: incidentIdOf(world.clock.at, `abc${incidents}`),
    brand: shop,
    title: "The tills were down",
    topic: { situation: "overcharged", words: [], from: "2026-11-19T00:00:00.000Z" },
    openedBy: AgentId.parse("oskar"),
    openedAt: world.clock.at,
  });
  await world.stores.incidents.add({ ...incident, tasks: [] }, undefined);
  return `/incidents/${incident.id}`;
}
const focused = (page: Page) => page.evaluate<string | null>("document.activeElement?.getAttribute('href')");

describe("the pages", () => {
  it.each(
    sizes.flatMap((size) => (["light", "dark"] as const).map((colorScheme) => ({ ...size, colorScheme }))),
  )(
    "can be used by everybody on a $name, $colorScheme, and nothing runs out of the side",
    async ({ viewport, colorScheme }) => {
      const { url } = await world.aCase();
      const incident = await anIncident();
      const paths = ["/", url, "/promises", "/aside", "/roster", "/pause", "/help", "/incidents", incident];
      for (const path of paths) {
        const role = path.startsWith("/incidents") ? "manager" : "agent";
        const { page, complaints, end } = await open(path, { viewport, colorScheme, role });
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join(" ")}`),
        ).toEqual([]);
        expect(
          await page.evaluate<boolean>("document.documentElement.scrollWidth <= window.innerWidth"),
        ).toBe(true);
        expect(complaints).toEqual([]);
        await end();
      }
    },
    120_000,
  );
});

describe("the keys", () => {
  it("go through the list, open a case, send its answer and take it back, without a mouse", async () => {
    const [, second] = [await world.aCase(), await world.aCase()];
    const { page, complaints, end } = await open("/");
    await page.keyboard.press("j");
    const first = await focused(page);
    await page.keyboard.press("j");
    expect(await focused(page)).not.toBe(first);
    await page.keyboard.press("k");
    expect(await focused(page)).toBe(first);
    await page.locator(`a[href="${second.url}"]`).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${second.url}`);
    await page.keyboard.press("a");
    await page.getByRole("button", { name: "Take it back" }).waitFor();
    await page.keyboard.press("u");
    await page.getByRole("button", { name: "Approve and send" }).waitFor();
    expect((await world.load(second.id)).deliveries.map(({ state }) => state)).toEqual([
      "WITHDRAWN",
      "WITHDRAWN",
    ]);
    expect(complaints).toEqual([]);
    await end();
  });

  it("are letters while somebody types", async () => {
    const { id, url } = await world.aCase();
    const { page, end } = await open(url);
    await page.keyboard.press("e");
    await page.keyboard.type("aau?");
    expect(await page.locator("textarea[name=public]").inputValue()).toContain("aau?");
    expect((await world.load(id)).case.stage).toBe("drafted");
    await end();
  });
});

describe("the fresh look", () => {
  it("brings a new case into the list without taking the focus away", async () => {
    const standing = await world.aCase();
    const { page, end } = await open("/");
    await page.locator(`a[href="${standing.url}"]`).focus();
    const fresh = await world.aCase();
    await page.locator(`a[href="${fresh.url}"]`).waitFor({ timeout: 15_000 });
    expect(await focused(page)).toBe(standing.url);
    await end();
  });

  it("leaves what is typed alone, and says what the checker finds in it", async () => {
    const { url } = await world.aCase();
    const { page, complaints, end } = await open(url);
    await page.keyboard.press("e");
    await page.locator("textarea[name=public]").fill("It is our policy.");
    await page.locator("[data-lint-result] .findings").waitFor({ timeout: 15_000 });
    await page.waitForResponse(
      (answer) => answer.url().endsWith(url) && answer.request().method() === "GET",
      { timeout: 15_000 },
    );
    expect(await page.locator("textarea[name=public]").inputValue()).toBe("It is our policy.");
    expect(complaints).toEqual([]);
    await end();
  });
});

describe("without script", () => {
  it("an incident can be opened, set for all and closed", async () => {
    const { page, end } = await open("/incidents", { javaScriptEnabled: false, role: "manager" });
    await page.locator("input[name=title]").fill("Cards charged twice");
    await page.getByLabel("What people complain of").selectOption("overcharged");
    await page.getByRole("button", { name: "Open, and freeze the topic" }).click();
    await page.getByRole("heading", { name: "Cards charged twice" }).waitFor();
    await page
      .locator('textarea[name="public.en"]')
      .fill("It is our policy[. {step}|, and messaging you now]. {signer}");
    await page.getByRole("button", { name: "Set for all" }).click();
    await page.getByText("Some words are marked").waitFor();
    await page
      .locator('textarea[name="public.en"]')
      .fill(
        "Paying twice at our till is wrong. I'm sorry. I'm putting it right[. {step}|, and messaging you now]. – {signer}",
      );
    await page.getByRole("button", { name: "Set for all" }).click();
    await page.getByRole("button", { name: "Set anew for all" }).waitFor();
    await page.getByRole("button", { name: "Close the incident" }).click();
    await page.getByText("closed").first().waitFor();
    await end();
  });

  it("a case can be read, edited, approved and taken back", async () => {
    const { id, url } = await world.aCase();
    const { page, end } = await open(url, { javaScriptEnabled: false });
    await page.locator("details.edit summary").click();
    await page
      .locator("textarea[name=public]")
      .fill("Your boots will fit, and I'm writing to you now. I'm sorry. – Laura");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    expect((await world.load(id)).drafts).toHaveLength(2);
    const reasons = page.locator(".approve .reason input");
    for (const reason of await reasons.all()) await reason.fill("It is right here.");
    await page.getByRole("button", { name: "Approve and send" }).click();
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByRole("button", { name: "Approve and send" }).waitFor();
    expect((await world.load(id)).deliveries.every(({ state }) => state === "WITHDRAWN")).toBe(true);
    await end();
  });
});
