import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register } from "../../../infra/cli/commands/playbook.ts";
import { keys } from "../../../shared/adapters/dynamodb/keys.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { dynamoTable } from "../../../shared/adapters/dynamodb/table.ts";
import { commandOutput } from "../../support/command-output.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { shop, shopFile } from "../../support/world.ts";

const old = "brands/kenttakauppa.yaml";
const text = readFileSync(old, "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "shopkeeper-playbook-"));
const raised = path.join(folder, "raised.yaml");
writeFileSync(raised, text.replace("agent: { perCaseMinor: 15000", "agent: { perCaseMinor: 20000"));
const printed = commandOutput([register]);
/** Sentences are no JSON: what was printed is read from `printed.out`. */
const said = async (...args: string[]) => {
  await printed.run(...args).catch((error: unknown) => {
    if (!(error instanceof SyntaxError)) throw error;
  });
  return printed.out;
};

let dynamo: { close(): Promise<void> };
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await dynamo.close();
});

describe("shopkeeper playbook diff", () => {
  it("says in the language that is asked for what changes", async () => {
    expect(await said("playbook", "diff", old, raised)).toBe(
      "An agent may now give up to €200 for one case instead of €150.\n",
    );
    expect(await said("playbook", "diff", raised, old, "--lang", "sv")).toBe(
      "En handläggare får nu ge upp till 150 € för ett ärende (förut 200 €).\n",
    );
    expect(process.exitCode).toBeUndefined();
  });

  it("gives each difference as a line of JSON, with the sentence", async () => {
    const lines = await printed.run("playbook", "diff", old, raised, "--json", "--lang", "fi");
    expect(lines).toEqual([
      {
        at: ["playbook", "mandate", "roles", "agent", "perCaseMinor"],
        kind: "changed",
        before: 15000,
        after: 20000,
        limit: true,
        said: "Vastaaja saa nyt antaa yhdestä tapauksesta enintään 200 € (ennen 150 €).",
      },
    ]);
  });

  it("says nothing on standard output where nothing changes", async () => {
    expect(await said("playbook", "diff", old, old)).toBe("");
    expect(printed.err).toMatch(/say the same/);
  });

  it("fails on a file that cannot be read, and is wrongly used with one file alone or three things to compare", async () => {
    await said("playbook", "diff", old, path.join(folder, "none.yaml"));
    expect(process.exitCode).toBe(1);
    await expect(said("playbook", "diff", old)).rejects.toMatchObject({ exitCode: 1 });
    await expect(said("playbook", "diff", old, raised, "--active")).rejects.toMatchObject({ exitCode: 1 });
  });
});

describe("shopkeeper playbook publish", () => {
  const here = ["--table", CARE_TABLE];
  it.each([{ by: [] }, { by: ["--by", "  "] }])(
    "refuses a version that nobody answers for: $by",
    async ({ by }) => {
      await expect(said("playbook", "publish", old, ...here, ...by)).rejects.toThrow(/--by/);
      await expect(careStores(CARE_TABLE).brands.active(shop)).rejects.toMatchObject({
        code: "not-configured",
      });
      await expect(
        careStores(CARE_TABLE).brands.publish(shopFile(), "2026-11-20T10:00:00.000Z", " "),
      ).rejects.toThrow(RangeError);
    },
  );

  it("keeps every version with who published it and when, and compares with the one that is active", async () => {
    await said("playbook", "publish", old, ...here, "--by", "Aino Salo");
    await said("playbook", "publish", raised, ...here, "--by", "Mikael Berg");
    expect(printed.out).toMatch(/version 2 in .*, by Mikael Berg/);
    const { brands } = careStores(CARE_TABLE);
    expect(await brands.active(shop)).toMatchObject({ version: 2, publishedBy: "Mikael Berg" });
    const first = await dynamoTable(CARE_TABLE).get({ pk: keys.brandPartition(shop), sk: "v#000001" });
    expect(first).toMatchObject({
      version: 1,
      publishedBy: "Aino Salo",
      body: { playbook: { mandate: { roles: { agent: { perCaseMinor: 15000 } } } } },
    });
    expect(first?.["publishedAt"]).toMatch(/^20.*Z$/);
    expect(await said("playbook", "diff", "--active", old, ...here)).toBe(
      "An agent may now give up to €150 for one case instead of €200.\n",
    );
    expect(printed.err).toMatch(/against version 2 \(20.*, Mikael Berg\)/);
  });

  it("publishes the situations whole: what was extended is written out in the version", async () => {
    const { file } = await careStores(CARE_TABLE).brands.active(shop);
    expect(Object.keys(file.playbook)).not.toContain("extends");
    expect(file.playbook.situations.every(({ recognise }) => (recognise.fi?.length ?? 0) > 0)).toBe(true);
  });
});
