import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { advance } from "../../shared/complaint/advance.ts";
import { Case } from "../../shared/complaint/case.ts";
import { type CaseId, type Channel, caseIdOf, type Lang } from "../../shared/complaint/ids.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import type { Decision } from "../../shared/complaint/remedy.ts";
import { CARE_TABLE } from "./dynamo.ts";
import { aMention } from "./world.ts";

/** Puts a post into the table, with a case about it that has been decided and waits for its draft. */
export async function putDecidedCase(of: {
  readonly brand: BrandFile;
  readonly channel: Channel;
  readonly number: string;
  readonly lang: Lang;
  readonly text: string;
  readonly decision: Decision;
  readonly at: string;
}): Promise<CaseId> {
  const stores = careStores(CARE_TABLE);
  const { brand } = of.brand;
  const mention = aMention(of.channel, of.number, of.at, { brand, text: of.text });
  if (mention.author === undefined) throw new Error("a mention without an author");
  await stores.mentions.put(mention);
  const wake = { at: of.at, event: { detailType: "case-assessed.v1", detail: {} } };
  const opened = Case.parse({
    id: caseIdOf(mention.id),
    brand,
    channel: of.channel,
    rootId: mention.id,
    author: mention.author.id,
    mentions: [mention.id],
    answerTo: mention.id,
    lane: of.decision.outcome === "stop" ? "stop" : "answer",
    lang: of.lang,
    situation: of.decision.situation,
    ...(of.decision.outcome === "stop" ? { stopCase: of.decision.stopCase } : {}),
    severity: 2,
    arousal: 0.3,
    cues: [],
    desk: "agents",
    band: 4,
    openedAt: of.at,
    updatedAt: of.at,
    waitingSince: of.at,
    version: 1,
    stage: "matched",
  });
  const thread = { brand, channel: of.channel, rootId: mention.id, person: mention.author.id };
  await stores.cases.open(opened, thread, wake);
  await stores.cases.save({
    next: advance(opened, of.at, { stage: "decided" }),
    decision: of.decision,
    wake,
  });
  return opened.id;
}
