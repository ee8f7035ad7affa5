/** A failure that is told in its own words, without a stack: what is wrong, and the next step. */
export class Plain extends Error {}
