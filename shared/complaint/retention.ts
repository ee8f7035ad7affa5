import type { Lane } from "./assessment.ts";
import type { Instant } from "./ids.ts";
import type { Playbook } from "./playbook.ts";

const DAY_MS = 86_400_000;

/**
 * When the words of a post or a private message go: what was set aside sooner than what was answered. Counted from when
 * they were collected; everything else that is known of them stays.
 */
export function wordsUntil(
  { mentionTextDays, asideTextDays }: Playbook["retention"],
  lane: Lane,
  seenAt: Instant,
): Instant {
  const days = lane === "aside" ? asideTextDays : mentionTextDays;
  return new Date(Date.parse(seenAt) + days * DAY_MS).toISOString();
}
