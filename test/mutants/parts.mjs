/** One file, or two that are one matter, and the tests that are to notice a change to it: its own. */
const slice = (part, file, tests, excluded = []) => ({
  part,
  mutate: [`shared/${file}.ts`],
  tests: tests.map((test) => `test/${test}.test.ts`),
  excluded,
});

const money = (file, ...near) =>
  slice(
    "money",
    `complaint/${file}`,
    [file, ...near].map((t) => `complaint/${t}`),
  );
const lint = (file, test) => slice("lint", `language/${file}`, [`language/${test}`, "language/lint-loads"]);

/**
 * The rules of the lint, as tables. Their patterns are left out: a list of forty phrases is one expression, and nearly
 * each of the 1,458 changes to them (a `?` less, a look to the side turned round) asks for a sentence of its own.
 * Whether the patterns are right is measured on texts instead (`test/language/voice-lint*.test.ts`).
 */
const rules = (file, ...tests) =>
  slice(
    "lint-rules",
    `language/lint-rules/${file}`,
    [...tests, "lint-loads"].map((t) => `language/${t}`),
    ["Regex"],
  );

/** A part is one figure; it is run file by file, since a change to a table is tried on every test that is named. */
export const SLICES = [
  // What may be given: the ladder, the limits, the mandate of whoever signs, and what goodwill is charged to.
  money("decide", "decide-laws", "overturned", "decide-incident", "incident-laws", "believed"),
  money("ladder"),
  money("limits"),
  money("inside-mandate"),
  money("budget", "believed"),
  money("loss-line"),
  money("agent-acts/signers-mandate", "believed"),
  money("agent-acts/charges", "believed"),
  lint("lint-finding", "lint-finding"),
  lint("lint-form", "lint-form"),
  lint("lint-money", "lint-money"),
  lint("lint-musts", "lint-musts"),
  lint("lint-paraphrase", "lint-paraphrase"),
  lint("lint-privacy", "lint-privacy"),
  lint("lint-promises", "lint-promises"),
  lint("{lint-style,voice-lint}", "lint-style"),
  lint("wording", "wording"),
  lint("weighted-length", "weighted-length"),
  rules("anybodys-words", "lint-paraphrase"),
  rules("day-words", "lint-promises"),
  rules("money-words", "lint-money"),
  rules("must-words", "lint-musts"),
  rules("private-facts", "lint-privacy"),
  rules("shouted-words", "lint-form"),
  rules("style-rules", "lint-style", "voice-lint-rules"),
];

/** What every slice is run with. */
export const optionsOf = ({ mutate, excluded }, report) => ({
  packageManager: "npm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "test/mutants/vitest.config.ts", related: false },
  mutate,
  mutator: { excludedMutations: excluded },
  ignorePatterns: ["/docs", "/cdk.out", "/.shopkeeper", "/test/bench", "/test/eval"],
  coverageAnalysis: "perTest",
  // Tables that are read once, when a file is loaded, are changed too.
  ignoreStatic: false,
  warnings: { slow: false },
  concurrency: 2,
  // A loop without an end is a change that was noticed; a busy machine is not.
  timeoutMS: 60_000,
  tempDirName: "node_modules/.stryker",
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  jsonReporter: { fileName: report },
});
