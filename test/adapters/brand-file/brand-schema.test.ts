import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { BaseName, situationsOf } from "../../../shared/adapters/brand-file/bases.ts";
import { brandSchema } from "../../../shared/adapters/brand-file/brand-schema.ts";
import { shopFile } from "../../support/world.ts";

const valid = new Ajv2020({ strict: false }).compile(brandSchema());
const problemsOf = (file: unknown) => (valid(file) ? [] : valid.errors);

describe("the schema for editors", () => {
  it.each(["kenttakauppa", "lounaspoyta"])("takes the example %s as it is written", (id) => {
    expect(problemsOf(parse(readFileSync(`brands/${id}.yaml`, "utf8")))).toEqual([]);
  });

  it.each(BaseName.options)("takes all situations of %s, written out", (base) => {
    const file = shopFile();
    expect(problemsOf({ ...file, playbook: { ...file.playbook, situations: situationsOf([base]) } })).toEqual(
      [],
    );
  });

  it.each([
    { when: "a name is misspelt", change: { beleiveFirstMinor: 1 } },
    { when: "the base is none", change: { extends: ["bakery"] } },
    {
      when: "a remedy is none",
      change: { extends: ["shop"], situations: [{ id: "defect", floor: { kind: "x" } }] },
    },
    { when: "nothing is extended and a situation is not whole", change: { situations: [{ id: "defect" }] } },
  ])("refuses a file in which $when", ({ change }) => {
    const file = shopFile();
    expect(problemsOf({ ...file, playbook: { ...file.playbook, ...change } })).not.toEqual([]);
  });

  it("stands beside the examples as the command writes it", () => {
    expect(JSON.parse(readFileSync("brands/brand.schema.json", "utf8"))).toEqual(brandSchema());
  });
});
