import { Logger } from "@aws-lambda-powertools/logger";
import { once } from "./once.ts";

/** What a log line may carry: ids, codes, counts and durations. Never words, names or handles. */
export type LogFields = Partial<
  Record<
    | "brand"
    | "channel"
    | "caseId"
    | "mentionId"
    | "deliveryId"
    | "approvalId"
    | "grantId"
    | "messageId"
    | "eventId"
    | "detailType"
    | "step"
    | "state"
    | "outcome"
    | "reason"
    | "code"
    | "contract"
    | "stream"
    | "until",
    string
  > &
    Record<"count" | "pages" | "durationMs" | "lagSeconds" | "status" | "version", number>
>;

const logger = once(() => new Logger({ serviceName: "shopkeeper" }));

/** The one way to write a log line. An error gives its name and code; its message stays out, since it can quote input. */
export const log = {
  info: (message: string, fields: LogFields = {}): void => logger().info(message, fields),
  warn: (message: string, fields: LogFields = {}): void => logger().warn(message, fields),
  error: (message: string, error: unknown, fields: LogFields = {}): void =>
    logger().error(message, {
      ...fields,
      error: error instanceof Error ? error.name : "unknown",
      at: error instanceof Error ? placeOf(error) : "",
    }),
};

/** The first line of the stack behind the message, which stands in front of it and may quote anything. */
function placeOf({ stack = "", message }: Error): string {
  const from = stack.indexOf(message) + message.length;
  return (
    stack
      .slice(from)
      .split("\n")
      .find((line) => /^\s+at /.test(line)) ?? ""
  ).trim();
}
