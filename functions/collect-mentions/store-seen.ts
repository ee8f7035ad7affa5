import type { BrandId, MentionId } from "../../shared/complaint/ids.ts";
import { messageId } from "../../shared/complaint/ids.ts";
import type { Mention } from "../../shared/complaint/mention.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { wordsUntil } from "../../shared/complaint/retention.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { MentionCollected } from "../../shared/events/mention-collected.ts";
import { MentionRemoved } from "../../shared/events/mention-removed.ts";
import { MessageReceived } from "../../shared/events/message-received.ts";
import { OwnReplySeen } from "../../shared/events/own-reply-seen.ts";
import type { SeenMention, SeenMessage } from "../../shared/ports/mention-source.ts";
import { later } from "../../shared/runtime/clock.ts";
import type { CollectPorts } from "./collect-mentions.ts";

/** What has been stored and not been taken up by then is told again. */
const WAKE_MS = 2 * 60_000;

/**
 * Stores a wording and gives the event that tells of it. What is known already tells nothing: if the event was lost
 * between saving and telling, the wake that was saved with it tells again.
 */
export async function storeMention(
  seen: SeenMention,
  retention: Playbook["retention"],
  ports: CollectPorts,
): Promise<readonly DomainEvent[]> {
  const now = ports.clock.now();
  const revision = seen.revision ?? (await nextRevision(seen, ports));
  if (revision === undefined) return [];
  const mention: Mention = { ...seen, revision, seenAt: now };
  const about = { brand: mention.brand, occurredAt: now };
  if (mention.byBrand) {
    await ports.mentions.put(mention, undefined, wordsUntil(retention, "answer", now));
    // No wake brings this back, so it is told whenever the source brings it: the source remembers what it brought.
    return mention.parentId === undefined
      ? []
      : [
          OwnReplySeen.make(
            { ...about, key: mention.id },
            { mentionId: mention.id, parentId: mention.parentId },
          ),
        ];
  }
  const event = MentionCollected.make(
    { ...about, key: `${mention.id}:${revision}` },
    { mentionId: mention.id, revision },
  );
  // Until it has been read it may be a complaint.
  const textUntil = wordsUntil(retention, "answer", now);
  const outcome = await ports.mentions.put(mention, { at: later(now, WAKE_MS), event }, textUntil);
  return outcome === "known" ? [] : [event];
}

/**
 * Where the platform keeps no history, a changed text is a further revision. A text that is no longer here (expired,
 * or deleted by its writer) is not brought back.
 */
async function nextRevision(seen: SeenMention, { mentions }: CollectPorts): Promise<number | undefined> {
  const stored = await mentions.get(seen.brand, seen.id);
  if (stored === undefined) return 0;
  if (stored.removedAt !== undefined || stored.text === undefined) return undefined;
  return stored.text === seen.text ? stored.revision : stored.revision + 1;
}

/** Stores a private message with its case. What we wrote ourselves is context and tells nothing. */
export async function storeMessage(
  seen: SeenMessage,
  retention: Playbook["retention"],
  ports: CollectPorts,
): Promise<readonly DomainEvent[]> {
  const now = ports.clock.now();
  const caseId = await ports.cases.caseOfParticipant(seen.brand, seen.with);
  const textUntil = wordsUntil(retention, "answer", now);
  if (seen.direction === "out") {
    await ports.messages.put(seen, caseId, undefined, textUntil);
    return [];
  }
  const id = messageId(seen.channel, seen.id.slice(seen.id.indexOf(":") + 1));
  const event = MessageReceived.make(
    { brand: seen.brand, occurredAt: now, key: id, ...(caseId === undefined ? {} : { caseId }) },
    { messageId: id, from: seen.with },
  );
  const outcome = await ports.messages.put(seen, caseId, { at: later(now, WAKE_MS), event }, textUntil);
  return outcome === "new" ? [event] : [];
}

/** Erases what is gone on the platform. Told each time that it is found gone: a crash in between must not hide it. */
export async function storeRemoval(brand: BrandId, id: MentionId, ports: CollectPorts): Promise<DomainEvent> {
  const now = ports.clock.now();
  await ports.mentions.remove(brand, id, now);
  return MentionRemoved.make({ brand, occurredAt: now, key: id }, { mentionId: id });
}
