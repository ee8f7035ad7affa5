import { createHash } from "node:crypto";
import { createApp } from "../../functions/review-console/app.tsx";
import { lint } from "../../functions/review-console/lint.ts";
import type { Identity, Login } from "../../functions/review-console/login/login.ts";
import type { Ports } from "../../functions/review-console/ports.ts";
import { customerStores } from "../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import type { Role } from "../../shared/complaint/agent-acts/act.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import { AgentId, type BrandId, type CaseId, caseIdOf } from "../../shared/complaint/ids.ts";
import type { Mention } from "../../shared/complaint/mention.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { MentionCollected } from "../../shared/events/mention-collected.ts";
import { wakeWith } from "../../shared/runtime/wakes.ts";
import { CARE_TABLE, CUSTOMERS_TABLE, withDynamo } from "./dynamo.ts";
import { aDraftedCase, aMention, shop, shopFile } from "./world.ts";

export const ORIGIN = "https://console.example";
const key = (token: string) => createHash("sha256").update(token).digest("base64url");

/** The console over real stores, with a clock that stands still, a bus that remembers, and people who are logged in. */
export async function consoleWorld(changed: Partial<Ports> = {}) {
  const dynamo = await withDynamo();
  const stores = careStores(CARE_TABLE);
  const customers = customerStores(CUSTOMERS_TABLE, "a-name-key-for-tests");
  const clock = { at: "2026-11-20T09:00:00.000Z", now: () => clock.at };
  const told: DomainEvent[] = [];
  const bus = {
    fails: false,
    emit: async (events: readonly DomainEvent[]) => {
      if (bus.fails) throw new Error("the bus is down");
      told.push(...events);
    },
  };
  const identities: Identity[] = [];
  const login: Login = {
    begin: async () => ({
      to: new URL("https://id.example/authorize?x=1"),
      state: "s",
      nonce: "n",
      codeVerifier: "v",
    }),
    finish: async () => identities.shift(),
  };
  const ports: Ports = {
    ...stores,
    customers,
    bus,
    clock,
    login,
    lint,
    brandIds: [shop],
    origin: ORIGIN,
    ...changed,
  };
  await stores.brands.publish(shopFile(), clock.at, "Aino");
  const app = createApp(ports);
  const numbers = { next: 1000 };

  const signIn = async (
    role: Role,
    name = "Laura",
    brands?: BrandId[],
    expiresAt = "2026-11-21T00:00:00.000Z",
  ) => {
    const agent = AgentId.parse(name.toLowerCase());
    const token = `token-of-${name}-${role}-${brands?.join() ?? ""}`;
    await stores.sessions.put(key(token), {
      kind: "signed-in",
      agent,
      name,
      role,
      ...(brands === undefined ? {} : { brands }),
      expiresAt,
    });
    const cookie = `${ports.origin.startsWith("https:") ? "__Host-" : ""}session=${token}`;
    return {
      agent,
      cookie,
      get: (path: string, headers: Record<string, string> = {}) =>
        app.request(`${ORIGIN}${path}`, { headers: { cookie, "accept-language": "en", ...headers } }),
      post: (path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
        app.request(`${ORIGIN}${path}`, {
          method: "POST",
          body: new URLSearchParams(form).toString(),
          headers: {
            cookie,
            "accept-language": "en",
            "content-type": "application/x-www-form-urlencoded",
            origin: ORIGIN,
            "sec-fetch-site": "same-origin",
            ...headers,
          },
        }),
    };
  };

  const aNumber = () => String(numbers.next++);

  /** A case that stands in the store, as the steps before the console leave it. */
  const aCase = async (
    channel: "facebook" | "x" = "facebook",
    change: (file: ReturnType<typeof aDraftedCase>) => Partial<CaseFile> = () => ({}),
    mention: Partial<Mention> = {},
  ) => {
    const number = aNumber();
    const drafted = aDraftedCase(channel, number, clock.at);
    const file: CaseFile = { ...drafted, ...change(drafted) };
    const written = aMention(channel, number, clock.at, mention);
    await stores.mentions.put(written);
    const thread = { brand: shop, channel, rootId: written.rootId, person: written.author?.id ?? written.id };
    const wake = wakeWith(
      MentionCollected.make(
        { brand: shop, occurredAt: clock.at, key: written.id },
        { mentionId: written.id, revision: 0 },
      ),
      "2099-01-01T00:00:00.000Z",
    );
    await stores.cases.open({ ...file.case, version: 1 }, thread, wake);
    const drafts = file.drafts;
    await stores.cases.save({
      next: { ...file.case, version: 2 },
      match: file.match,
      relationship: file.relationship,
      decision: file.decision,
      ...(drafts[0] === undefined ? {} : { draft: drafts[0] }),
      ...(file.approvals[0] === undefined ? {} : { approval: file.approvals[0] }),
      deliveries: file.deliveries.map((delivery) => ({ delivery })),
      grants: [...file.grants],
      promises: file.promises.map((promise) => ({ promise })),
    });
    return { id: file.case.id, mention: written, draft: drafts[0], url: `/cases/${file.case.id}` };
  };
  const load = async (id: CaseId) => {
    const file = await stores.cases.load(shop, id);
    if (file === undefined) throw new Error(`${id} is not there`);
    return file;
  };
  return {
    dynamo,
    stores,
    customers,
    clock,
    told,
    bus,
    identities,
    ports,
    app,
    signIn,
    aCase,
    load,
    aNumber,
    caseIdOf,
  };
}
export type ConsoleWorld = Awaited<ReturnType<typeof consoleWorld>>;

/** The form that the approve button of a page sends. */
export const approvalForm = (draft: { version: number; hash: string } | undefined) => ({
  version: String(draft?.version ?? 0),
  hash: draft?.hash ?? "",
});
