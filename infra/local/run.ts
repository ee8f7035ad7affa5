import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { playAfternoon } from "./afternoon.ts";
import { startOneMachine } from "./one-machine.ts";

const FIRST_PORT = Number(process.env["SHOPKEEPER_PORT"] ?? 4000);
const FOLDER = process.env["SHOPKEEPER_DATA"] ?? path.join(import.meta.dirname, "../../.shopkeeper");
const PORTS = { console: FIRST_PORT, facebook: FIRST_PORT + 1, x: FIRST_PORT + 2, issuer: FIRST_PORT + 3 };

/** The brand files of the checkout; stops with every error and its place when one cannot be read. */
function readBrands(): readonly BrandFile[] {
  const folder = path.join(import.meta.dirname, "../../brands");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => {
      const read = parseBrand(readFileSync(path.join(folder, name), "utf8"), name);
      if (read.ok) return read.brand;
      const lines = read.errors.map(
        (error) => `brands/${name}:${error.line}:${error.column}  ${error.message}\n    ${error.hint}`,
      );
      throw new Plain(
        `${lines.join("\n")}\n\nNothing was started. Put the file right and start again: npm start`,
      );
    });
}

/** A failure that is told in its own words, without a stack. */
class Plain extends Error {}

async function run(): Promise<void> {
  const brands = readBrands();
  const machine = await startOneMachine({ brands, folder: FOLDER, ports: PORTS }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      throw new Plain(
        `Port ${"port" in error ? String(error.port) : `${FIRST_PORT} to ${FIRST_PORT + 3}`} is taken by another program.\nStop that program, or start on other ports: SHOPKEEPER_PORT=5000 npm start`,
      );
    throw error;
  });
  const { urls } = machine;
  console.log(`
Shopkeeper is running.

  Console            ${urls.console}     log in with one click: Laura (agent, sports shop), Sanna (agent, lunch)
  Simulated Facebook ${urls.facebook}     write a post as a customer
  Simulated X        ${urls.x}     write a post as a customer

  Posts of an invented afternoon arrive by themselves. Data is kept in ${path.relative(process.cwd(), FOLDER) || FOLDER}.
  Stop with Ctrl-C; the next start goes on where this one stopped. Begin anew: rm -rf ${path.relative(process.cwd(), FOLDER) || FOLDER}
`);
  const afternoon = playAfternoon(machine, FOLDER);
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    afternoon.stop();
    await machine.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void end());
  process.on("SIGTERM", () => void end());
}

run().catch((error: unknown) => {
  console.error(error instanceof Plain ? `\n${error.message}\n` : error);
  process.exit(1);
});
