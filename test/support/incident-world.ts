import { applyIncidentStep } from "../../functions/apply-incident/apply-incident.ts";
import { decideRemedyStep } from "../../functions/decide-remedy/decide-remedy.ts";
import { detectComplaint } from "../../functions/detect-complaint/detect-complaint.ts";
import { draftReplyStep } from "../../functions/draft-reply/draft-reply.ts";
import { matchAuthorStep } from "../../functions/match-author/match-author.ts";
import { eventOf } from "../../functions/review-console/tell.ts";
import { wakeOverdue } from "../../functions/wake-overdue/wake-overdue.ts";
import { customerStores } from "../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { lifetimeStore } from "../../shared/adapters/dynamodb/lifetime-store.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { currentDraft, type Done, isDone } from "../../shared/complaint/agent-acts/act.ts";
import { caseAfter } from "../../shared/complaint/agent-acts/after-delivery.ts";
import { approve } from "../../shared/complaint/agent-acts/approve.ts";
import type { CaseChange } from "../../shared/complaint/case-file.ts";
import {
  AgentId,
  authorId,
  type CaseId,
  caseIdOf,
  incidentIdOf,
  mentionId,
} from "../../shared/complaint/ids.ts";
import {
  closeIncident,
  type Incident,
  type IncidentRefusal,
  openIncident,
  type Settled,
  settle,
  type Topic,
} from "../../shared/complaint/incident.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { becomes } from "../../shared/complaint/publishing.ts";
import { AuthorMatched } from "../../shared/events/author-matched.ts";
import { CaseAssessed } from "../../shared/events/case-assessed.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { IncidentChanged, incidentChanged } from "../../shared/events/incident-changed.ts";
import { MentionCollected } from "../../shared/events/mention-collected.ts";
import { RemedyDecided } from "../../shared/events/remedy-decided.ts";
import { incidentPhrases } from "../../shared/language/incident-phrases.ts";
import { later } from "../../shared/runtime/clock.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { incidentWake } from "../../shared/runtime/wakes.ts";
import { CARE_TABLE, CUSTOMERS_TABLE, withDynamo } from "./dynamo.ts";
import { aMention, laura, shop, shopFile, testWakes } from "./world.ts";

const START = "2026-11-20T09:00:00.000Z";
const oskar = AgentId.parse("oskar");

/** What the bus does to an event on its way, by chance. */
export type Weather = { readonly loses: () => boolean; readonly repeats: () => boolean };
const fine: Weather = { loses: () => false, repeats: () => false };

