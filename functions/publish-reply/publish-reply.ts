import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Delivery, SendOutcome } from "../../shared/complaint/delivery.ts";
import type { Draft } from "../../shared/complaint/draft.ts";
import type { ApprovalId, BrandId, CaseId, Instant } from "../../shared/complaint/ids.ts";
import { becomes, nextMove, type Pair } from "../../shared/complaint/publishing.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import type { BrandStore } from "../../shared/ports/brand-store.ts";
import type { CaseStore } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import type { SocialPlatform } from "../../shared/ports/social-platform.ts";
import { later } from "../../shared/runtime/clock.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import type { Change } from "./pair-changes.ts";
import { beginRun, type Run, savePair } from "./save-pair.ts";

export type PublishPorts = {
  readonly mentions: MentionStore;
  readonly cases: CaseStore;
  readonly brands: BrandStore;
  readonly platform: (brand: BrandId) => Promise<SocialPlatform>;
  readonly clock: Clock;
};

/** More moves than a pair can make: a guard against a circle, not a limit anybody meets. */
const MOST_MOVES = 12;
const ASK_AGAIN_MS = 60_000;
const COMMIT_TRIES = 8;

/**
 * Brings the two texts of one approval as far as they can go now.
 *
 * A claim is saved before each post and its outcome after. A post is made only by the one who saved the claim, and
 * never again from a claim: what is unknown is looked for. Any number of runs, at once or after a crash, post each
 * text at most once.
 */
export async function publishReply(
  about: {
    readonly brand: BrandId;
    readonly caseId: CaseId;
    readonly approvalId: ApprovalId;
    readonly causedBy: string;
  },
  ports: PublishPorts,
  known: { readonly personHasWritten?: boolean } = {},
): Promise<readonly DomainEvent[]> {
  const run = await beginRun(about, ports);
  const events: DomainEvent[] = [];
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const file = await ports.cases.load(about.brand, about.caseId);
    const pair = file === undefined ? undefined : pairOf(file, about.approvalId);
    if (file === undefined || pair === undefined) return events;
    const personHasWritten =
      known.personHasWritten === true || file.messages.some((message) => message.direction === "in");
    const move = nextMove(pair, { channel: file.case.channel, now: ports.clock.now(), personHasWritten });
    if (move.do === "rest") return events;
    const told =
      move.do === "set"
        ? await savePair(file, { delivery: move.delivery }, run, ports)
        : move.do === "look"
          ? await look(file, move.delivery, run, ports)
          : await send(file, move.delivery, run, ports);
    if (told === "could-not-look") return events;
    events.push(...told);
  }
  throw new Error(`the pair of ${about.approvalId} does not come to rest`);
}

function pairOf(file: CaseFile, approvalId: ApprovalId): Pair | undefined {
  const side = (name: "public" | "private") =>
    file.deliveries.find((delivery) => delivery.approvalId === approvalId && delivery.side === name);
  const open = side("public");
  return open === undefined ? undefined : { public: open, private: side("private") };
}

async function send(
  file: CaseFile,
  delivery: Delivery,
  run: Run,
  ports: PublishPorts,
): Promise<readonly DomainEvent[]> {
  const now = ports.clock.now();
  const draft = file.drafts.find((each) => each.version === delivery.draftVersion);
  const words = draft === undefined ? undefined : wordsOf(draft, delivery);
  if (draft === undefined || words === undefined)
    throw new Error(`draft ${delivery.draftVersion} of ${file.case.id} has no words for ${delivery.side}`);
  const platform = await run.platform();
  const no = await firstCheck(file, delivery, platform, ports);
  if (no !== undefined) return savePair(file, { delivery: no }, run, ports);
  // Claim before posting: a crash after the post must not post again.
  const claim: Change = {
    delivery: becomes(delivery, now, { state: "SENDING", claimedAt: now }),
    claims: draft,
  };
  const claimed = await savePair(file, claim, run, ports);
  if (claimed.length === 0) return [];
  const outcome = await post(delivery, words, platform);
  return [...claimed, ...(await record(claim.delivery, outcome, run, ports))];
}

type Words = { readonly text: string; readonly to?: NonNullable<Draft["private"]>["to"] };

const wordsOf = (draft: Draft, delivery: Delivery): Words | undefined =>
  delivery.side === "public" ? { text: draft.public.text } : draft.private;

async function post(delivery: Delivery, words: Words, platform: SocialPlatform): Promise<SendOutcome> {
  try {
    return words.to === undefined
      ? await platform.replyPublicly({ mention: delivery.mention, text: words.text })
      : await platform.writePrivately({ mention: delivery.mention, to: words.to, text: words.text });
  } catch {
    // Whatever broke, the post may stand: only looking can tell.
    return { outcome: "unknown" };
  }
}

