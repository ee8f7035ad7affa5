import type { Finding } from "../complaint/draft.ts";
import type { Channel, Lang } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import type { Decision } from "../complaint/remedy.ts";

/** One of the two texts, with what is known of it. */
export type LintInput = {
  readonly side: "public" | "private";
  readonly text: string;
  /** The writer's language; the reply is to be in it. */
  readonly lang: Lang;
  readonly channel: Channel;
  readonly playbook: Playbook;
  readonly matchConfirmed: boolean;
  readonly decision?: Decision | undefined;
  /** What the writer wrote in public: what stands there may be said back. */
  readonly writerText?: string | undefined;
  /** Public replies of the last 30 days. */
  readonly recentReplies?: readonly string[] | undefined;
  readonly signerName?: string | undefined;
  /** The name that the message may give beside the signer's. */
  readonly followedByName?: string | undefined;
  /** Single-use code that may stand in the private message. */
  readonly storeOrderCode?: string | undefined;
};

/** One check: looks at a text, says what it found. */
export type Check = (input: LintInput) => readonly Finding[];

/** Makes a finding at a place of the text. */
export const findingAt = (
  input: LintInput,
  start: number,
  end: number,
  rest: Pick<Finding, "rule" | "severity" | "overrulable" | "reason"> & {
    readonly better?: string | undefined;
  },
): Finding => ({
  rule: rest.rule,
  severity: rest.severity,
  overrulable: rest.overrulable,
  side: input.side,
  start,
  end,
  reason: rest.reason,
  ...(rest.better === undefined ? {} : { better: rest.better }),
});
