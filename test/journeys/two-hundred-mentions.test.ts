import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as z from "zod";
import type { OneMachine } from "../../infra/local/one-machine.ts";
import type { Case, Desk } from "../../shared/complaint/case.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import { BrandId, type MentionId, mentionId } from "../../shared/complaint/ids.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { type ConsoleClient, logIn } from "../support/console-client.ts";
import { aMachine, exampleBrands } from "../support/machine.ts";
import { seeded } from "../support/seeded.ts";

const MENTIONS = 200;
/** How often each thing goes wrong. */
const FAULT = 0.05;
const kinds = [
  "lost-answer",
  "cut-body",
  "error-before",
  "error-after",
  "not-json",
  "slow",
  "throttled",
  "shuffled",
  "short-page",
  "invisible",
] as const;

const random = seeded(20_261_122);
let machine: OneMachine;
const brands = exampleBrands().map(withRoom);

/** Two hundred cases in a minute are more goodwill than a day's mandate: the mandate is not what is tried here. */
function withRoom(file: BrandFile): BrandFile {
  const roles = structuredClone(file.playbook.mandate.roles);
  for (const role of [roles.agent, roles.manager]) role.perAgentDayMinor = 100_000_000;
  const mandate = { ...file.playbook.mandate, roles, brandMonthMinor: 100_000_000 };
  return { ...file, playbook: { ...file.playbook, mandate } };
}

beforeAll(async () => {
  // Only the clock can be moved: timers and sockets stay real. Ten minutes of looking need not take ten minutes.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(), shouldAdvanceTime: true });
  machine = await aMachine({
    brands,
    pollMs: 1500,
    unkind: { random, duplicate: 0.3, shuffle: true },
    failEntry: () => random() < FAULT,
    maxReceives: 25,
  });
}, 120_000);
afterAll(async () => {
  await machine?.close();
  vi.useRealTimers();
});

const Wording = z.object({
  brand: BrandId,
  channel: z.enum(["facebook", "x"]),
  text: z.string().min(1),
  under: z.unknown().optional(),
});
/** What people write. */
const wordings = readFileSync(new URL("../fixtures/posts.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => Wording.parse(JSON.parse(line)))
  .filter((post) => post.under === undefined);

/** Half of the writers have the same plain matters, told in the same few ways, so that much is approved and sent. */
const plain: readonly z.infer<typeof Wording>[] = [
  {
    brand: "kenttakauppa",
    text: "I bought skates one size too small this week and you refused to exchange them because of a few marks. I will not buy from you again.",
  },
  {
    brand: "kenttakauppa",
    text: "Ostin teiltä jalkapallokengät, ne olivat liian pienet eikä niitä suostuttu vaihtamaan. En osta teiltä enää.",
  },
  {
    brand: "lounaspoyta",
    text: "Linjastosta puuttuivat kasvikset mutta maksoin täyden hinnan lounaasta. Tämä oli pettymys.",
  },
  {
    brand: "lounaspoyta",
    text: "The salad was missing from the lunch buffet today but I had to pay the full price. Very disappointed.",
  },
].flatMap((post) => (["facebook", "x"] as const).map((channel) => Wording.parse({ ...post, channel })));

/** The same wordings from other people: each writer is somebody of their own, and some write twice in one thread. */
function write(at: number): { brand: BrandId; id: MentionId } {
  const from = at % 2 === 0 ? plain : wordings;
  const wording = from[(at >> 1) % from.length];
  if (wording === undefined) throw new Error("no wordings");
  const account = brands.find((each) => each.brand === wording.brand)?.account.channels;
  const { facebook, x } = machine;
  const name = `Writer ${at}`;
  if (wording.channel === "facebook" && account?.facebook !== undefined) {
    const post = facebook.world.post({ page: account.facebook.pageId, name, text: wording.text });
    if (at % 7 !== 0) return { brand: wording.brand, id: mentionId("facebook", lastPart(post.id)) };
    const more = facebook.world.comment({ on: post.id, name, text: `${wording.text} Still waiting. ${at}` });
    return { brand: wording.brand, id: mentionId("facebook", lastPart(more.id)) };
  }
  const handle = `writer${at}`;
  const text = wording.text.includes("@")
    ? wording.text
    : `@${account?.x?.handle ?? ""} ${wording.text}`.slice(0, 279);
  return { brand: wording.brand, id: mentionId("x", x.world.post({ handle, name, text }).id) };
}
const lastPart = (id: string) => id.slice(id.lastIndexOf("_") + 1);

/**
 * Gives up after so many rounds, not so long a time: the clock of this test is moved by hand. Where all is well none
 * comes near it. At most a quarter of the time goes to looking.
 */
async function until(what: string, rounds: number, holds: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const since = performance.now();
    if (await holds()) return;
    const lookedMs = performance.now() - since;
    await new Promise((done) => setTimeout(done, Math.max(250, 3 * lookedMs)));
  }
  throw new Error(`gave up waiting: ${what}`);
}

/** The same for each of many, one after the other: who is through is not asked again, and who waits holds up the asking. */
function untilEach<T>(
  what: string,
  rounds: number,
  minutes: number,
  all: readonly T[],
  isThrough: (one: T) => Promise<boolean>,
): Promise<void> {
  let at = 0;
  return until(what, rounds, async () => {
    passMinutes(minutes);
    for (let one = all[at]; one !== undefined && (await isThrough(one)); one = all[at]) at += 1;
    return at === all.length;
  });
}

const desks: readonly Desk[] = ["agents", "managers", "sending", "waiting", "done"];
async function allCases(): Promise<readonly Case[]> {
  const found: Case[] = [];
  for (const { brand } of brands)
    for (const desk of desks) {
      let page: string | undefined;
      do {
        const list = await machine.stores.lists.cases(brand, desk, page);
        found.push(...list.cases);
        page = list.next;
      } while (page !== undefined);
    }
  return found;
}
const load = async (one: Case): Promise<CaseFile> => {
  const file = await machine.stores.cases.load(one.brand, one.id);
  if (file === undefined) throw new Error(`${one.id} is gone`);
  return file;
};

async function approveAll(agents: Readonly<Record<string, ConsoleClient>>): Promise<number> {
  let approved = 0;
  for (const one of await allCases()) {
    if (one.stage !== "drafted") continue;
    const file = await load(one);
    const draft = file.drafts.find((each) => each.version === one.draftVersion);
    const agent = agents[one.brand];
    if (draft === undefined || agent === undefined) continue;
    const form = { version: String(draft.version), hash: draft.hash };
    // Two agents click at once: one of them is told that it has been done.
    await Promise.all([
      agent.post(`/cases/${one.id}/approval`, form),
      agent.post(`/cases/${one.id}/approval`, form),
    ]);
    approved += 1;
  }
  return approved;
}

const passMinutes = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);

