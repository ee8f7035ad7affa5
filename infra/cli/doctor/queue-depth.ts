import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SQSClient,
} from "@aws-sdk/client-sqs";

/** How many messages lie in a queue of the account; undefined where there is none of that name. */
export function sqsDepth(): (name: string) => Promise<number | undefined> {
  const client = new SQSClient({});
  return async (QueueName) => {
    try {
      const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages"] }),
      );
      return Number(Attributes?.["ApproximateNumberOfMessages"] ?? 0);
    } catch (error) {
      if (error instanceof QueueDoesNotExist) return undefined;
      throw error;
    }
  };
}
