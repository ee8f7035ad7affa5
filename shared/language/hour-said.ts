import type { Lang } from "../complaint/ids.ts";

/** `18`, `18:30`, `18.30`, as a shift's end is given. */
const clock = /^([01]?\d|2[0-4])(?:[:.]([0-5]\d))?$/;

/** The hour as a shopkeeper says it: in English `6 pm`, `6.30 pm`; elsewhere, and where it is no hour, as it is given. */
export function hourSaid(until: string, lang: Lang): string {
  const [, hour, minutes] = clock.exec(until.trim()) ?? [];
  if (lang !== "en" || hour === undefined) return until;
  const at = Number(hour) % 24;
  const past = minutes === undefined || minutes === "00" ? "" : `.${minutes}`;
  return `${at % 12 === 0 ? 12 : at % 12}${past} ${at < 12 ? "am" : "pm"}`;
}
