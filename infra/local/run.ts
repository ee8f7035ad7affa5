import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { playAfternoon } from "./afternoon.ts";
import { startOneMachine } from "./one-machine.ts";
import { Plain } from "./plain.ts";

const PORTS_NEEDED = 5;
const ASKS_AGAIN_MS = 1000;
const FOLDER = path.resolve(
  process.env["SHOPKEEPER_DATA"] ?? path.join(import.meta.dirname, "../../.shopkeeper"),
);
const BRANDS = path.resolve(
  process.env["SHOPKEEPER_BRANDS"] ?? path.join(import.meta.dirname, "../../brands"),
);

const asSeenFromHere = (place: string): string => path.relative(process.cwd(), place) || ".";

/** Five ports in a row, from `SHOPKEEPER_PORT` on. */
function readPorts() {
  const said = process.env["SHOPKEEPER_PORT"] ?? "4000";
  const first = Number(said);
  const last = 65_536 - PORTS_NEEDED;
  if (!Number.isInteger(first) || first < 1 || first > last)
    throw new Plain(
      `SHOPKEEPER_PORT is "${said}"; it must be a whole number from 1 to ${last}: SHOPKEEPER_PORT=5000 npm start`,
    );
  return { console: first, facebook: first + 1, x: first + 2, issuer: first + 3, inbox: first + 4 };
}

/** The brand files; stops with every error and its place when one cannot be read. */
function readBrands(): readonly BrandFile[] {
  const names = namesIn(BRANDS).filter((name) => name.endsWith(".yaml"));
  if (names.length === 0)
    throw new Plain(
      `There is no brand file (*.yaml) in ${BRANDS}.\nCopy one of brands/ there, or name another folder: SHOPKEEPER_BRANDS=brands npm start`,
    );
  const wrong: string[] = [];
  const brands = names.flatMap((name) => {
    const read = parseBrand(readFileSync(path.join(BRANDS, name), "utf8"), name);
    if (read.ok) return [read.brand];
    const place = path.join(asSeenFromHere(BRANDS), name);
    for (const error of read.errors)
      wrong.push(`${place}:${error.line}:${error.column}  ${error.message}\n    ${error.hint}`);
    return [];
  });
  if (wrong.length > 0)
    throw new Plain(
      `${wrong.join("\n")}\n\nNothing was started. Put right what is named above and start again: npm start`,
    );
  return brands;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    throw new Plain(
      `The folder of the brand files cannot be read: ${folder}.\nName one that can: SHOPKEEPER_BRANDS=brands npm start`,
    );
  }
}

function makeFolder(): void {
  try {
    mkdirSync(FOLDER, { recursive: true });
  } catch (error) {
    throw new Plain(
      `Data cannot be kept in ${FOLDER} (${codeOf(error) ?? "no folder"}).\nName a folder that can be written: SHOPKEEPER_DATA=.shopkeeper npm start`,
    );
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

/** A port that somebody else has, in words. */
function inWords(error: unknown, firstPort: number): unknown {
  const code = codeOf(error);
  if (code !== "EADDRINUSE" && code !== "EACCES") return error;
  const port =
    error instanceof Error && "port" in error
      ? `Port ${String(error.port)}`
      : `One of the ports ${firstPort} to ${firstPort + PORTS_NEEDED - 1}`;
  const why = code === "EADDRINUSE" ? "is taken by another program" : "is not free for everybody to use";
  const other = firstPort === 5000 ? 6000 : 5000;
  return new Plain(
    `${port} ${why}.\nStop that program, or start on other ports: SHOPKEEPER_PORT=${other} npm start`,
  );
}

async function run(): Promise<void> {
  // Until everything runs, a signal ends at once; the exit handlers take the database server along.
  let end = async (): Promise<void> => undefined;
  let since: number | undefined;
  const onSignal = () => {
    if (since === undefined) end().then(() => process.exit(0), fail);
    // Who asks again does not want to wait; what comes at once is the same key, passed on by npm as well.
    else if (Date.now() - since > ASKS_AGAIN_MS) process.exit(1);
    since ??= Date.now();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);

  const ports = readPorts();
  const brands = readBrands();
  makeFolder();
  const machine = await startOneMachine({ brands, folder: FOLDER, ports }).catch((error: unknown) => {
    throw inWords(error, ports.console);
  });
  let stopAfternoon = (): void => undefined;
  end = async () => {
    stopAfternoon();
    await machine.close();
  };
  try {
    stopAfternoon = playAfternoon(machine, FOLDER).stop;
  } catch (error) {
    await machine.close();
    throw error;
  }
  const { urls } = machine;
  const folder = asSeenFromHere(FOLDER);
  console.log(`
Shopkeeper is running.

  Console            ${urls.console}     log in with one click: Laura (agent, sports shop), Sanna (agent, lunch)
  Simulated Facebook ${urls.facebook}     write a post as a customer
  Simulated X        ${urls.x}     write a post as a customer
  The stores' inbox  ${urls.inbox}     answer an order as a store

  Posts of an invented afternoon arrive by themselves. Data is kept in ${folder}.
  Stop with Ctrl-C; the next start goes on where this one stopped. Begin anew: rm -rf ${folder}
`);
}

function fail(error: unknown): never {
  console.error(error instanceof Plain ? `\n${error.message}\n` : error);
  process.exit(1);
}

run().catch(fail);
