import { budgetPeriods } from "../../shared/complaint/budget.ts";
import type { BrandId, CaseId, Instant } from "../../shared/complaint/ids.ts";
import type { BrandFile, ModelDrafter } from "../../shared/complaint/playbook.ts";
import type { ComposeInput } from "../../shared/language/compose.ts";
import { type Disobeyed, disobeyed } from "../../shared/language/model-words.ts";
import { normalise } from "../../shared/language/normalise.ts";
import { type ReplyParts, replyParts } from "../../shared/language/reply-parts.ts";
import { type LintInput, lint } from "../../shared/language/voice-lint.ts";
import type { DraftBrief, DrafterFor, NoWords, TokenBudget } from "../../shared/ports/drafter.ts";
import { log } from "../../shared/runtime/log.ts";

type ModelPorts = { readonly drafterFor: DrafterFor; readonly tokens: TokenBudget };

/** Why the composer's draft stands though a model is switched on. `lint:…` names the rule. */
type FellBack = NoWords | Disobeyed | "over-budget" | "failed" | `lint:${string}`;
type Worded = { readonly public: string; readonly private: string } | { readonly fellBack: FellBack };

/** What an answer must not lack to be better than the composer's; advice where a person writes. */
const MUSTS = new Set(["no-apology", "not-in-first-person", "no-private-step", "no-signer"]);

type Asked = {
  readonly caseId: CaseId;
  readonly brand: BrandFile;
  readonly input: ComposeInput;
  /** For the voice lint, as of any draft. */
  readonly about: Omit<LintInput, "side" | "text">;
  readonly now: Instant;
};

/** @returns undefined where no model was to be asked */
export type WordByModel = (asked: Asked) => Promise<Worded | undefined>;

/**
 * Has a model word the pair of texts, where the brand has switched one on and there is something to word; code fills
 * in what comes of it. Whatever goes wrong, the composer's pair stands: it never throws.
 */
export const wordByModel =
  (ports: ModelPorts): WordByModel =>
  (asked) =>
    word(asked, ports);

async function word(asked: Asked, ports: ModelPorts): Promise<Worded | undefined> {
  const settings = asked.brand.account.drafter;
  const situation = asked.input.situation;
  if (settings === undefined || situation === undefined) return undefined;
  try {
    const parts = replyParts(asked.input);
    if (parts === undefined) return undefined;
    const brief = briefOf(asked, situation.id);
    const answer = await ask(asked.brand, brief, settings, asked.now, ports);
    const worded = "fellBack" in answer ? answer : checked(answer, parts, brief, asked);
    if ("fellBack" in worded)
      log.info("the composer's draft stands", { caseId: asked.caseId, reason: worded.fellBack });
    return worded;
  } catch (error) {
    // A case with the composer's draft is worth more than an alarm without one.
    log.error("no words from the model", error, { caseId: asked.caseId });
    return { fellBack: "failed" };
  }
}

function briefOf({ brand, input }: Asked, situation: string): DraftBrief {
  const { voice } = brand.playbook;
  const { lang } = input;
  return {
    lang,
    channel: input.channel,
    brandName: input.brandName,
    post: normalise(input.text).text,
    situation,
    feeling: input.situation?.feeling[lang],
    register: input.register,
    prefer: [...(voice.prefer[lang] ?? []), ...(input.situation?.prefer?.[lang] ?? [])],
    avoid: [...(voice.avoid[lang] ?? []), ...(input.situation?.avoid?.[lang] ?? [])],
  };
}

/** Claims the most that the call can take, asks once, and gives back what it did not take. */
async function ask(
  { brand, account }: BrandFile,
  brief: DraftBrief,
  settings: ModelDrafter,
  now: Instant,
  { drafterFor, tokens }: ModelPorts,
): Promise<Worded> {
  const drafter = drafterFor(settings);
  const { day } = budgetPeriods(now, account.timeZone);
  const claimed = drafter.mostTokens(brief);
  if (!(await tokens.claim(brand, day, claimed, settings.tokensPerDay))) return { fellBack: "over-budget" };
  const answer = await drafter.write(brief);
  // Not known: the claim stands, so that the day's budget is never thought to be larger than it is.
  if (answer.tokens !== undefined) await settle(brand, day, answer.tokens - claimed, tokens);
  return "none" in answer ? { fellBack: answer.none } : answer;
}

/** Words that were paid for are not thrown away because a counter could not be lowered. */
async function settle(brand: BrandId, day: string, difference: number, tokens: TokenBudget): Promise<void> {
  try {
    await tokens.settle(brand, day, difference);
  } catch (error) {
    log.error("a claim of tokens stands", error, { brand, count: -difference });
  }
}

function checked(
  words: { readonly public: string; readonly private: string },
  parts: ReplyParts,
  { lang, post }: DraftBrief,
  { brand, about }: Asked,
): Worded {
  const names = [brand.account.name, ...brand.playbook.ownNames];
  for (const side of ["public", "private"] as const) {
    const broken = disobeyed(side, words[side], { lang, post, names });
    if (broken !== undefined) return { fellBack: broken };
  }
  const filled = { public: parts.publicWith(words.public), private: parts.privateWith(words.private) };
  for (const side of ["public", "private"] as const) {
    const found = lint({ ...about, side, text: filled[side] }).find(
      ({ severity, rule }) => severity === "hard" || (side === "public" && MUSTS.has(rule)),
    );
    if (found !== undefined) return { fellBack: `lint:${found.rule}` };
  }
  return filled;
}
