import { isConfirmed } from "../../shared/complaint/author-match.ts";
import { lintPair } from "../../shared/language/voice-lint.ts";
import type { Lint } from "./ports.ts";

/** The house's voice lint over both texts of a draft, with the decision that its remedy stands for. */
export const lint: Lint = (draft, { file, playbook, written, recent, timeZone, now }) => {
  const { decision } = file;
  // The amounts that the words may name are those of the remedy that is given, not of the one that was proposed.
  const given =
    draft.remedy !== undefined && (decision?.outcome === "remedy" || decision?.outcome === "escalate")
      ? { ...decision, outcome: "remedy" as const, remedy: draft.remedy }
      : decision;
  // What this case has been drafted before is no other writer's reply.
  const own = new Set(file.drafts.map((each) => each.public.text));
  const about = {
    lang: draft.lang,
    channel: file.case.channel,
    playbook,
    matchConfirmed: isConfirmed(file.match),
    decision: given,
    writerText: written.join("\n"),
    answersComplaint: file.case.lane === "answer" ? true : undefined,
    recentReplies: recent.filter((text) => !own.has(text)),
    promised: draft.promise === undefined ? undefined : { dueAt: draft.promise.dueAt, now, timeZone },
    signerName: draft.signer.name,
    storeOrderCode: draft.order?.code,
  };
  return lintPair({ public: draft.public.text, private: draft.private?.text }, about);
};
