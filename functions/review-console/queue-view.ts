import { createHash } from "node:crypto";
import { currentDraft } from "../../shared/complaint/agent-acts/act.ts";
import type { Case, Desk } from "../../shared/complaint/case.ts";
import type { BrandId } from "../../shared/complaint/ids.ts";
import type { Remedy } from "../../shared/complaint/remedy.ts";
import type { Ports } from "./ports.ts";

export const listedDesks = [
  "agents",
  "managers",
  "sending",
  "waiting",
  "done",
] as const satisfies readonly Desk[];
/** Desks with a number beside their name; what is done only grows. */
const counted = ["agents", "managers", "sending", "waiting"] as const satisfies readonly Desk[];

/** One desk's page, before the rows are filled in. */
export type QueueList = {
  readonly desk: Desk;
  readonly cases: readonly Case[];
  readonly next?: string | undefined;
  /** How many stand on a desk; `more` when there is a further page. */
  readonly counts: ReadonlyMap<Desk, { readonly n: number; readonly more: boolean }>;
};

export type QueueRow = {
  readonly case: Case;
  readonly author?: string | undefined;
  readonly text?: string | undefined;
  readonly remedy?: Remedy | undefined;
  readonly hasRemedy: boolean;
  /** The name of the incident that it waits for. */
  readonly waitsFor?: string | undefined;
};

/** One query for each desk that is counted, and one for the page that is shown. */
export async function listQueue(
  ports: Ports,
  brand: BrandId,
  desk: Desk,
  page: string | undefined,
): Promise<QueueList> {
  const firstPages = await Promise.all(
    counted.map(async (name) => [name, await ports.lists.cases(brand, name)] as const),
  );
  const known = page === undefined ? firstPages.find(([name]) => name === desk)?.[1] : undefined;
  const shown = known ?? (await ports.lists.cases(brand, desk, page));
  const counts = new Map<Desk, { n: number; more: boolean }>(
    firstPages.map(([name, list]) => [name, { n: list.cases.length, more: list.next !== undefined }]),
  );
  return { desk, cases: shown.cases, next: shown.next, counts };
}

/** Changes when a row, a number or a minute does: cheap to make, since it asks for no row's text. */
export function queueTag(list: QueueList, about: readonly string[], now: string): string {
  const parts = [
    ...about,
    list.desk,
    now.slice(0, 16),
    ...[...list.counts].map(([desk, { n, more }]) => `${desk}=${n}${more}`),
    ...list.cases.map((each) => `${each.id}@${each.version}`),
  ];
  return `"${createHash("sha256").update(parts.join("|")).digest("base64url").slice(0, 22)}"`;
}

/** What a row shows beside the case: who wrote, the first words, and what is given. */
export async function fillRows(
  ports: Ports,
  brand: BrandId,
  cases: readonly Case[],
): Promise<readonly QueueRow[]> {
  const isWaiting = cases.some(({ incident }) => incident?.is === "waits");
  const incidents = isWaiting ? await ports.incidents.open(brand) : [];
  return Promise.all(
    cases.map(async (each) => {
      const [mention, file] = await Promise.all([
        ports.mentions.get(brand, each.answerTo),
        ports.cases.load(brand, each.id),
      ]);
      const draft = file === undefined ? undefined : currentDraft(file);
      const { decision } = file ?? {};
      const proposed =
        decision?.outcome === "remedy"
          ? decision.remedy
          : decision?.outcome === "escalate"
            ? decision.proposal
            : undefined;
      return {
        case: each,
        author: mention?.author?.name ?? mention?.author?.handle,
        text: mention?.text,
        remedy: draft === undefined ? proposed : draft.remedy,
        ...(each.incident?.is === "waits"
          ? { waitsFor: incidents.find(({ id }) => id === each.incident?.id)?.title }
          : {}),
        hasRemedy: draft !== undefined || decision?.outcome === "remedy" || decision?.outcome === "escalate",
      };
    }),
  );
}
