import * as z from "zod";
import { AgentId, BrandId, CaseId, IncidentId, Instant, Lang } from "./ids.ts";
import { RemedyRule } from "./playbook.ts";

/** How long a promise of an incident may run, hours: a fortnight at most. */
export const MOST_HOURS = 14 * 24;

/**
 * What an incident is about: a situation of the playbook and, where they are given, words, a product and a place that
 * a post must name. Posts from before `from` are not part of it.
 */
export const Topic = z.object({
  situation: z.string().min(1),
  /** Any one of them is enough. A word stands for every word that begins with it. */
  words: z.array(z.string().trim().min(2).max(60)).max(20),
  /** Price-list id. */
  product: z.string().optional(),
  /** Store id. */
  place: z.string().optional(),
  from: Instant,
});
export type Topic = z.infer<typeof Topic>;

/** Characters that a text with its slots may have; what a channel takes is counted when it is filled. */
export const LONGEST_TEXT = { public: 1000, private: 1900 } as const;

/** The pair of texts in one language, with slots; `shared/language/incident-text.ts` says which. */
export const IncidentText = z.object({
  public: z.string().trim().min(1).max(LONGEST_TEXT.public),
  private: z.string().trim().min(1).max(LONGEST_TEXT.private),
});
export type IncidentText = z.infer<typeof IncidentText>;
export const IncidentTexts = z.partialRecord(Lang, IncidentText);
export type IncidentTexts = z.infer<typeof IncidentTexts>;

/** One remedy and one text for all. The rule is kept as it stood, so that a later playbook does not change it. */
export const Settled = z.object({
  /** The incident's `rev` that it was set with. */
  rev: z.int().min(1),
  /** What is given; absent: what everybody with the loss gets, and no more. */
  rule: RemedyRule.optional(),
  texts: IncidentTexts,
  /** By when what the texts say is done, hours from the answer. */
  withinHours: z.int().min(1).max(MOST_HOURS),
  by: AgentId,
  /** Whose mandate stands behind it. */
  role: z.enum(["agent", "manager"]),
  at: Instant,
  /** Why words that the lint marks stand all the same; findings on privacy and money can never be kept. */
  keptBecause: z.string().min(3).max(400).optional(),
});
export type Settled = z.infer<typeof Settled>;

/**
 * What is still to be done after a person's act, a page at a time. `take-in` goes through a desk for cases from
 * before; `send-back` goes through the incident's cases, so that they are decided anew.
 */
const Task = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("take-in"), desk: z.enum(["agents", "managers"]), page: z.string().optional() }),
  z.object({ kind: z.literal("send-back"), page: z.string().optional() }),
]);
type Task = z.infer<typeof Task>;

/** A collective failure: a fault that many people meet. Its topic is frozen from the opening to the setting. */
export const Incident = z.object({
  id: IncidentId,
  brand: BrandId,
  title: z.string().trim().min(3).max(80),
  topic: Topic,
  state: z.enum(["open", "closed"]),
  openedBy: AgentId,
  openedAt: Instant,
  closedBy: AgentId.optional(),
  closedAt: Instant.optional(),
  settled: Settled.optional(),
  /** Raised by what people do: opened, set, set anew, closed; not by looking again. A case is saved only against the one it was read with. */
  rev: z.int().min(1),
  /** Raised by each save. */
  version: z.int().min(1),
  tasks: z.array(Task),
});
export type Incident = z.infer<typeof Incident>;

/** The state of an incident that a case was decided with. */
export type IncidentSeen = Pick<Incident, "id" | "rev" | "state">;

/** A case in an incident's list, with what its loss was read from; so what a remedy comes to can be reckoned. */
export const IncidentMember = z.object({
  incident: IncidentId,
  caseId: CaseId,
  openedAt: Instant,
  is: z.enum(["waits", "set", "left"]),
  /** Minor units; absent where no price is known. */
  loss: z
    .object({
      priceMinor: z.int().positive(),
      costMinor: z.int().min(0),
      shareWhenPartMissing: z.number().optional(),
    })
    .optional(),
});
export type IncidentMember = z.infer<typeof IncidentMember>;

