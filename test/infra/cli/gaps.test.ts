import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { isDone } from "../../../shared/complaint/agent-acts/act.ts";
import { approve } from "../../../shared/complaint/agent-acts/approve.ts";
import { escalate } from "../../../shared/complaint/agent-acts/escalate.ts";
import { AgentId } from "../../../shared/complaint/ids.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aDraftedCase, laura, shop, shopFile, testWakes } from "../../support/world.ts";

const at = "2026-11-20T09:00:00.000Z";
const cases = careStores(CARE_TABLE).cases;
let dynamo: Awaited<ReturnType<typeof withDynamo>>;

/** The boots are 18 € of goodwill; an agent may give 15 € here. */
const { playbook } = shopFile();
const { roles } = playbook.mandate;
const narrow = {
  mandate: { ...playbook.mandate, roles: { ...roles, agent: { ...roles.agent, perCaseMinor: 1500 } } },
};
const budgets = { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 };

beforeAll(async () => {
  dynamo = await withDynamo();
  for (const number of ["1", "2"]) {
    const file = aDraftedCase("facebook", number, at);
    const { case: opened, drafts, decision } = file;
    const wake = { at, event: { detailType: "case-assessed.v1", detail: {} } };
    const person = opened.author ?? opened.rootId;
    await cases.open(opened, { brand: shop, channel: "facebook", rootId: opened.rootId, person }, wake);
    await cases.save({ next: { ...opened, version: 2 }, decision, draft: drafts[0] });
    const standing = await cases.load(shop, opened.id);
    const up =
      standing &&
      escalate(standing, {
        reason: "outside-mandate",
        by: { id: laura, role: "agent" },
        now: at,
        playbook: narrow,
        budgets,
      });
    if (!up || !isDone(up)) throw new Error("not handed up");
    await cases.save(up.change);
    const handedUp = await cases.load(shop, opened.id);
    const done =
      handedUp &&
      approve(handedUp, {
        draftVersion: 1,
        draftHash: drafts[0]?.hash ?? "",
        by: { id: AgentId.parse("sanna"), role: "manager" },
        overruled: [],
        now: "2026-11-20T10:00:00.000Z",
        playbook: narrow,
        budgets,
        timeZone: "Europe/Helsinki",
        mention: {},
        hasWrittenPrivately: false,
        wakes: testWakes,
      });
    if (!done || !isDone(done)) throw new Error("not signed");
    await cases.save(done.change);
  }
});
afterAll(() => dynamo.close());

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const gaps = (...args: readonly string[]) =>
  promisify(execFile)(
    process.execPath,
    [
      root("infra/cli/shopkeeper.mjs"),
      "gaps",
      "--brand",
      root("brands/kenttakauppa.yaml"),
      "--care-table",
      CARE_TABLE,
      ...args,
    ],
    { env: { ...process.env, NODE_OPTIONS: "" } },
  );

describe("shopkeeper gaps", () => {
  it("reads the table and says what the mandate lacked in the month", async () => {
    const { stdout } = await gaps("--month", "2026-11");
    expect(stdout).toBe(
      "2026-11: 2 times €15 was too little by €3 (exchange-refused · agent · limit per case)\n",
    );
    const json = await gaps("--month", "2026-11", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({ month: "2026-11", times: 2, limitMet: "role-case" });
    const before = await gaps("--month", "2026-10", "--lang", "sv");
    expect(before.stdout).toBe("2026-10: ingen chef gav mer än mandatet.\n");
  });

  it("says what is wrong with a month that is none", async () => {
    await expect(gaps("--month", "November")).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("YYYY-MM"),
    });
  });
});
