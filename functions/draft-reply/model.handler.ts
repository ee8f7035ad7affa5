import { bedrockDrafter } from "../../shared/adapters/bedrock/bedrock-drafter.ts";
import type { Environment } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { makeHandler as makeDraftHandler } from "./handler.ts";
import { wordByModel } from "./word-by-model.ts";

/** The same step with a language model at hand. Deployed in its place where a brand has switched one on. */
export const makeHandler = (environment: Environment) =>
  makeDraftHandler(environment, ({ tokens }) => wordByModel({ drafterFor: bedrockDrafter, tokens }));

export const handler = lambda(makeHandler);
