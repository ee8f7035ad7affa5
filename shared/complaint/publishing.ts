import type { Delivery, DeliverySide } from "./delivery.ts";
import { LOOK_AFTER_MS, SENDING_TIMEOUT_MS } from "./delivery.ts";
import type { Channel, Instant } from "./ids.ts";

/** The two texts of one approval; the private one is absent where nothing is said in private. */
export type Pair = { readonly public: Delivery; readonly private?: Delivery | undefined };

/** What the sender should do now with one of the two texts. */
export type Move =
  | { readonly do: "rest" }
  /** Nothing outside happens: only the state changes. */
  | { readonly do: "set"; readonly delivery: Delivery }
  /** May be claimed and posted. */
  | { readonly do: "send"; readonly delivery: Delivery }
  /** The outcome is unknown, and it is time to look. */
  | { readonly do: "look"; readonly delivery: Extract<Delivery, { state: "UNKNOWN" }> };

const passed = (at: Instant, now: Instant, ms = 0): boolean => Date.parse(at) + ms <= Date.parse(now);

/**
 * Which half goes first: on Facebook the private one, since one comment takes one private reply within seven days and
 * the public text promises it; on X the public one, since it invites the writer's message that the private one needs.
 */
export const order = (channel: Channel): readonly [DeliverySide, DeliverySide] =>
  channel === "facebook" ? ["private", "public"] : ["public", "private"];

/**
 * The next move of a pair, from its states alone. The second half moves only once the first is SENT; when the first
 * is refused, so is the second. Nothing is ever sent from SENDING or UNKNOWN.
 *
 * @param facts.personHasWritten the writer has sent a private message in this case
 */
export function nextMove(
  pair: Pair,
  facts: { readonly channel: Channel; readonly now: Instant; readonly personHasWritten: boolean },
): Move {
  const [firstSide, secondSide] = order(facts.channel);
  const first = pair[firstSide];
  const second = pair[secondSide];
  if (first === undefined) return second === undefined ? { do: "rest" } : alone(second, facts.now);
  const move = alone(first, facts.now);
  if (move.do !== "rest" || second === undefined) return move;
  if (first.state === "REFUSED") return refuseWith(second);
  if (first.state !== "SENT") return awaitOther(second);
  if (secondSide === "private" && facts.channel === "x" && !facts.personHasWritten)
    return awaitTheirMessage(second);
  return alone(
    second.state === "WAITING" && waitsForEvent(second) ? { ...second, until: facts.now } : second,
    facts.now,
  );
}

const waitsForEvent = (delivery: Extract<Delivery, { state: "WAITING" }>): boolean =>
  delivery.reason === "for-the-other" || delivery.reason === "for-their-message";

function alone(delivery: Delivery, now: Instant): Move {
  switch (delivery.state) {
    case "HELD":
      return passed(delivery.holdUntil, now) ? { do: "send", delivery } : { do: "rest" };
    case "WAITING":
      return delivery.until !== undefined && passed(delivery.until, now)
        ? { do: "send", delivery }
        : { do: "rest" };
    case "SENDING":
      return passed(delivery.claimedAt, now, SENDING_TIMEOUT_MS)
        ? {
            do: "set",
            delivery: becomes(delivery, now, { state: "UNKNOWN", since: delivery.claimedAt, looks: 0 }),
          }
        : { do: "rest" };
    case "UNKNOWN": {
      const after = LOOK_AFTER_MS[delivery.looks];
      return after !== undefined && passed(delivery.since, now, after)
        ? { do: "look", delivery }
        : { do: "rest" };
    }
    case "SENT":
    case "REFUSED":
    case "WITHDRAWN":
      return { do: "rest" };
  }
}

const isOpen = (delivery: Delivery): boolean => delivery.state === "HELD" || delivery.state === "WAITING";

const refuseWith = (second: Delivery): Move =>
  isOpen(second)
    ? {
        do: "set",
        delivery: becomes(second, second.updatedAt, { state: "REFUSED", reason: "other-half-refused" }),
      }
    : { do: "rest" };

function awaitOther(second: Delivery): Move {
  if (second.state !== "HELD") return { do: "rest" };
  return {
    do: "set",
    delivery: becomes(second, second.updatedAt, { state: "WAITING", reason: "for-the-other" }),
  };
}

function awaitTheirMessage(second: Delivery): Move {
  if (!isOpen(second) || (second.state === "WAITING" && second.reason === "for-their-message"))
    return { do: "rest" };
  return {
    do: "set",
    delivery: becomes(second, second.updatedAt, { state: "WAITING", reason: "for-their-message" }),
  };
}

/** What each state carries beside what every delivery has. */
export type DeliveryStateFacts =
  | { readonly state: "HELD"; readonly holdUntil: Instant }
  | { readonly state: "SENDING"; readonly claimedAt: Instant }
  | { readonly state: "SENT"; readonly sentAt: Instant; readonly platformId: string }
  | { readonly state: "UNKNOWN"; readonly since: Instant; readonly looks: number }
  | {
      readonly state: "REFUSED";
      readonly reason: Extract<Delivery, { state: "REFUSED" }>["reason"];
      readonly code?: string | undefined;
    }
  | {
      readonly state: "WAITING";
      readonly reason: Extract<Delivery, { state: "WAITING" }>["reason"];
      readonly until?: Instant | undefined;
    }
  | { readonly state: "WITHDRAWN" };

/** The same delivery in another state, its revision raised. */
export function becomes(delivery: Delivery, at: Instant, facts: DeliveryStateFacts): Delivery {
  const { id, caseId, brand, channel, approvalId, side, mention, draftVersion, rev } = delivery;
  const common = {
    id,
    caseId,
    brand,
    channel,
    approvalId,
    side,
    mention,
    draftVersion,
    rev: rev + 1,
    updatedAt: at,
  };
  if (facts.state === "REFUSED" || facts.state === "WAITING") {
    const { code, until, ...rest } = { code: undefined, until: undefined, ...facts };
    return {
      ...common,
      ...rest,
      ...(code === undefined ? {} : { code }),
      ...(until === undefined ? {} : { until }),
    };
  }
  return { ...common, ...facts };
}

/** When a delivery in this state should be taken up again by itself; undefined when something else will call. */
export function takeUpAt(delivery: Delivery, now: Instant): Instant | undefined {
  const plus = (at: Instant, ms: number) => new Date(Date.parse(at) + ms).toISOString();
  switch (delivery.state) {
    case "HELD":
      return plus(delivery.holdUntil, 60_000);
    case "SENDING":
      return plus(delivery.claimedAt, SENDING_TIMEOUT_MS);
    case "UNKNOWN": {
      const after = LOOK_AFTER_MS[delivery.looks];
      if (after === undefined) return undefined;
      const at = plus(delivery.since, after);
      // A look that could not be made is made up for in a minute, not at once.
      return at > now ? at : plus(now, 60_000);
    }
    case "WAITING":
      if (delivery.reason === "by-hand") return undefined;
      // What waits for an event is still looked at now and then, in case the event was lost.
      return delivery.until ?? plus(now, 10 * 60_000);
    case "SENT":
    case "REFUSED":
    case "WITHDRAWN":
      return undefined;
  }
}
