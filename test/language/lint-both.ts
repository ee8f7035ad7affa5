import type { Finding } from "../../shared/complaint/draft.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { type Composed, type ComposeInput, compose } from "../../shared/language/compose.ts";
import { lintPair } from "../../shared/language/voice-lint.ts";

/** What the composer writes of an input, and what the voice lint finds in the two texts. */
export function lintBoth(
  input: ComposeInput,
  playbook: Playbook,
): { readonly composed: Composed; readonly findings: readonly Finding[] } {
  const composed = compose(input);
  const shared = {
    lang: input.lang,
    channel: input.channel,
    playbook,
    matchConfirmed: input.matchConfirmed,
    decision: input.decision,
    writerText: input.text,
    signerName: input.shift.name,
    followedByName: input.shift.followedByName,
    storeOrderCode: input.storeOrderCode,
  };
  return {
    composed,
    findings: lintPair(composed, shared),
  };
}
