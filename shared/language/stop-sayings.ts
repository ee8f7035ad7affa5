import type { StopCase } from "../complaint/assessment.ts";

/**
 * What one language says of one stop case. `unless` names what the same words mostly mean instead; `mayEndWell` tells
 * of a fall and not yet of harm, and stands unless the text says that nobody was hurt.
 */
export type StopSayings = Readonly<
  Record<StopCase, { say: readonly string[]; unless?: readonly string[]; mayEndWell?: readonly string[] }>
>;

/** Two families of words with at most three others between, whichever comes first. */
export const near = (one: string, other: string): string[] => [`${one} ~ ${other}`, `${other} ~ ${one}`];
