import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
type Config = { readonly forbidden: IForbiddenRuleType[]; readonly options: ICruiseOptions };
const config: Config = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

const look = async (baseDir: string): Promise<ICruiseResult> => {
  const { output } = await cruise(
    ["infra", "functions", "shared"],
    { ...config.options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden } },
    {},
    { tsConfig: extractTSConfig(path.join(root, "tsconfig.json")) },
  );
  if (typeof output === "string") throw new Error("dependency-cruiser gave a text instead of its findings");
  return output;
};

describe("the arrows of this house", () => {
  let found: ICruiseResult;
  beforeAll(async () => {
    found = await look(root);
  });

  it("are read at all: a tool that sees no modules finds no wrong arrow", () => {
    const ours = found.modules.filter((module) => /^(infra|functions|shared)\//.test(module.source));
    expect(ours.length).toBeGreaterThan(60);
    expect(ours.some((module) => module.dependencies.length > 0)).toBe(true);
  });

  it("all point the right way", () => {
    expect(found.summary.violations.map((each) => `${each.rule.name}: ${each.from} → ${each.to}`)).toEqual(
      [],
    );
  });
});

/** One wrong arrow for each rule: a file, and what it must not import. */
const wrong: Readonly<Record<string, { readonly file: string; readonly imports: string }>> = {
  "complaint-is-pure": { file: "shared/complaint/case.ts", imports: "node:fs" },
  "language-is-pure": { file: "shared/language/tokens.ts", imports: "../ports/clock.ts" },
  "events-know-only-the-core": { file: "shared/events/told.ts", imports: "../ports/clock.ts" },
  "ports-know-only-the-core": { file: "shared/ports/store.ts", imports: "../runtime/clock.ts" },
  "adapters-serve-ports": { file: "shared/adapters/x/client.ts", imports: "../../../infra/pipeline.ts" },
  "shared-knows-no-function": {
    file: "shared/runtime/log.ts",
    imports: "../../functions/follow-up/follow-up.ts",
  },
  "steps-are-strangers": { file: "functions/draft-reply/draft.ts", imports: "../follow-up/follow-up.ts" },
  "functions-know-no-infra": { file: "functions/draft-reply/handler.ts", imports: "../../infra/pipeline.ts" },
  "cloud-touches-no-adapter": {
    file: "infra/cloud/stack.ts",
    imports: "../../shared/adapters/dynamodb/table.ts",
  },
  "simulators-share-nothing-with-clients": {
    file: "infra/local/simulators/x/api.ts",
    imports: "../../../../shared/ports/clock.ts",
  },
  "no-circles": { file: "shared/runtime/circle.ts", imports: "./circle-back.ts" },
  "nothing-imports-tests": { file: "infra/local/seed/world.ts", imports: "../../../test/support/world.ts" },
};

describe("a wrong arrow", () => {
  let folder: string;
  let found: ICruiseResult;
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "shopkeeper-arrows-"));
    for (const target of [
      "shared/ports/clock.ts",
      "shared/runtime/clock.ts",
      "shared/adapters/dynamodb/table.ts",
      "functions/follow-up/follow-up.ts",
      "infra/pipeline.ts",
      "test/support/world.ts",
    ])
      put(target, "export const here = 1;\n");
    put("shared/runtime/circle-back.ts", 'import "./circle.ts";\n');
    for (const { file, imports } of Object.values(wrong)) put(file, `import "${imports}";\n`);
    found = await look(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is thought of for every rule", () => {
    expect(Object.keys(wrong).toSorted()).toEqual(config.forbidden.map((rule) => rule.name).toSorted());
  });

  it.each(Object.entries(wrong))("is caught by %s", (rule, { file }) => {
    // A circle is told once, from either of its files.
    const told = found.summary.violations.flatMap((each) =>
      [each.from, each.to].map((end) => `${each.rule.name} ${end}`),
    );
    expect(told).toContain(`${rule} ${file}`);
  });
});
