/** A moment as a date-time field holds it, in the brand's time zone: `2026-03-01T14:30`. */
export function inLocalField(at: string, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  })
    .format(new Date(at))
    .replace(" ", "T");
}

/**
 * The moment that a date-time field means in the zone; undefined when it is not one. A time that the clock skips in
 * spring is the one an hour later; of a time that comes twice in autumn it is one of the two.
 */
export function fromLocalField(field: string, zone: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(field)) return undefined;
  const asUtc = Date.parse(`${field}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  let guess = asUtc;
  // The zone's offset at the guess is off by at most one change of the clock; the second look settles it.
  for (let look = 0; look < 2; look++) {
    const seen = Date.parse(`${inLocalField(new Date(guess).toISOString(), zone)}:00Z`);
    guess += asUtc - seen;
  }
  return new Date(guess).toISOString();
}
