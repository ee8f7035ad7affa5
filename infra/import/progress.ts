const WIDTH = 24;
const REDRAWN_EVERY_MS = 200;
const STEPS = 10;

/** How far a long piece of work is, on standard error: a bar that is redrawn, or a line for each tenth where nobody watches. */
export function progressOf(what: string, whole: number) {
  const began = performance.now();
  let drawnAt = 0;
  let told = 0;
  const isWatched = process.stderr.isTTY;
  const words = (part: number, rows: number): string => {
    const share = whole === 0 ? 0 : Math.min(1, part / whole);
    const rate = Math.round((rows * 1000) / Math.max(1, performance.now() - began));
    const full = Math.round(share * WIDTH);
    return `${what} ${"█".repeat(full)}${"·".repeat(WIDTH - full)} ${Math.floor(share * 100)} %, ${rows} lines, ${rate} a second`;
  };
  return {
    /** @param part how much of the whole @param rows lines done in this run */
    tell(part: number, rows: number): void {
      const now = performance.now();
      const step = whole === 0 ? 0 : Math.floor((part / whole) * STEPS);
      if (isWatched && now - drawnAt > REDRAWN_EVERY_MS) {
        process.stderr.write(`\r${words(part, rows)}`);
        drawnAt = now;
      } else if (!isWatched && step > told) process.stderr.write(`${words(part, rows)}\n`);
      told = Math.max(told, step);
    },
    end(): void {
      if (isWatched) process.stderr.write("\n");
    },
  };
}
