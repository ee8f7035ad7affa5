/**
 * The errors of the house. An outcome that the business expects is a returned value, not one of these.
 * `docs/runbook.md` has a heading for each code; a test compares both ways.
 */
export const errorCodes = {
  unavailable: "Throttled, timed out or 5xx. The queue tries again; nobody acts unless it lasts.",
  malformed: "Input breaks its contract. Dead-lettered with an alarm; trying again cannot help.",
  "not-configured": "A secret, a brand or a setting is missing. A devops engineer acts.",
} as const;

/** Throttled, timed out or 5xx: trying again can help. Does not cover a platform's no, which is an outcome. */
export class Unavailable extends Error {
  readonly code = "unavailable";
  /** When the other side said how long to wait. */
  readonly retryAfterMs: number | undefined;
  constructor(message: string, options?: { cause?: unknown; retryAfterMs?: number | undefined }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = "Unavailable";
    this.retryAfterMs = options?.retryAfterMs;
  }
}

/** Input that breaks its contract: names the contract and where. Does not cover a missing setting. */
export class Malformed extends Error {
  readonly code = "malformed";
  readonly contract: string;
  readonly issues: readonly string[];
  constructor(contract: string, issues: readonly string[], cause?: unknown) {
    super(`${contract}: ${issues.join("; ")}`, cause === undefined ? undefined : { cause });
    this.name = "Malformed";
    this.contract = contract;
    this.issues = issues;
  }
}

/** Something an engineer has to set up: says what, where, and the next step. */
export class NotConfigured extends Error {
  readonly code = "not-configured";
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "NotConfigured";
  }
}
