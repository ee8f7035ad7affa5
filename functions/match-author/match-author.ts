import { advance } from "../../shared/complaint/advance.ts";
import type { AuthorMatch } from "../../shared/complaint/author-match.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import { AgentId, type BrandId, type CaseId, type CustomerId } from "../../shared/complaint/ids.ts";
import { matchAuthor } from "../../shared/complaint/match-author.ts";
import { valueRelationship } from "../../shared/complaint/relationship-value.ts";
import type { SaidCue } from "../../shared/complaint/said.ts";
import { AuthorMatched } from "../../shared/events/author-matched.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import type { BrandStore, PublishedBrand } from "../../shared/ports/brand-store.ts";
import type { CaseStore } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { LifetimeStore } from "../../shared/ports/lifetime-store.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import type { PurchaseHistory } from "../../shared/ports/purchase-history.ts";
import { later } from "../../shared/runtime/clock.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { STEP_PATIENCE_MS, wakeWith } from "../../shared/runtime/wakes.ts";
import { readCandidates } from "./read-candidates.ts";

export type MatchPorts = {
  readonly mentions: MentionStore;
  readonly cases: CaseStore;
  readonly brands: BrandStore;
  readonly history: PurchaseHistory;
  readonly lifetime: LifetimeStore;
  readonly clock: Clock;
};

const OWN_FAILURE_DAYS = 90;

/**
 * Looks up whether the author is a customer, and what the relationship is worth. A stop case is not matched: nobody's
 * purchases are weighed when a person is hurt. Run twice it tells the same.
 */
export async function matchAuthorStep(
  heard: { readonly brand: BrandId; readonly caseId: CaseId; readonly causedBy: string },
  ports: MatchPorts,
): Promise<readonly DomainEvent[]> {
  const file = await ports.cases.load(heard.brand, heard.caseId);
  if (file === undefined) return [];
  const told = (version: number, decision: AuthorMatch["decision"] | "not-looked", occurredAt: string) =>
    AuthorMatched.make(
      { ...heard, occurredAt, key: `${heard.caseId}@${version}` },
      { caseId: heard.caseId, caseVersion: version, decision },
    );
  if (file.case.stage === "matched")
    return [told(file.case.version, file.match?.decision ?? "not-looked", file.case.updatedAt)];
  if (file.case.stage !== "detected") return [];
  const now = ports.clock.now();
  const brand = await ports.brands.active(heard.brand);
  const match = file.case.lane === "stop" ? undefined : await lookUp(file, brand, ports);
  const customer = match?.decision === "link" ? match.customer : undefined;
  const relationship = await worthOf(file, customer, brand, ports);
  const next = advance(file.case, now, { stage: "matched", customer });
  const event = told(next.version, match?.decision ?? "not-looked", now);
  const { outcome } = await ports.cases.save({
    next,
    match,
    relationship,
    noLongerOf: file.case.customer === customer ? undefined : file.case.customer,
    wake: wakeWith(event, later(now, STEP_PATIENCE_MS)),
    audit: match === undefined ? [] : [{ at: now, by: "shopkeeper", did: "matched", what: match.decision }],
  });
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
  return [event];
}

async function lookUp(file: CaseFile, brand: PublishedBrand, ports: MatchPorts): Promise<AuthorMatch> {
  const { playbook } = brand.file;
  const said: SaidCue[] = [];
  let wording = "";
  let name: string | undefined;
  let postedAt = file.case.openedAt;
  for (const id of file.case.mentions) {
    const mention = await ports.mentions.get(file.case.brand, id);
    const assessment = await ports.mentions.assessmentOf(file.case.brand, id);
    const text = mention?.text ?? "";
    wording += `${text}\n`;
    name ??= mention?.author?.name;
    if (mention !== undefined) postedAt = mention.postedAt;
    for (const cue of assessment?.cues ?? []) said.push({ ...cue, text: text.slice(cue.start, cue.end) });
  }
  const link =
    file.case.author === undefined
      ? undefined
      : await ports.history.confirmedLink(file.case.brand, file.case.author);
  const enabled = playbook.matching[file.case.channel];
  // Who is known is not looked for.
  const isLookedFor = enabled && link === undefined;
  const found = await readCandidates(
    isLookedFor ? name : undefined,
    brand.file,
    file.match?.ruledOut ?? [],
    ports.history,
  );
  const match = matchAuthor({
    ...(name === undefined ? {} : { authorName: name }),
    cues: said,
    wording,
    ...found,
    postedAt,
    playbook,
    enabled,
    ...(link === undefined
      ? {}
      : {
          confirmed: {
            customer: link.customer,
            by: link.confirmedBy === "customer" ? "customer" : AgentId.parse(link.confirmedBy),
          },
        }),
    now: ports.clock.now(),
  });
  return file.match?.ruledOut === undefined ? match : { ...match, ruledOut: file.match.ruledOut };
}

async function worthOf(file: CaseFile, id: CustomerId | undefined, brand: PublishedBrand, ports: MatchPorts) {
  const now = ports.clock.now();
  const customer = id === undefined ? undefined : await ports.history.customer(file.case.brand, id);
  const purchases = id === undefined ? [] : await ports.history.purchasesOf(file.case.brand, id);
  return valueRelationship({
    ...(customer === undefined ? {} : { customer }),
    purchases,
    ownFailuresLast90Days: id === undefined ? 0 : await earlierFailures(file, id, ports),
    playbook: brand.file.playbook,
    currency: brand.file.account.currency,
    now,
    model: purchases.length === 0 ? undefined : await ports.lifetime.active(file.case.brand),
  });
}

/** Our own failures towards this customer in the last 90 days: earlier cases in which something was put right. */
async function earlierFailures(file: CaseFile, customer: CustomerId, ports: MatchPorts): Promise<number> {
  const since = later(ports.clock.now(), -OWN_FAILURE_DAYS * 86_400_000);
  const others = (await ports.cases.casesOfCustomer(file.case.brand, customer)).filter(
    (other) => other.caseId !== file.case.id && other.openedAt >= since,
  );
  let failures = 0;
  for (const other of others) {
    const earlier = await ports.cases.load(file.case.brand, other.caseId);
    if (earlier?.grants.some((grant) => grant.state !== "RELEASED") === true) failures += 1;
  }
  return failures;
}
