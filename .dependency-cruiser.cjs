/** The arrows of the house. A wrong arrow fails `npm run check`; each rule says why it stands. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed, dependencyTypesNot: ["type-only"] },
});

module.exports = {
  forbidden: [
    only(
      "complaint-is-pure",
      "^shared/complaint/",
      ["^shared/complaint/", "^node_modules/zod/"],
      "The core decides from facts, rules and now; it talks to nobody.",
    ),
    only(
      "language-is-pure",
      "^shared/language/(?!language-files)",
      [
        "^shared/(language|complaint)/",
        "^node_modules/(zod|twitter-text|intl-messageformat|@formatjs|tslib)/",
      ],
      "Reading and writing text needs no network, no clock and no store.",
    ),
    only(
      "events-know-only-the-core",
      "^shared/events/",
      ["^shared/(events|complaint)/", "^node_modules/zod/"],
      "Contracts are facts in the words of the core.",
    ),
    only(
      "ports-know-only-the-core",
      "^shared/ports/",
      ["^shared/(ports|complaint|events)/", "^node_modules/zod/"],
      "A port says what the core needs, not how it is had.",
    ),
    {
      name: "adapters-serve-ports",
      severity: "error",
      comment: "An adapter never calls a step.",
      from: { path: "^shared/adapters/" },
      to: { path: "^(functions|infra)/" },
    },
    {
      name: "shared-knows-no-function",
      severity: "error",
      comment: "Steps use what is shared, not the other way round.",
      from: { path: "^shared/" },
      to: { path: "^(functions|infra|test)/" },
    },
    {
      name: "steps-are-strangers",
      severity: "error",
      comment: "Steps meet on the bus, never by import.",
      from: { path: "^functions/([^/]+)/" },
      to: { path: "^functions/", pathNot: "^functions/$1/" },
    },
    {
      name: "functions-know-no-infra",
      severity: "error",
      comment: "Code that runs does not know how it is wired.",
      from: { path: "^functions/" },
      to: { path: "^(infra|test)/" },
    },
    {
      name: "cloud-touches-no-adapter",
      severity: "error",
      comment: "The stack is built from contracts and the pipeline table.",
      from: { path: "^infra/(cloud|app)" },
      to: { path: "^(shared/adapters/|functions/|node_modules/@aws-sdk/)" },
    },
    {
      name: "simulators-share-nothing-with-clients",
      severity: "error",
      comment: "A simulator that shares the client's schema proves nothing.",
      from: { path: "^infra/local/simulators/" },
      to: { path: "^(shared/|functions/|node_modules/twitter-api-v2/)" },
    },
    {
      name: "no-circles",
      severity: "error",
      comment: "Two files that run each other have no beginning. A type is gone before anything runs.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^(infra|functions|shared)/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
