import { decideAnew } from "../../shared/complaint/agent-acts/for-incident.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { BrandId, CaseId, IncidentId } from "../../shared/complaint/ids.ts";
import { fallsUnder, type Incident, pageDone } from "../../shared/complaint/incident.ts";
import { AuthorMatched } from "../../shared/events/author-matched.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { incidentChanged } from "../../shared/events/incident-changed.ts";
import { aboutCase } from "../../shared/language/about-case.ts";
import type { BrandStore } from "../../shared/ports/brand-store.ts";
import type { CaseStore, WorkLists } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { EventBus } from "../../shared/ports/event-bus.ts";
import type { IncidentStore } from "../../shared/ports/incident-store.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { incidentWake, wakeWith } from "../../shared/runtime/wakes.ts";

export type ApplyPorts = {
  readonly incidents: IncidentStore;
  readonly cases: Pick<CaseStore, "load" | "save">;
  readonly lists: Pick<WorkLists, "cases">;
  readonly mentions: Pick<MentionStore, "get" | "assessmentOf">;
  readonly brands: Pick<BrandStore, "active">;
  readonly bus: EventBus;
  readonly clock: Clock;
};

/**
 * Does one page of what an incident still has to do, and tells itself while there is more. It only sends cases back to
 * be decided; what they get is decided where everything is. A page that is done twice finds its cases sent back
 * already, so a crash anywhere is healed by the event that comes again, or by the incident's wake.
 */
export async function applyIncidentStep(
  heard: { readonly brand: BrandId; readonly incidentId: IncidentId; readonly causedBy: string },
  ports: ApplyPorts,
): Promise<readonly DomainEvent[]> {
  const incident = await ports.incidents.get(heard.brand, heard.incidentId);
  const [task] = incident?.tasks ?? [];
  if (incident === undefined || task === undefined) return [];
  const { ids, next } = await (task.kind === "take-in"
    ? fromDesk(incident, task, ports)
    : fromList(incident, task.page, ports));
  for (const id of ids) await sendBack(heard, incident, id, ports);
  const done = pageDone(incident, next);
  const isOver = done.tasks.length === 0;
  const now = ports.clock.now();
  const wake = isOver ? undefined : incidentWake(done, now, heard.causedBy);
  if (!(await ports.incidents.save(done, wake))) throw new Unavailable("the incident moved on meanwhile");
  return isOver ? [] : [incidentChanged(done, now, heard.causedBy)];
}

type Page = { readonly ids: readonly CaseId[]; readonly next?: string | undefined };

/** Cases from before that fall under it: one page of a desk. */
async function fromDesk(
  incident: Incident,
  task: Extract<Incident["tasks"][number], { kind: "take-in" }>,
  ports: ApplyPorts,
): Promise<Page> {
  const { cases, next } = await ports.lists.cases(incident.brand, task.desk, task.page);
  const { file: brand } = await ports.brands.active(incident.brand);
  const ids: CaseId[] = [];
  for (const each of cases) {
    if (each.incident !== undefined || each.situation !== incident.topic.situation) continue;
    const posts = await Promise.all(
      each.mentions.map(async (id) => ({
        mention: await ports.mentions.get(incident.brand, id),
        assessment: await ports.mentions.assessmentOf(incident.brand, id),
      })),
    );
    if (fallsUnder(incident.topic, aboutCase({ case: each }, posts, brand.playbook))) ids.push(each.id);
  }
  return { ids, next };
}

/** Its own cases: one page of the list, without those that are no longer of it. */
async function fromList(incident: Incident, page: string | undefined, ports: ApplyPorts): Promise<Page> {
  const { members, next } = await ports.incidents.members(incident.brand, incident.id, page);
  return { ids: members.filter(({ is }) => is !== "left").map(({ caseId }) => caseId), next };
}

async function sendBack(
  heard: { readonly brand: BrandId; readonly causedBy: string },
  incident: Incident,
  caseId: CaseId,
  ports: ApplyPorts,
): Promise<void> {
  const { brand } = heard;
  const file = await ports.cases.load(brand, caseId);
  if (file === undefined || hasIt(file, incident)) return;
  const now = ports.clock.now();
  const anew = decideAnew(file, {
    now,
    wakes: {
      matched: ({ caseVersion, decision }, _id, at) => wakeWith(matched(caseVersion, decision), at),
    },
  });
  function matched(caseVersion: number, decision: Parameters<typeof AuthorMatched.make>[1]["decision"]) {
    return AuthorMatched.make(
      { brand, caseId, occurredAt: now, causedBy: heard.causedBy, key: `${caseId}@${caseVersion}` },
      { caseId, caseVersion, decision },
    );
  }
  if (anew === undefined) return;
  // Somebody else's save came first: the page is begun again and finds the case as it is then.
  if ((await ports.cases.save(anew.change)).outcome !== "saved")
    throw new Unavailable("the case moved on meanwhile");
  const { change } = anew;
  await ports.bus.emit([matched(change.next.version, file.match?.decision ?? "not-looked")]);
}

/** Nothing new to decide: the case is where the incident is, or this changes nothing for it. */
function hasIt({ case: of, decision, grants }: CaseFile, incident: Incident): boolean {
  if (of.incident?.is === "left") return true;
  // Another incident's by now, which sees to it.
  if (of.incident !== undefined && of.incident.id !== incident.id) return true;
  // It has had its answer, and the person wrote again: what is set or ended for all gives them nothing more.
  const isMadeGood = grants.some(({ state }) => state !== "RELEASED");
  if (of.incident?.is === "set" && decision?.outcome === "by-hand" && isMadeGood)
    return of.stage !== "matched";
  const given =
    decision?.outcome === "remedy" || decision?.outcome === "escalate" ? decision.incident : undefined;
  // One that was sent back and is not decided yet is sent back once more: that costs a round and loses nothing.
  if (incident.settled !== undefined) return given?.rev === incident.settled.rev && of.stage !== "matched";
  if (incident.state === "open") return of.incident?.is === "waits" && of.stage === "decided";
  return of.incident === undefined;
}