/** The steps from a post to its draft, and an incident across them, over real stores and a bus that can lose things. */
export async function incidentWorld(file: BrandFile = shopFile()) {
  const dynamo = await withDynamo();
  const stores = careStores(CARE_TABLE);
  const customers = customerStores(CUSTOMERS_TABLE, "a-name-key-for-tests");
  let now = START;
  const queue: DomainEvent[] = [];
  const bus = { emit: async (events: readonly DomainEvent[]) => void queue.push(...events) };
  const lifetime = lifetimeStore(CUSTOMERS_TABLE);
  const ports = { ...stores, history: customers, lifetime, bus, clock: { now: () => now } };
  await stores.brands.publish(file, START, "Aino");
  const until = "2026-12-20T18:00:00.000Z";
  await stores.brands.putShift(shop, {
    agent: laura,
    name: "Johanna",
    role: "agent",
    from: "2026-11-20T06:00:00.000Z",
    until,
    followedByName: "Oskar",
  });

  async function hear({ detailType, detail }: DomainEvent): Promise<readonly DomainEvent[]> {
    const about = { brand: shop, causedBy: detail.meta.id };
    switch (detailType) {
      case MentionCollected.detailType:
        return detectComplaint({ ...about, ...MentionCollected.parse(detail).data }, ports);
      case CaseAssessed.detailType:
        return matchAuthorStep({ ...about, ...CaseAssessed.parse(detail).data }, ports);
      case AuthorMatched.detailType:
        return decideRemedyStep({ ...about, ...AuthorMatched.parse(detail).data }, ports);
      case RemedyDecided.detailType:
        return draftReplyStep({ ...about, ...RemedyDecided.parse(detail).data }, ports);
      case IncidentChanged.detailType:
        return applyIncidentStep({ ...about, ...IncidentChanged.parse(detail).data }, ports);
      default:
        return [];
    }
  }

  /** Until nothing is on its way. An event that is lost is lost; one whose step failed comes again. */
  async function run(weather: Weather = fine): Promise<void> {
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      if (weather.loses()) continue;
      if (weather.repeats()) queue.push(event);
      try {
        queue.push(...(await hear(event)));
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        queue.push(event);
      }
    }
  }

  /** The minutes go by, and what overslept is woken. */
  async function wake(minutes = 3): Promise<number> {
    now = later(now, minutes * 60_000);
    return wakeOverdue(ports);
  }

  let posts = 8000;
  /** Somebody writes, also once more `under` what they wrote before, and it is on its way to be read. */
  async function writes(
    text: string,
    of: { channel?: "facebook" | "x"; postedAt?: string; person?: string; under?: CaseId } = {},
  ) {
    posts += 1;
    const before = of.under === undefined ? undefined : (await load(of.under)).case;
    const { channel = before?.channel ?? "facebook", postedAt = now, person = `7${posts}` } = of;
    const id = mentionId(channel, String(posts));
    const author = {
      id: before?.author ?? authorId(channel, person),
      name: "Marja Lehtonen",
      ...(channel === "x" ? { handle: `marja${posts}` } : {}),
    };
    const thread = before === undefined ? {} : { rootId: before.rootId, parentId: before.rootId };
    await stores.mentions.put(
      aMention(channel, String(posts), now, { text, postedAt, author, byBrand: false, ...thread }),
    );
    queue.push(
      MentionCollected.make({ brand: shop, occurredAt: now, key: `${id}@0` }, { mentionId: id, revision: 0 }),
    );
    return of.under ?? caseIdOf(id);
  }

  /** They put other words in the place of what they wrote last. */
  async function rewords(id: CaseId, text: string): Promise<void> {
    const before = await stores.mentions.get(shop, (await load(id)).case.answerTo);
    if (before === undefined) throw new Error("no such post");
    const revision = before.revision + 1;
    await stores.mentions.put({ ...before, text, revision });
    queue.push(
      MentionCollected.make(
        { brand: shop, occurredAt: now, key: `${before.id}@${revision}` },
        { mentionId: before.id, revision },
      ),
    );
  }

  /** Johanna signs what is drafted, and all goes out that may: on X the private text waits for theirs. */
  async function answers(id: CaseId): Promise<void> {
    const draft = currentDraft(await load(id));
    if (draft === undefined) throw new Error("no draft");
    const signed = approve(await load(id), {
      draftVersion: draft.version,
      draftHash: draft.hash,
      by: { id: laura, role: "manager" },
      overruled: [],
      now,
      playbook: file.playbook,
      budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
      timeZone: file.account.timeZone,
      mention: {},
      hasWrittenPrivately: false,
      wakes: testWakes,
    });
    if (!isDone(signed)) throw new Error(signed.refused);
    await kept(signed.change);
    const approved = await load(id);
    if (approved.case.stage !== "approved") throw new Error(approved.case.stage);
    const sent = approved.deliveries
      .filter(({ state }) => state === "HELD")
      .map((each) => becomes(each, now, { state: "SENT", sentAt: now, platformId: `on-${each.side}` }));
    const deliveries = sent.map((delivery) => ({ delivery }));
    await kept({ ...caseAfter(approved, approved.case, sent, now), deliveries });
  }

  /** What a person did in the console is saved, and told. */
  async function does(done: Done | { readonly refused: string }): Promise<void> {
    if (!isDone(done)) throw new Error(done.refused);
    await kept(done.change);
    const about = { brand: shop, caseId: done.change.next.id, occurredAt: now };
    queue.push(...done.tell.map((fact) => eventOf(fact, about)));
  }

  async function kept(change: CaseChange): Promise<void> {
    const { outcome } = await stores.cases.save(change);
    if (outcome !== "saved") throw new Error(outcome);
  }

  const told = (of: Incident): DomainEvent => incidentChanged(of, now);
  const wakeOf = (of: Incident) => incidentWake(of, now);

  let signs = 1000;
  async function opens(topic: Partial<Topic> = {}): Promise<Incident> {
    signs += 1;
    const incident = openIncident({
      id: incidentIdOf(now, `t${signs}`),
      brand: shop,
      title: "The tills were down",
      topic: { situation: "overcharged", words: [], from: "2026-11-19T00:00:00.000Z", ...topic },
      openedBy: oskar,
      openedAt: now,
    });
    await stores.incidents.add(incident, wakeOf(incident));
    queue.push(told(incident));
    return incident;
  }

  async function raise(
    id: Incident["id"],
    change: (of: Incident) => { incident: Incident } | IncidentRefusal,
  ) {
    const before = await stores.incidents.get(shop, id);
    if (before === undefined) throw new Error("no such incident");
    const raised = change(before);
    if (!("incident" in raised)) throw new Error(raised.refused);
    if (!(await stores.incidents.save(raised.incident, wakeOf(raised.incident)))) throw new Error("moved on");
    queue.push(told(raised.incident));
    return raised.incident;
  }
  const sets = (id: Incident["id"], of: Partial<Omit<Settled, "rev">> = {}) =>
    raise(id, (before) =>
      settle(before, before.rev, {
        texts: incidentPhrases.money,
        withinHours: 24,
        by: oskar,
        role: "agent",
        at: now,
        ...of,
      }),
    );
  const closes = (id: Incident["id"]) =>
    raise(id, (before) => closeIncident(before, before.rev, { by: oskar, at: now }));

  async function load(id: CaseId) {
    const found = await stores.cases.load(shop, id);
    if (found === undefined) throw new Error(`${id} is not there`);
    return found;
  }
  return {
    dynamo,
    stores,
    customers,
    ports,
    queue,
    run,
    wake,
    writes,
    rewords,
    answers,
    does,
    opens,
    sets,
    closes,
    load,
    now: () => now,
    told,
  };
}
