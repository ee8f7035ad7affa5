/** How often a law is tried. `npm run mutants` tries less, since it tries it once for each mutant. */
export const LAW_RUNS = Number(process.env["LAW_RUNS"] ?? 10_000);
