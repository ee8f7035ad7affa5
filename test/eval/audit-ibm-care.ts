import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import * as z from "zod";

/**
 * IBM's Twitter customer-care conversations (github.com/IBM/twitter-customer-care-document-prediction, Apache-2.0; the
 * tweets' own terms stay, so nothing of them is kept here) as rows for `shopkeeper audit`:
 *
 *     npx tsx test/eval/audit-ibm-care.ts conversations.dev.jsonl.gz > replies.jsonl
 *
 * Each reply of the brand answers what the customer wrote since the brand's last; the time is from the first of it.
 */
const Conversation = z.object({
  id: z.string(),
  at: z.string(),
  /** From the first turn to the reply that resolves: `HH:MM:SS.0`, days before where there are any. */
  duration: z.string(),
  turns: z.array(z.object({ role: z.enum(["customer", "agent"]), at: z.string(), text: z.string() })),
  agent_resolution: z.string(),
});

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("name conversations.dev.jsonl.gz");
for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
  const talk = Conversation.parse(JSON.parse(line));
  const resolvedAt = after(talk.at, talk.duration);
  const turns: { role: "customer" | "agent"; at: string | undefined; text: string }[] = [
    ...talk.turns,
    { role: "agent", at: resolvedAt, text: talk.agent_resolution },
  ];
  let asked: { text: string; at: string | undefined }[] = [];
  let count = 0;
  for (const turn of turns) {
    if (turn.role === "customer") {
      asked.push(turn);
      continue;
    }
    const [first] = asked;
    const row = {
      id: `${talk.id}-${++count}`,
      text: unescaped(turn.text),
      channel: "x",
      ...(first === undefined
        ? {}
        : { inReplyTo: { text: asked.map(({ text }) => text).join("\n"), postedAt: first.at } }),
      postedAt: turn.at,
    };
    process.stdout.write(`${JSON.stringify(row)}\n`);
    asked = [];
  }
}

/** The platform gives three signs escaped. */
function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function after(start: string, duration: string): string | undefined {
  const match = /^(?:(\d+) days?,? )?(\d+):(\d+):(\d+)/u.exec(duration);
  if (!match) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const length = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return new Date(Date.parse(start) + length * 1000).toISOString();
}
