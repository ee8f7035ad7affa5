import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { register as registerCorrections } from "../../../infra/cli/commands/corrections.ts";
import { register as registerTrain } from "../../../infra/cli/commands/train.ts";
import { keys } from "../../../shared/adapters/dynamodb/keys.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { dynamoTable } from "../../../shared/adapters/dynamodb/table.ts";
import type { Correction } from "../../../shared/complaint/correction.ts";
import { AgentId } from "../../../shared/complaint/ids.ts";
import { commandOutput } from "../../support/command-output.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aMention, shop } from "../../support/world.ts";

const brandFile = fileURLToPath(new URL("../../../brands/kenttakauppa.yaml", import.meta.url));
const here = ["--brand", brandFile, "--table", CARE_TABLE];
const start = Date.parse("2026-11-20T10:00:00.000Z");

let dynamo: { close(): Promise<void> };
const { mentions, corrections } = careStores(CARE_TABLE);
const printed = commandOutput([registerCorrections, registerTrain]);
const { run } = printed;
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());
const numbers = { next: 1 };
async function labelled(text: string, complaint: boolean, lang: Correction["lang"] = "en") {
  const n = numbers.next++;
  const at = new Date(start + n * 1000).toISOString();
  const mention = aMention("facebook", String(n), at, { text });
  await mentions.put(mention);
  const by = AgentId.parse("laura");
  await corrections.record({ brand: shop, mention: mention.id, revision: 0, complaint, lang, by, at });
  return mention;
}

describe("shopkeeper corrections", () => {
  it("prints newest first what still has its words, and says how many have none, in no words of anybody", async () => {
    const first = await labelled("My flange was gribbled", true);
    const expired = await labelled("kanariaexpired", true);
    await dynamoTable(CARE_TABLE).transact([{ delete: keys.mentionText(shop, expired.id) }]);
    await labelled("", false);
    const reworded = await labelled("kanariareworded", false);
    await mentions.put({ ...reworded, revision: 1, text: "kanarianew" });
    const removed = await labelled("kanariaremoved", true);
    await mentions.remove(shop, removed.id, new Date(start).toISOString());
    const second = await labelled("Ihana kauppa", false, "fi");

    expect(await run("corrections", ...here)).toEqual([
      { text: "Ihana kauppa", complaint: false, lang: "fi", id: second.id },
      { text: "My flange was gribbled", complaint: true, lang: "en", id: first.id },
    ]);
    expect(printed.err).toBe(
      "corrections: 2 printed; 2 had no text any more; 1 were of a wording that has been changed since\n",
    );
    expect(process.exitCode).toBeUndefined();
    expect(await run("corrections", ...here, "--lang", "fi")).toMatchObject([{ id: second.id }]);
  });

  it("gives rows that train learns from as they are, over several pages", async () => {
    for (let n = 0; n < 60; n++)
      await labelled(`My flange number ${n} was ${n % 2 === 0 ? "gribbled" : "zorped"}`, n % 2 === 0);
    const rows = await run("corrections", ...here, "--lang", "en");
    expect(rows).toHaveLength(61);
    const folder = mkdtempSync(path.join(tmpdir(), "corrections-"));
    const data = path.join(folder, "own.jsonl");
    writeFileSync(data, printed.out);
    const figures = await run(
      "train",
      "--data",
      data,
      "--out",
      path.join(folder, "own.model"),
      "--bits",
      "12",
      "--folds",
      "5",
    );
    expect(process.exitCode).toBeUndefined();
    expect(printed.err).not.toContain("line ");
    expect(figures[0]).toMatchObject({ rows: 61, positive: 31 });
  });

  it("prints nothing of another brand, and ends with 1 where the brand file cannot be read", async () => {
    const other = fileURLToPath(new URL("../../../brands/lounaspoyta.yaml", import.meta.url));
    expect(await run("corrections", "--brand", other, "--table", CARE_TABLE)).toEqual([]);
    expect(printed.err).toContain("corrections: 0 printed; 0 had no text any more");
    await run("corrections", "--brand", "/nowhere.yaml", "--table", CARE_TABLE);
    expect(process.exitCode).toBe(1);
    expect(printed.err).toContain("/nowhere.yaml");
  });
});
