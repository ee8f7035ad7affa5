import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { OneMachine } from "../../infra/local/one-machine.ts";
import { type MentionId, mentionId } from "../../shared/complaint/ids.ts";
import { logIn } from "../support/console-client.ts";
import { aMachine } from "../support/machine.ts";
import { shop } from "../support/world.ts";

const PAGE = "100100100100100";
/** Words that stand nowhere else: where one of them turns up, somebody's words have been written down. */
const canary = {
  name: "Kanarianiemi",
  handle: "kanaria_h4ndle",
  text: "kanariatext",
  edited: "kanariaedit",
  message: "kanariamessage",
  directMessage: "kanariadirect",
  broken: "kanariabroken",
  brokenX: "kanariaxbroken",
  agent: "kanariaagent",
};
const said: string[] = [];
const told: string[] = [];
let machine: OneMachine;

beforeAll(async () => {
  // Everything that could be written is written.
  process.env["POWERTOOLS_LOG_LEVEL"] = "DEBUG";
  process.env["AWS_LAMBDA_LOG_LEVEL"] = "DEBUG";
  process.env["POWERTOOLS_METRICS_DISABLED"] = "false";
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((part: string | Uint8Array) => {
      said.push(typeof part === "string" ? part : Buffer.from(part).toString("utf8"));
      return true;
    });
  for (const level of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, level).mockImplementation((...line: unknown[]) => {
      said.push(line.map(String).join(" "));
    });
  machine = await aMachine();
  const { deliver } = machine.bus;
  vi.spyOn(machine.bus, "deliver").mockImplementation((entries) => {
    told.push(...entries.map((entry) => JSON.stringify(entry)));
    deliver(entries);
  });
}, 120_000);
afterAll(async () => {
  await machine?.close();
  vi.restoreAllMocks();
});

const soon = { timeout: 30_000, interval: 100 };
const caseOf = (id: MentionId) =>
  vi.waitFor(async () => {
    const caseId = (await machine.stores.mentions.assessmentOf(shop, id))?.caseId;
    const file = caseId === undefined ? undefined : await machine.stores.cases.load(shop, caseId);
    if (file === undefined || file.drafts.length === 0) throw new Error(`${id} is not drafted`);
    return file;
  }, soon);
const complaint = (word: string) =>
  `I bought boots one size too small and you refused to exchange them. My ${word} will not buy from you again.`;

it("writes no name, handle or word of anybody into a log or an event, whatever goes well or wrong", async () => {
  const { facebook, x } = machine;
  const body = {
    data: [{ id: canary.broken, message: { said: canary.broken }, from: { name: canary.broken } }],
  };
  for (const path of ["*/feed", "*/conversations"])
    facebook.faults.add({ kind: "answer", path, status: 200, body });
  facebook.faults.add({ kind: "cut-body", path: "*/feed" });
  x.faults.add({
    kind: "answer",
    path: "*/mentions",
    status: 200,
    headers: { "content-type": "application/json" },
    body: { data: [{ id: "1", text: { said: canary.brokenX }, author: canary.brokenX }], meta: {} },
  });
  x.faults.add({
    kind: "answer",
    path: "*/mentions",
    status: 400,
    headers: { "content-type": "application/json" },
    body: { title: canary.brokenX, detail: canary.brokenX, errors: [{ message: canary.brokenX }] },
  });
  const post = facebook.world.post({ page: PAGE, name: canary.name, text: complaint(canary.text) });
  const onX = x.world.post({
    handle: canary.handle,
    name: canary.name,
    text: `@kenttakauppa ${complaint(canary.text)}`,
  });
  facebook.world.message({ page: PAGE, name: canary.name, text: `${canary.message} size 38` });
  x.world.message({ handle: canary.handle, to: "kenttakauppa", text: canary.directMessage });

  const first = mentionId("facebook", post.id.split("_")[1] ?? "");
  const other = await caseOf(mentionId("x", onX.id));
  await caseOf(first);
  facebook.world.edit(post.id, complaint(canary.edited));
  const file = await vi.waitFor(async () => {
    const found = await caseOf(first);
    if (found.drafts.length < 2 || found.case.stage !== "drafted") throw new Error("not drafted again");
    return found;
  }, soon);
  const agent = await logIn(machine.urls.console, "laura");
  await agent.get(`/cases/${file.case.id}`);
  await agent.get(`/?q=${canary.agent}`);
  await agent.post(`/cases/${other.case.id}/approval`, { version: canary.agent, hash: canary.agent });
  await agent.post(`/cases/${other.case.id}/drafts`, { public: canary.agent, private: canary.agent });
  for (const [path, mention] of [
    [file.case.id, first],
    [other.case.id, canary.agent],
  ])
    await agent.post(`/cases/${path}/correction`, { mention: mention ?? "", revision: "1", complaint: "no" });
  expect(await machine.stores.corrections.of(shop, first)).toMatchObject({ revision: 1, complaint: false });
  await agent.post(`/aside/${encodeURIComponent(first)}/return`, { complaint: canary.agent });
  await agent.get(`/aside?reason=${canary.agent}&page=${canary.agent}`);
  const draft = file.drafts.at(-1);
  const approved = await agent.post(`/cases/${file.case.id}/approval`, {
    version: String(draft?.version),
    hash: draft?.hash ?? "",
    // What the checker marks as style is kept with a reason, which is somebody's words too.
    ...Object.fromEntries((draft?.findings ?? []).map(({ rule }) => [`why.${rule}`, canary.agent])),
  });
  expect(approved.status).toBe(303);
  facebook.faults.add({
    kind: "answer",
    path: "*/messages",
    method: "POST",
    status: 400,
    body: { error: { message: canary.broken, code: 999_999, type: canary.broken } },
  });
  await vi.waitFor(async () => {
    const { deliveries } = await caseOf(first);
    if (deliveries.some(({ state }) => state === "HELD" || state === "SENDING"))
      throw new Error("on its way");
  }, soon);
  // Queues of which a message breaks: the step says so, and quotes nothing.
  for (const queue of machine.bus.queues)
    queue.send(
      JSON.stringify({
        source: "shopkeeper",
        "detail-type": "mention-collected.v1",
        detail: { meta: { brand: canary.text }, data: { mentionId: canary.text } },
      }),
    );
  await vi.waitFor(() => {
    if (machine.bus.queues.some((queue) => queue.dead.length === 0)) throw new Error("not dead yet");
  }, soon);

  const lines = said.join("\n");
  // A test that hears nothing would find nothing.
  expect(lines).toContain("collected");
  expect(lines).toContain("a stream could not be read");
  expect(lines).toContain("step failed");
  expect(lines).toContain("CollectLagSeconds");
  expect(told.join("\n")).toContain("reply-approved.v1");
  for (const [what, word] of Object.entries(canary)) {
    expect(lines.includes(word), `${what} in a log: ${around(lines, word)}`).toBe(false);
    const events = told.join("\n");
    expect(events.includes(word), `${what} in an event: ${around(events, word)}`).toBe(false);
  }
}, 150_000);

const around = (text: string, word: string): string => {
  const at = text.indexOf(word);
  return at < 0 ? "" : text.slice(Math.max(0, at - 200), at + 200);
};
