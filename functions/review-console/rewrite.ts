import { currentDraft } from "../../shared/complaint/agent-acts/act.ts";
import { isConfirmed } from "../../shared/complaint/author-match.ts";
import type { Draft, PromisedAct } from "../../shared/complaint/draft.ts";
import type { Instant, Lang } from "../../shared/complaint/ids.ts";
import type { Remedy } from "../../shared/complaint/remedy.ts";
import { compose } from "../../shared/language/compose.ts";
import { later } from "../../shared/runtime/clock.ts";
import type { CaseView } from "./case-view.ts";
import { inLocalField } from "./local-time.ts";

/** Both texts, and what they promise, for another remedy than the one that was drafted. */
export type Rewritten = {
  readonly publicText: string;
  readonly privateText: string;
  readonly promise: PromisedAct | "none";
  readonly order?: Draft["order"] | undefined;
};

/**
 * The composer's words for a remedy that the agent has chosen. The order keeps its code: it is the same customer on
 * the same errand.
 *
 * @returns undefined where nothing was decided, and where nobody on shift signs: the words name a person and an hour
 */
export function rewriteFor(
  view: CaseView,
  remedy: Remedy | undefined,
  lang: Lang,
  now: Instant,
): Rewritten | undefined {
  const { file, decision } = view;
  const before = currentDraft(file);
  const shift = view.shifts.find((each) => each.agent === before?.signer.id) ?? view.shifts[0];
  if (shift === undefined || remedy === undefined) return undefined;
  if (decision?.outcome !== "remedy" && decision?.outcome !== "escalate") return undefined;
  const { playbook, account } = view.published.file;
  const cues = view.assessment?.cues ?? [];
  const product = cues.find((cue) => cue.kind === "product" && cue.entity !== undefined)?.entity;
  const line = playbook.priceList.find(
    ({ id }) => id === (remedy.priceFrom?.kind === "price-list" ? remedy.priceFrom.id : product),
  );
  const composed = compose({
    lang,
    channel: file.case.channel,
    situation: playbook.situations.find((each) => each.id === decision.situation),
    decision: { ...decision, outcome: "remedy", remedy },
    brandName: account.name,
    text: view.answered?.text ?? "",
    cues,
    matchConfirmed: isConfirmed(file.match),
    priceListLine: line,
    shift: {
      name: shift.name,
      untilText: hourOf(shift.until, account.timeZone),
      followedByName: shift.followedByName,
    },
    seed: `${file.case.id}.${(before?.version ?? 0) + 1}`,
    register: lang === "fi" ? playbook.voice.register.fi : lang === "sv" ? playbook.voice.register.sv : "you",
    storeOrderCode: before?.order?.code,
    timeZone: account.timeZone,
  });
  return {
    publicText: composed.public,
    privateText: composed.private ?? "",
    promise:
      composed.promise === undefined
        ? "none"
        : {
            what: composed.promise.what,
            dueAt: later(now, composed.promise.byHours * 3_600_000),
            owner: shift.agent,
            ...(shift.followedBy === undefined ? {} : { followedBy: shift.followedBy }),
          },
    ...(before?.order === undefined ? {} : { order: { ...before.order, handOver: line?.id ?? remedy.kind } }),
  };
}

/** The hour as it is said: `18`, or `18:30`. */
function hourOf(at: Instant, zone: string): string {
  const [hour = "", minute = "00"] = inLocalField(at, zone).slice(11).split(":");
  return minute === "00" ? String(Number(hour)) : `${Number(hour)}:${minute}`;
}
