/**
 * The pace at which a purchase stops telling what is still to come: half in a year.
 * Goods of one season come back after a year; a shorter half-life would forget skis every summer.
 */
const HALF_LIFE_MONTHS = 12;
const DAYS_PER_MONTH = 365.25 / 12;

/** What is left of a purchase after so many days, 0 to 1. */
export const fadedAfter = (days: number): number => 2 ** -(days / DAYS_PER_MONTH / HALF_LIFE_MONTHS);

/** The monthly pace of somebody whose faded purchases add up to one: who buys steadily keeps what they have a month. */
export const MONTHLY_PACE = Math.LN2 / HALF_LIFE_MONTHS;

/** Where no model is to be had: what is expected in the next `days`, of the faded sum of what was. Same unit. */
export const expectedByDecay = (faded: number, days: number): number =>
  faded * MONTHLY_PACE * (days / DAYS_PER_MONTH);
