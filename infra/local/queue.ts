import type { SQSBatchResponse, SQSEvent } from "aws-lambda";

/** One queue between a rule and a function. */
export type QueueSettings = {
  readonly name: string;
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>;
  readonly delaySeconds: number;
  readonly maxReceives: number;
  /** After a failure a message is seen again so much later. */
  readonly retryAfterMs: number;
  /** How unkind the queue is: real ones deliver more than once and in any order. */
  readonly unkind?: { readonly random: () => number; readonly duplicate: number; readonly shuffle: boolean };
};

type QueuedMessage = { readonly id: string; readonly body: string; receives: number; visibleAt: number };

const BATCH = 10;

/** A queue that behaves as SQS does towards a function: at least once, batches, partial failures, a dead-letter queue. */
export class LocalQueue {
  readonly name: string;
  readonly dead: { readonly body: string }[] = [];
  readonly #settings: QueueSettings;
  #waiting: QueuedMessage[] = [];
  #working = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #count = 0;

  constructor(settings: QueueSettings) {
    this.name = settings.name;
    this.#settings = settings;
  }

  send(body: string): void {
    const unkind = this.#settings.unkind;
    const copies = unkind !== undefined && unkind.random() < unkind.duplicate ? 2 : 1;
    for (let copy = 0; copy < copies; copy++)
      this.#waiting.push({
        id: `${this.name}-${++this.#count}`,
        body,
        receives: 0,
        visibleAt: Date.now() + this.#settings.delaySeconds * 1000,
      });
    this.#wake(0);
  }

  /** Messages not yet acknowledged. */
  get depth(): number {
    return this.#waiting.length + this.#working;
  }

  /** Stops; what is at work is waited for. What waits is gone, as a crash would have it: the due index brings it back. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    while (this.#working > 0) await new Promise((done) => setTimeout(done, 5));
  }

  #wake(inMs: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#work(), inMs);
  }

  async #work(): Promise<void> {
    if (this.#closed || this.#working > 0) return;
    const batch = this.#take();
    if (batch.length > 0) {
      this.#working = batch.length;
      const failed = await this.#hand(batch);
      this.#working = 0;
      for (const message of batch.filter((each) => failed.has(each.id))) this.#again(message);
    }
    const next = Math.min(...this.#waiting.map((message) => message.visibleAt));
    if (Number.isFinite(next)) this.#wake(Math.max(0, next - Date.now()));
  }

  #take(): QueuedMessage[] {
    const now = Date.now();
    const visible = this.#waiting.filter((message) => message.visibleAt <= now);
    if (this.#settings.unkind?.shuffle === true) shuffle(visible, this.#settings.unkind.random);
    const batch = visible.slice(0, BATCH);
    this.#waiting = this.#waiting.filter((message) => !batch.includes(message));
    return batch;
  }

  async #hand(batch: readonly QueuedMessage[]): Promise<ReadonlySet<string>> {
    for (const message of batch) message.receives += 1;
    try {
      const { batchItemFailures } = await this.#settings.handler({ Records: batch.map(record) });
      return new Set(batchItemFailures.map((failure) => failure.itemIdentifier));
    } catch {
      // A function that throws fails its whole batch, as in the cloud.
      return new Set(batch.map((message) => message.id));
    }
  }

  #again(message: QueuedMessage): void {
    if (message.receives >= this.#settings.maxReceives) {
      this.dead.push({ body: message.body });
      return;
    }
    message.visibleAt = Date.now() + this.#settings.retryAfterMs * message.receives;
    this.#waiting.push(message);
  }
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [list[at], list[other]];
    if (a !== undefined && b !== undefined) {
      list[at] = b;
      list[other] = a;
    }
  }
}

function record(message: QueuedMessage): SQSEvent["Records"][number] {
  return {
    messageId: message.id,
    receiptHandle: message.id,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receives),
      SentTimestamp: String(message.visibleAt),
      SenderId: "local",
      ApproximateFirstReceiveTimestamp: String(message.visibleAt),
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:local:000000000000:local",
    awsRegion: "local",
  };
}
