import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandOutput,
} from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import * as z from "zod";
import type { ModelDrafter } from "../../complaint/playbook.ts";
import { ANSWER_SCHEMA, draftingPrompt } from "../../language/drafting-prompt.ts";
import type { DraftBrief, Drafter, DrafterFor, ModelAnswer } from "../../ports/drafter.ts";
import { failureOf } from "./converse-failure.ts";

/** Where this runs has 30 s for a batch whose cases are drafted side by side. */
const PATIENCE_MS = 8000;
const CONNECT_MS = 2000;
/** Tokens. Two short texts in Finnish, the longest of the three, with room. */
const MOST_WRITTEN = 700;
const SCHEMA = JSON.stringify(ANSWER_SCHEMA);

const Answer = z.strictObject({ public: z.string(), private: z.string() });

/** One client a region: two would hold two pools of connections. */
const clients = new Map<string, BedrockRuntimeClient>();
function clientFor(region: string): BedrockRuntimeClient {
  const known = clients.get(region);
  if (known !== undefined) return known;
  const client = new BedrockRuntimeClient({
    region,
    // The composer is the second try.
    maxAttempts: 1,
    // The SDK would speak HTTP/2 here, whose session does not outlive a function that is put to sleep.
    requestHandler: new NodeHttpHandler({ connectionTimeout: CONNECT_MS }),
  });
  clients.set(region, client);
  return client;
}

/**
 * Asks a model on Amazon Bedrock for the two texts: the Converse API with a JSON schema for the answer, no tool, one
 * try. What the service does wrong is an answer without words.
 */
export const bedrockDrafter: DrafterFor = (settings) => drafterWithin(settings, PATIENCE_MS);

/** @param patienceMs from the call to the last byte */
export const drafterWithin = ({ modelId, region }: ModelDrafter, patienceMs: number): Drafter => ({
  mostTokens(brief) {
    const { system, user } = draftingPrompt(brief);
    // A token is at least a byte.
    return Buffer.byteLength([system, ...user, SCHEMA].join("")) + MOST_WRITTEN;
  },
  async write(brief) {
    try {
      return readAnswer(
        await clientFor(region).send(converse(modelId, brief), {
          abortSignal: AbortSignal.timeout(patienceMs),
        }),
      );
    } catch (error) {
      return failureOf(error);
    }
  },
});

function converse(modelId: string, brief: DraftBrief): ConverseCommand {
  const { system, user } = draftingPrompt(brief);
  return new ConverseCommand({
    modelId,
    system: [{ text: system }],
    messages: [{ role: "user", content: user.map((text) => ({ text })) }],
    inferenceConfig: { maxTokens: MOST_WRITTEN },
    outputConfig: {
      textFormat: {
        type: "json_schema",
        structure: { jsonSchema: { name: "two_texts", schema: SCHEMA } },
      },
    },
  });
}

/** Stop reasons as in "Amazon Bedrock API Reference, Converse", read 2026-11-22. Any other than the end is a no. */
function readAnswer({ output, stopReason, usage }: ConverseCommandOutput): ModelAnswer {
  const tokens = usage?.totalTokens;
  switch (stopReason) {
    case "end_turn":
      break;
    case "max_tokens":
    case "model_context_window_exceeded":
      return { none: "cut-off", tokens };
    case "malformed_model_output":
    case "malformed_tool_use":
      return { none: "malformed", tokens };
    default:
      return { none: "refused", tokens };
  }
  const texts = (output?.message?.content ?? []).flatMap(({ text }) => text ?? []);
  const read = Answer.safeParse(parsed(texts.join("")));
  return read.success ? { ...read.data, tokens } : { none: "malformed", tokens };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
