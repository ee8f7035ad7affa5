import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { App } from "aws-cdk-lib";
import { afterAll, describe, expect, it } from "vitest";
import { readBrandAccounts } from "../../infra/brands.ts";
import { readStage } from "../../infra/cloud/stage.ts";
import { cdkContext } from "../support/synthesise.ts";

describe("the brand files", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "shopkeeper-brands-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("give the stack where each brand is and which secrets it has, and nothing of the playbook", () => {
    const accounts = readBrandAccounts("brands");
    expect(accounts.map(({ brand }) => brand)).toEqual(["kenttakauppa", "lounaspoyta"]);
    expect(accounts[0]?.channels.facebook?.secret).toBe("shopkeeper/kenttakauppa/facebook");
    for (const account of accounts) expect(Object.keys(account).toSorted()).toEqual(["brand", "channels"]);
  });

  it("stop a deployment with file, line and column of what is wrong", () => {
    writeFileSync(path.join(folder, "half.yaml"), "brand: half\naccount: {}\n");
    expect(() => readBrandAccounts(folder)).toThrow(/half\.yaml:\d+:\d+ /);
  });
});

describe("a stage", () => {
  const read = (context: Record<string, unknown>) =>
    readStage(new App({ context: { ...cdkContext, ...context } }).node);

  it.each(["dev", "prod"])("%s is described in cdk.json", (stage) => {
    expect(read({ stage }).name).toBe(stage);
  });

  it("keeps what customers gave us, where customers are", () => {
    expect(read({ stage: "prod" }).keepTables).toBe(true);
  });

  it.each([
    { when: "is not in cdk.json", context: { stage: "elsewhere" }, says: /elsewhere/ },
    { when: "has a name that no resource could have", context: { stage: "My Stage" }, says: /lower-case/ },
    {
      when: "would poll more often than a schedule can",
      context: {
        stage: "dev",
        stages: { dev: { keepTables: false, logDays: 7, pollSeconds: 30, consoleRequestsPerSecond: 1 } },
      },
      says: /pollSeconds/,
    },
  ])("is refused when it $when", ({ context, says }) => {
    expect(() => read(context)).toThrow(says);
  });
});
