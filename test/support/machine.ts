import { readdirSync, readFileSync } from "node:fs";
import { type OneMachine, type OneMachineOptions, startOneMachine } from "../../infra/local/one-machine.ts";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { freePorts } from "./ports.ts";

/** The brand files of the checkout. */
export function exampleBrands(): readonly BrandFile[] {
  const folder = new URL("../../brands/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => {
      const read = parseBrand(readFileSync(new URL(name, folder), "utf8"), name);
      if (!read.ok) throw new Error(`${name} is broken`);
      return read.brand;
    });
}

/** Both example brands on one machine, in memory, on free ports. One per test file. */
export async function aMachine(options: Partial<OneMachineOptions> = {}): Promise<OneMachine> {
  const first = await freePorts(2);
  return startOneMachine({
    brands: exampleBrands(),
    ports: { console: first, facebook: 0, x: 0, issuer: first + 1 },
    pollMs: 500,
    ...options,
  });
}
