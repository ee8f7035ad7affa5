import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

/** What EventBridge puts into a step's queue. */
const BusEvent = z.looseObject({ source: z.string(), "detail-type": z.string(), detail: z.unknown() });
type BusEvent = z.infer<typeof BusEvent>;

const folder = path.resolve(import.meta.dirname, "../events/samples");

/** Names of the samples, such as `case-closed.v1`. A sample that was once published stays for good. */
export const sampleNames = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""));

export const readSample = (detailType: string): BusEvent =>
  BusEvent.parse(JSON.parse(readFileSync(path.join(folder, `${detailType}.json`), "utf8")));
