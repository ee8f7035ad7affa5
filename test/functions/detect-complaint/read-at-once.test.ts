import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DetectPorts, detectComplaint } from "../../../functions/detect-complaint/detect-complaint.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { caseIdOf } from "../../../shared/complaint/ids.ts";
import type { Mention } from "../../../shared/complaint/mention.ts";
import { Unavailable } from "../../../shared/runtime/errors.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aMention, shop, shopFile } from "../../support/world.ts";

const NOW = "2026-03-02T09:00:00.000Z";
const stores = careStores(CARE_TABLE);
const ports: DetectPorts = { ...stores, clock: { now: () => NOW } };
let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await withDynamo());
  await stores.brands.publish(shopFile(), NOW, "Aino");
});
afterAll(() => close());

const read = (mention: Mention, with_: DetectPorts = ports) =>
  detectComplaint({ brand: shop, mentionId: mention.id, causedBy: "test" }, with_);

/** Another run does all of its work after this one has read the assessment, and before it looks for the case. */
function overtaken(byAnother: () => Promise<unknown>): DetectPorts {
  let isFirst = true;
  return {
    ...ports,
    cases: {
      ...stores.cases,
      caseIdOf: async (thread) => {
        if (isFirst) await byAnother();
        isFirst = false;
        return stores.cases.caseIdOf(thread);
      },
    },
  };
}
/** The case is saved, and the run ends before it has saved the assessment. */
const cutShort: DetectPorts = {
  ...ports,
  mentions: {
    ...stores.mentions,
    saveAssessment: async () => {
      throw new Unavailable("the run was cut short");
    },
  },
};
const told = async (opening: Mention) => {
  const file = await stores.cases.load(shop, caseIdOf(opening.id));
  if (file === undefined) throw new Error("no case was opened");
  return { version: file.case.version, did: file.audit.map(({ did }) => did) };
};
const aPost = async (number: string, changed: Partial<Mention> = {}): Promise<Mention> => {
  const mention = aMention("facebook", number, NOW, changed);
  await stores.mentions.put(mention);
  return mention;
};

describe("a mention that is read by two runs at once", () => {
  it("opens its case once, and was never reworded", async () => {
    const mention = await aPost("801");
    const events: unknown[] = [];
    events.push(
      await read(
        mention,
        overtaken(async () => events.push(await read(mention))),
      ),
    );
    expect(events).toHaveLength(2);
    expect(await told(mention)).toEqual({ version: 1, did: ["opened"] });
    const [last] = events.slice(-1);
    expect(last).toMatchObject([{ detailType: "case-assessed.v1", detail: { data: { caseVersion: 1 } } }]);
  });

  it("opens its case once also where the first run was cut short", async () => {
    const mention = await aPost("802");
    await expect(read(mention, cutShort)).rejects.toThrow(Unavailable);
    const again = await read(mention);
    expect(again).toMatchObject([{ detailType: "case-assessed.v1", detail: { data: { caseVersion: 1 } } }]);
    expect(await told(mention)).toEqual({ version: 1, did: ["opened"] });
    const assessment = await stores.mentions.assessmentOf(shop, mention.id);
    expect(assessment).toMatchObject({ revision: 0, caseId: caseIdOf(mention.id) });
    expect(await read(mention)).toEqual(again);
  });

  it("joins a case once, though the run that joined it was cut short", async () => {
    const first = await aPost("803");
    await read(first);
    const more = await aPost("804", {
      author: first.author,
      rootId: first.id,
      parentId: first.id,
      kind: "comment",
    });
    await expect(read(more, cutShort)).rejects.toThrow(Unavailable);
    await read(more);
    expect(await told(first)).toEqual({ version: 2, did: ["opened", "joined"] });
  });

  it("is reworded once by each new wording, whatever the runs do", async () => {
    const mention = await aPost("805");
    await read(mention);
    await stores.mentions.put({ ...mention, revision: 1, text: `${mention.text} I asked twice.` });
    await expect(read(mention, cutShort)).rejects.toThrow(Unavailable);
    await read(
      mention,
      overtaken(() => read(mention)),
    );
    expect(await told(mention)).toEqual({ version: 2, did: ["opened", "reworded"] });
    await stores.mentions.put({ ...mention, revision: 2, text: `${mention.text} I asked three times.` });
    await read(
      mention,
      overtaken(() => read(mention)),
    );
    expect(await told(mention)).toEqual({ version: 3, did: ["opened", "reworded", "reworded"] });
    expect(await stores.mentions.assessmentOf(shop, mention.id)).toMatchObject({ revision: 2 });
  });
});
