import { type AuthorMatch, isConfirmed } from "./author-match.ts";
import type { Budgets } from "./budget.ts";
import type { LossLine } from "./loss-line.ts";
import type { Playbook } from "./playbook.ts";

/**
 * How often in a year one person's word alone is enough, where a playbook does not say. A judgement, not a
 * measurement: bad luck seldom comes more than three times a year, and a fourth time only changes who signs.
 */
export const USUAL_BELIEVED_PER_YEAR = 3;

/**
 * Whether a loss is made good on the writer's word alone: it is worth something, no more than the believe-first sum,
 * and neither a purchase of the writer nor a confirmed link speaks for it.
 *
 * @param worthMinor what everybody with the loss gets, as it is worth to the customer
 */
export const standsOnWord = (
  worthMinor: number,
  line: LossLine | undefined,
  facts: {
    readonly playbook: Pick<Playbook, "believeFirstMinor">;
    readonly match?: AuthorMatch | undefined;
  },
): boolean =>
  worthMinor > 0 && worthMinor <= facts.playbook.believeFirstMinor && !isLinked(line, facts.match);

/** A purchase line was found, or somebody has confirmed who the writer is. */
export const isLinked = (line: LossLine | undefined, match: AuthorMatch | undefined): boolean =>
  line?.from.kind === "purchase" || isConfirmed(match);

/** How often an agent may take one person at their word in a year. A manager may always. */
export const believedPerYear = ({ mandate }: Pick<Playbook, "mandate">): number =>
  mandate.believeFirstTimesPerYear ?? USUAL_BELIEVED_PER_YEAR;

/**
 * True where this person has been taken at their word as often as an agent may. It takes nothing from what is due: a
 * named person gives it instead.
 */
export const isBelievedOften = (
  playbook: Pick<Playbook, "mandate">,
  role: "agent" | "manager",
  { believedTimes = 0 }: Pick<Budgets, "believedTimes">,
): boolean => role === "agent" && believedTimes >= believedPerYear(playbook);