it("answers, hands to people or sets aside every one of 200 mentions, through doubled, shuffled and lost events and every kind of fault, and says and gives nothing twice", async () => {
  for (const [at, kind] of kinds.entries())
    for (const platform of [machine.facebook, machine.x])
      platform.faults.add({
        kind,
        probability: FAULT,
        ...(kind === "slow" ? { delayMs: 150 } : {}),
        ...(kind === "invisible" ? { delayMs: 2000 } : {}),
        ...(kind === "throttled" ? { retryAfterSeconds: 5 + at } : {}),
      });
  const written: { brand: BrandId; id: MentionId }[] = [];
  for (let at = 0; at < MENTIONS; at++) written.push(write(at));

  await untilEach(
    "every mention has been read",
    1_800,
    0.2,
    written,
    async ({ brand, id }) => (await machine.stores.mentions.assessmentOf(brand, id)) !== undefined,
  );
  const settled = async () => {
    passMinutes(0.5);
    return (await allCases()).every(
      (one) => one.lane === "look" || one.lane === "question" || !["detected", "matched"].includes(one.stage),
    );
  };
  await until("every case has been decided", 1_440, settled);

  const agents = {
    kenttakauppa: await logIn(machine.urls.console, "laura"),
    lounaspoyta: await logIn(machine.urls.console, "sanna"),
  };
  await until("drafts are there", 720, async () => {
    passMinutes(0.5);
    return (await allCases()).filter((one) => one.stage === "drafted").length > 40;
  });
  const approved = await approveAll(agents);
  expect(approved).toBeGreaterThan(40);

  const deliveriesOf = async (one: Case) => (await load(one)).deliveries;
  await untilEach(
    "everything approved has left or waits",
    1_080,
    0.7,
    (await allCases()).filter((one) => one.stage === "approved"),
    async (one) =>
      (await deliveriesOf(one)).every((each) => each.state !== "HELD" && each.state !== "SENDING"),
  );
  machine.facebook.faults.clear();
  machine.x.faults.clear();
  // What was unknown is looked for three times over ten minutes; what was throttled goes on.
  await untilEach(
    "what was unknown has been found or given to the agent",
    1_440,
    1,
    await allCases(),
    async (one) =>
      (await deliveriesOf(one)).every(
        (each) =>
          ["SENT", "REFUSED", "WITHDRAWN"].includes(each.state) ||
          (each.state === "UNKNOWN" && each.looks >= 3) ||
          (each.state === "WAITING" && each.until === undefined),
      ),
  );

  // Nothing lost: each mention is in a case or set aside with a reason.
  for (const { brand, id } of written) {
    const assessment = await machine.stores.mentions.assessmentOf(brand, id);
    expect(assessment, id).toBeDefined();
    if (assessment?.lane === "aside") expect(assessment.asideReason, id).toBeDefined();
    else expect(assessment?.caseId, id).toBeDefined();
  }
  // Nothing said twice.
  expect(machine.facebook.world.doubles()).toEqual([]);
  expect(machine.x.world.doubles()).toEqual([]);
  // Nothing given twice, and nothing given without its message.
  const files = await Promise.all((await allCases()).map(load));
  const standing = files.flatMap((file) => file.grants.filter((grant) => grant.state !== "RELEASED"));
  expect(new Set(standing.map((grant) => `${grant.brand}|${grant.lossKey}`)).size).toBe(standing.length);
  for (const file of files)
    for (const grant of file.grants.filter((each) => each.state === "HANDED_OVER"))
      expect(
        file.deliveries.some(
          (each) => each.approvalId === grant.approvalId && each.side === "private" && each.state === "SENT",
        ),
        grant.id,
      ).toBe(true);
  // Every case is answered, with people, or waits for the writer.
  for (const { case: one } of files) {
    const withPeople = one.desk === "agents" || one.desk === "managers";
    expect(
      withPeople || one.stage === "answered" || one.stage === "closed",
      `${one.id} ${one.stage} ${one.desk}`,
    ).toBe(true);
  }
  expect(
    files.filter((file) => file.case.stage === "answered" && file.case.desk !== "agents").length,
  ).toBeGreaterThan(25);
}, 1_800_000);
