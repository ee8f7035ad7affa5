import type { ModelAnswer, NoWords } from "../../ports/drafter.ts";

/**
 * What an error of Converse means, and whether it was charged: 0 where the service turned the call away, undefined
 * where it may have read the prompt. Names as in "Amazon Bedrock API Reference, Converse, Errors", read 2026-11-22.
 */
const FAILURES: Readonly<Record<string, { readonly none: NoWords; readonly tokens: 0 | undefined }>> = {
  ThrottlingException: { none: "throttled", tokens: 0 },
  ServiceQuotaExceededException: { none: "throttled", tokens: 0 },
  AccessDeniedException: { none: "not-allowed", tokens: 0 },
  UnrecognizedClientException: { none: "not-allowed", tokens: 0 },
  ExpiredTokenException: { none: "not-allowed", tokens: 0 },
  ValidationException: { none: "bad-request", tokens: 0 },
  ResourceNotFoundException: { none: "bad-request", tokens: 0 },
  ModelNotReadyException: { none: "unavailable", tokens: 0 },
  ModelTimeoutException: { none: "timed-out", tokens: undefined },
  // The SDK's own: our patience ended.
  AbortError: { none: "timed-out", tokens: undefined },
};

export const failureOf = (error: unknown): ModelAnswer =>
  (error instanceof Error ? FAILURES[error.name] : undefined) ?? { none: "unavailable", tokens: undefined };
