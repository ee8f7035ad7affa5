import type { StopCase } from "../complaint/assessment.ts";
import type { Said } from "./grammar.ts";
import { saysNo } from "./phrases.ts";
import { STOPS_BY_GRAVITY } from "./sayings.ts";
import type { Token } from "./tokens.ts";

/** "Nobody was hurt" takes the stop away; in all other cases a denial leaves doubt, and doubt stops. */
const DENIABLE: ReadonlySet<StopCase> = new Set([
  "injury",
  "food-illness",
  "death",
  "danger",
  "lawyer",
  "crime",
]);
/** Said of somebody who fell and stands: "not a scratch". */
const UNHURT = new Set(
  "naarmuakaan vahingoittumaton vahingoittumattomana unharmed unhurt unscathed oskadd oskadda skråma".split(
    " ",
  ),
);
/** How many words before a grave word its denial may stand: near only, "did not call an ambulance" is grave. */
const DENIAL_REACH = 2;

function isDenied(tokens: readonly Token[], first: number): boolean {
  const clause = tokens[first]?.clause;
  for (let i = first - 1; i >= 0 && i >= first - DENIAL_REACH; i--) {
    const token = tokens[i];
    if (!token || token.clause !== clause) return false;
    if (saysNo(token)) return true;
  }
  return false;
}

/** Where other words say that a stop case is not meant: its tokens, by stop case. */
function meantOtherwise(said: Said): ReadonlyMap<StopCase, ReadonlySet<number>> {
  const places = new Map<StopCase, Set<number>>();
  for (const { id, first, last } of said) {
    if (id.stop?.as !== "unless") continue;
    const taken = places.get(id.stop.stop) ?? new Set<number>();
    places.set(id.stop.stop, taken);
    for (let at = first; at <= last; at++) taken.add(at);
  }
  return places;
}

/** What the sayings tell: the gravest stop case, if any, and those that are spoken of and not meant. */
export type StopTold = { stop?: StopCase; dismissed: ReadonlySet<StopCase> };

/**
 * The gravest stop case that a text says, or none. Recall before precision: when in doubt it is one.
 * @param saidIn what the sayings of each language found that is read; all three where the language is in doubt
 */
export function findStopCase(tokens: readonly Token[], saidIn: readonly Said[]): StopTold {
  const stops = new Set<StopCase>();
  const dismissed = new Set<StopCase>();
  const unhurt = tokens.some(({ word }) => UNHURT.has(word));
  for (const said of saidIn) {
    if (!said.some(({ id }) => id.stop !== undefined)) continue;
    const otherwise = meantOtherwise(said);
    for (const { id, first, last, phrase } of said) {
      if (id.stop === undefined || stops.has(id.stop.stop)) continue;
      const { stop, as } = id.stop;
      const taken = otherwise.get(stop);
      if (
        as === "unless" ||
        (as === "may-end-well" && unhurt) ||
        (taken && holdsAny(taken, first, last)) ||
        (DENIABLE.has(stop) && !phrase.negates && isDenied(tokens, first))
      )
        dismissed.add(stop);
      else stops.add(stop);
    }
  }
  const stop = STOPS_BY_GRAVITY.find((one) => stops.has(one));
  return stop === undefined ? { dismissed } : { stop, dismissed };
}

function holdsAny(taken: ReadonlySet<number>, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (taken.has(at)) return true;
  return false;
}
