import { draftReplyStep } from "../../functions/draft-reply/draft-reply.ts";
import { wordByModel } from "../../functions/draft-reply/word-by-model.ts";
import { bedrockDrafter } from "../../shared/adapters/bedrock/bedrock-drafter.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import type { Draft } from "../../shared/complaint/draft.ts";
import type { Channel, Lang } from "../../shared/complaint/ids.ts";
import { type BrandFile, ModelDrafter } from "../../shared/complaint/playbook.ts";
import type { Decision } from "../../shared/complaint/remedy.ts";
import type { DrafterFor } from "../../shared/ports/drafter.ts";
import { answering, boots, decideFor } from "../language/reply-world.ts";
import { putDecidedCase } from "./a-decided-case.ts";
import { startBedrockDouble } from "./bedrock-double.ts";
import { CARE_TABLE, withDynamo } from "./dynamo.ts";
import { laura, shop, shopFile } from "./world.ts";

export const AT = "2026-11-20T12:00:00.000Z";
/** The sports shop, with no model. */
export const plainShop = shopFile();
/** What the decision about the boots is made from. */
export const bootFacts = { assessment: answering("exchange-refused"), product: "football-boots-junior" };
export const bootDecision = decideFor(plainShop, bootFacts);

/** The sports shop with a model switched on. */
export function shopWithModel(tokensPerDay: number): BrandFile {
  const drafter = ModelDrafter.parse({
    kind: "bedrock",
    modelId: "provider.model-v1:0",
    region: "eu-north-1",
    tokensPerDay,
  });
  return { ...plainShop, account: { ...plainShop.account, drafter } };
}

/** A table, the double of the service, and Laura on shift. */
export async function startDrafting() {
  const dynamo = await withDynamo();
  const bedrock = await startBedrockDouble(() => ({ error: "ValidationException" }));
  const stores = careStores(CARE_TABLE);
  const from = "2026-11-20T06:00:00.000Z";
  const until = "2026-11-20T16:00:00.000Z";
  await stores.brands.putShift(shop, { agent: laura, name: "Laura", role: "agent", from, until });
  await stores.brands.publish(shopWithModel(10_000_000), AT, "Aino");
  return {
    bedrock,
    stores,
    close: async () => {
      await bedrock.close();
      await dynamo.close();
    },
  };
}

/** The same words may come again and again in a test; that they may not in life is the voice lint's to say. */
const noneRemembered = { recent: async () => [], note: async () => {} };

let cases = 7000;
type Written = {
  readonly text?: string;
  readonly lang?: Lang;
  readonly channel?: Channel;
  readonly decision?: Decision;
};

/** Drafts one decided case as the deployed step does, with the model at hand. */
export async function drafted(of: Written, drafterFor: DrafterFor = bedrockDrafter): Promise<Draft> {
  cases += 1;
  const { text = boots, lang = "en", channel = "facebook", decision = bootDecision } = of;
  const number = String(cases);
  const id = await putDecidedCase({ brand: plainShop, channel, number, lang, text, decision, at: AT });
  const ports = careStores(CARE_TABLE);
  await draftReplyStep(
    { brand: shop, caseId: id, causedBy: "e" },
    {
      ...ports,
      replies: noneRemembered,
      clock: { now: () => AT },
      wordByModel: wordByModel({ drafterFor, tokens: ports.tokens }),
    },
  );
  const [draft] = (await ports.cases.load(shop, id))?.drafts ?? [];
  if (draft === undefined) throw new Error("the case was lost");
  return draft;
}

/** What no draft of a remedy may have, whoever worded it: names of rules, or of what is not the decision's. */
export function harmIn(draft: Draft, decision: Decision): readonly string[] {
  const number = String(cases);
  const isSame =
    decision.outcome === "remedy" && JSON.stringify(draft.remedy) === JSON.stringify(decision.remedy);
  const isToWriter = draft.private?.to.endsWith(number) === true && draft.public.replyTo.endsWith(number);
  const isSigned = draft.public.text.endsWith("– Laura") && draft.private?.text.endsWith("– Laura") === true;
  return [
    ...draft.findings
      .filter(({ severity, overrulable }) => severity === "hard" && !overrulable)
      .map(({ rule }) => rule),
    ...(isSame ? [] : ["remedy"]),
    ...(isToWriter ? [] : ["recipient"]),
    ...(isSigned ? [] : ["signer"]),
  ];
}

/** Why the composer's draft stands; undefined where it was not for the model. */
export const fellBack = ({ reasons }: Draft): string | undefined =>
  reasons.find((reason) => reason.startsWith("fell-back:"))?.slice("fell-back:".length);
