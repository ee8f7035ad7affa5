import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

// The package's own arguments hold --single-process, which crashes on pages that open a second one.
const args = [
  "--no-sandbox",
  "--headless=shell",
  "--disable-gpu",
  "--no-zygote",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A Chromium without a window: the one in `CHROMIUM_PATH`, else the system's, else the one that comes as a package. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args, headless: true });
}

async function executable(): Promise<string> {
  const given = process.env["CHROMIUM_PATH"];
  if (given !== undefined && given !== "") return given;
  if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  // Without libnss3 on the machine the package unpacks its own, if it believes itself to be on Lambda.
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}
