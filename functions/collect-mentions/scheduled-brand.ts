import * as z from "zod";
import { BrandId } from "../../shared/complaint/ids.ts";
import { Malformed } from "../../shared/runtime/errors.ts";

/** The function is stopped after 55 s; the last page and the cursors need a few of them. */
export const POLL_MS = 40_000;

const Scheduled = z.object({ brand: BrandId });

/** Which brand the schedule's input names. @throws {Malformed} when it names none */
export function scheduledBrand(event: unknown): BrandId {
  const parsed = Scheduled.safeParse(event);
  if (parsed.success) return parsed.data.brand;
  throw new Malformed(
    "schedule input",
    parsed.error.issues.map(({ path, message }) => `${path.join(".") || "input"}: ${message}`),
  );
}
