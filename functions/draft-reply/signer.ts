import type { Instant } from "../../shared/complaint/ids.ts";
import type { Shift } from "../../shared/complaint/promise.ts";

/** Who signs: the agent who is here longest from now on; else whoever is here. Nobody: undefined. */
export function signerOf(shifts: readonly Shift[]): Shift | undefined {
  const byEnd = [...shifts].sort((a, b) =>
    a.until === b.until ? (a.agent < b.agent ? -1 : 1) : a.until < b.until ? 1 : -1,
  );
  return byEnd.find((shift) => shift.role === "agent") ?? byEnd[0];
}

/** The hour as it is said: `18`, or `18:30`. In the brand's time zone. */
export function timeOfDay(at: Instant, timeZone: string): string {
  const [hour = "", minute = "00"] = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(new Date(at))
    .split(":");
  return minute === "00" ? String(Number(hour)) : `${Number(hour)}:${minute}`;
}