/** Still there, unchanged, not answered elsewhere, and sending not paused. The state to take instead, or undefined. */
async function firstCheck(
  file: CaseFile,
  delivery: Delivery,
  platform: SocialPlatform,
  ports: PublishPorts,
): Promise<Delivery | undefined> {
  const now = ports.clock.now();
  const soon = later(now, ASK_AGAIN_MS);
  if (await ports.brands.isPaused(file.case.brand, file.case.channel))
    return becomes(delivery, now, { state: "WAITING", reason: "paused", until: soon });
  const standing = await platform.mentionNow(delivery.mention);
  if (standing.state === "could-not-look")
    return becomes(delivery, now, { state: "WAITING", reason: "throttled", until: standing.until ?? soon });
  const refused = (reason: "mention-removed" | "mention-changed" | "answered-outside") =>
    becomes(delivery, now, { state: "REFUSED", reason });
  if (standing.state === "gone") return refused("mention-removed");
  const stored = await ports.mentions.get(file.case.brand, delivery.mention);
  if (stored?.removedAt !== undefined) return refused("mention-removed");
  const approvedAt = file.approvals.find((each) => each.id === delivery.approvalId)?.at ?? now;
  const reworded = file.audit.some(
    (entry) => entry.did === "reworded" && entry.what === delivery.mention && entry.at > approvedAt,
  );
  if (reworded || (stored?.text !== undefined && !sameWords(stored.text, standing.text)))
    return refused("mention-changed");
  const ours = new Set(
    file.deliveries.flatMap((each) => (each.state === "SENT" ? [afterLastUnderscore(each.platformId)] : [])),
  );
  const others = standing.answeredBy.filter((id) => !ours.has(afterLastUnderscore(id)));
  return others.length > 0 && delivery.side === "public" ? refused("answered-outside") : undefined;
}

/** Facebook gives the same comment as `<post>_<comment>` or as `<comment>` alone. */
export const afterLastUnderscore = (id: string): string => id.slice(id.lastIndexOf("_") + 1);

export const sameWords = (one: string, other: string): boolean => words(one) === words(other);
const words = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** Writes down what came of a post, whoever else saves the case meanwhile. */
async function record(
  claimed: Delivery,
  outcome: SendOutcome,
  run: Run,
  ports: PublishPorts,
): Promise<readonly DomainEvent[]> {
  for (let attempt = 0; attempt < COMMIT_TRIES; attempt++) {
    const file = await ports.cases.load(claimed.brand, claimed.caseId);
    const delivery = file?.deliveries.find((each) => each.id === claimed.id);
    // Somebody found our post in the meantime, or gave the claim up as unknown: that has been written down already.
    if (file === undefined || delivery === undefined || delivery.state === "SENT") return [];
    if (delivery.state !== "SENDING" && !(delivery.state === "UNKNOWN" && outcome.outcome === "sent"))
      return [];
    const change = { delivery: after(delivery, outcome, ports.clock.now()), ...participantOf(outcome) };
    const told = await savePair(file, change, run, ports);
    if (told.length > 0) return told;
  }
  // The claim stays; after its time-out it is looked for.
  throw new Unavailable("the case is too busy to write down what came of a post");
}

const participantOf = (outcome: SendOutcome) =>
  outcome.outcome === "sent" && outcome.participant !== undefined ? { participant: outcome.participant } : {};

function after(delivery: Delivery, outcome: SendOutcome, now: Instant): Delivery {
  switch (outcome.outcome) {
    case "sent":
      return becomes(delivery, now, { state: "SENT", sentAt: now, platformId: outcome.platformId });
    case "wait":
      return becomes(delivery, now, { state: "WAITING", reason: outcome.reason, until: outcome.until });
    case "unknown":
      return becomes(delivery, now, { state: "UNKNOWN", since: now, looks: 0 });
    case "refused":
      // What the API refuses a person may still post: the text is approved, so it is offered for copying.
      return delivery.side === "public" &&
        (outcome.reason === "not-summoned" || outcome.reason === "replies-restricted")
        ? becomes(delivery, now, { state: "WAITING", reason: "by-hand" })
        : becomes(delivery, now, { state: "REFUSED", reason: outcome.reason, code: outcome.code });
  }
}

async function look(
  file: CaseFile,
  delivery: Extract<Delivery, { state: "UNKNOWN" }>,
  run: Run,
  ports: PublishPorts,
): Promise<readonly DomainEvent[] | "could-not-look"> {
  const now = ports.clock.now();
  const draft = file.drafts.find((each) => each.version === delivery.draftVersion);
  const words = draft === undefined ? undefined : wordsOf(draft, delivery);
  if (words === undefined)
    throw new Error(`draft ${delivery.draftVersion} of ${file.case.id} has no words for ${delivery.side}`);
  const platform = await run.platform();
  const since = later(delivery.since, -5 * 60_000);
  const seen =
    words.to === undefined
      ? await platform.findReply({ mention: delivery.mention, text: words.text, since })
      : await platform.findMessage({ mention: delivery.mention, to: words.to, text: words.text, since });
  if (seen.found === "yes")
    return savePair(
      file,
      { delivery: becomes(delivery, now, { state: "SENT", sentAt: now, platformId: seen.platformId }) },
      run,
      ports,
    );
  // "Could not look" is not "not there": it does not count as one of the three looks, and the wake comes again.
  if (seen.found === "could-not-look") return "could-not-look";
  return savePair(
    file,
    {
      delivery: becomes(delivery, now, {
        state: "UNKNOWN",
        since: delivery.since,
        looks: delivery.looks + 1,
      }),
    },
    run,
    ports,
  );
}
