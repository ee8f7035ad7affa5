import { isConfirmed } from "../../shared/complaint/author-match.ts";
import { lint as lintText } from "../../shared/language/voice-lint.ts";
import type { Lint } from "./ports.ts";

/** The house's voice lint over both texts of a draft, with the decision that its remedy stands for. */
export const lint: Lint = (draft, { file, playbook, written }) => {
  const { decision } = file;
  // The amounts that the words may name are those of the remedy that is given, not of the one that was proposed.
  const given =
    draft.remedy !== undefined && (decision?.outcome === "remedy" || decision?.outcome === "escalate")
      ? { ...decision, outcome: "remedy" as const, remedy: draft.remedy }
      : decision;
  const about = {
    lang: draft.lang,
    channel: file.case.channel,
    playbook,
    matchConfirmed: isConfirmed(file.match),
    decision: given,
    writerText: written.join("\n"),
    signerName: draft.signer.name,
    storeOrderCode: draft.order?.code,
  };
  return [
    ...lintText({ ...about, side: "public", text: draft.public.text }),
    ...(draft.private === undefined ? [] : lintText({ ...about, side: "private", text: draft.private.text })),
  ];
};