/** What is read of a case to tell whether it falls under a topic. */
export type AboutCase = {
  readonly lane: string;
  readonly situation?: string | undefined;
  /** What the writer wrote in public, all of it. */
  readonly texts: readonly string[];
  /** Ids that the posts name: products of the price list, and stores. */
  readonly named: ReadonlySet<string>;
  readonly postedAt: Instant;
};

/** Whether a case is one of these. A stop case never is, nor what a person should look at first. */
export function fallsUnder(topic: Topic, about: AboutCase): boolean {
  if (about.lane !== "answer" || about.situation !== topic.situation) return false;
  // Compared as moments: a platform may write the same one with or without a fraction.
  if (Date.parse(about.postedAt) < Date.parse(topic.from)) return false;
  if (topic.product !== undefined && !about.named.has(topic.product)) return false;
  if (topic.place !== undefined && !about.named.has(topic.place)) return false;
  return (
    topic.words.length === 0 || topic.words.some((word) => about.texts.some((text) => names(text, word)))
  );
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ");

/** Whether the word, or the words in this order, begin somewhere in the text; any ending will do. */
function names(text: string, word: string): boolean {
  const inText = folded(text);
  const wanted = folded(word.trim());
  for (let at = inText.indexOf(wanted); at >= 0; at = inText.indexOf(wanted, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(inText[at - 1] ?? "")) return true;
  return false;
}

/** Opens one: from now on the topic is frozen, and what waits on the desks is gone through. */
export function openIncident(
  of: Pick<Incident, "id" | "brand" | "title" | "topic" | "openedBy" | "openedAt">,
) {
  return Incident.parse({
    ...of,
    state: "open",
    rev: 1,
    version: 1,
    tasks: deskTasks,
  });
}

const deskTasks: readonly Task[] = [
  { kind: "take-in", desk: "agents" },
  { kind: "take-in", desk: "managers" },
];
/** From the front, whatever of it had been done: a case that has it already is passed over. */
const sendBack: Task = { kind: "send-back" };

export type IncidentRefusal = { readonly refused: "closed" | "stale" };
type Raised = { readonly incident: Incident } | IncidentRefusal;

/** Sets the one remedy and the one text, or sets them anew. Whoever has a draft that is not yet approved gets the new one. */
export function settle(of: Incident, seenRev: number, by: Omit<Settled, "rev">): Raised {
  return raised(of, seenRev, (rev) => ({
    settled: { ...by, rev },
    tasks: [...of.tasks.filter(({ kind }) => kind !== "send-back"), sendBack],
  }));
}

/** Ends it for new cases. Those that still wait go back to the ordinary way; what was set stays theirs who have it. */
export function closeIncident(
  of: Incident,
  seenRev: number,
  by: { by: Incident["openedBy"]; at: Instant },
): Raised {
  return raised(of, seenRev, () => ({
    state: "closed",
    closedBy: by.by,
    closedAt: by.at,
    tasks: [sendBack],
  }));
}

/** Goes through the desks once more. Nothing else changes, so that it stands in nobody's way: `rev` stays. */
export function lookAgain(of: Incident, seenRev: number): Raised {
  const tasks = [...deskTasks, ...of.tasks.filter(({ kind }) => kind === "send-back")];
  const looked = raised(of, seenRev, () => ({ tasks }));
  return "refused" in looked ? looked : { incident: { ...looked.incident, rev: of.rev } };
}

function raised(of: Incident, seenRev: number, change: (rev: number) => Partial<Incident>): Raised {
  if (of.state === "closed") return { refused: "closed" };
  if (of.rev !== seenRev) return { refused: "stale" };
  const rev = of.rev + 1;
  return { incident: { ...of, ...change(rev), rev, version: of.version + 1 } };
}

/** The first task's page is done; with no further page the task is. */
export function pageDone(of: Incident, next: string | undefined): Incident {
  const [first, ...rest] = of.tasks;
  const tasks = first === undefined || next === undefined ? rest : [{ ...first, page: next }, ...rest];
  return { ...of, tasks, version: of.version + 1 };
}
