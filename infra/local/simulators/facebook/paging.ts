import { type Call, Refused } from "./call.ts";
import { badParameter } from "./errors.ts";

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

type Edge<T> = {
  /** In the order of the edge. */
  readonly entries: readonly T[];
  /** Where an entry stands: a cursor names it, so that a deleted entry does not break the paging. */
  readonly key: (entry: T) => number;
  readonly order: "rising" | "falling";
  readonly view: (entry: T) => unknown;
  /** `<node id>/<edge>` */
  readonly path: string;
  readonly args: Readonly<Record<string, string | undefined>>;
  readonly summary?: Readonly<Record<string, unknown>> | undefined;
};

const cursorOf = (key: number): string => Buffer.from(`k${key}`, "utf8").toString("base64url");
function keyOf(cursor: string, name: string): number {
  const match = /^k(\d+)$/.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  if (match?.[1] === undefined) throw new Refused(badParameter(`Invalid cursor in param ${name}`));
  return Number(match[1]);
}

/** One page of an edge. The end is where `paging.next` is absent; an empty list has no `paging` at all. */
export function edgePage<T>(call: Call, edge: Edge<T>): Record<string, unknown> {
  const { args } = edge;
  const limit = limitOf(args["limit"]);
  const sign = edge.order === "rising" ? 1 : -1;
  const position = (entry: T) => sign * edge.key(entry);
  const after = args["after"] === undefined ? undefined : sign * keyOf(args["after"], "after");
  const before = args["before"] === undefined ? undefined : sign * keyOf(args["before"], "before");
  let page = edge.entries.filter((entry) => after === undefined || position(entry) > after);
  if (before === undefined) page = page.slice(0, limit);
  else
    page = page.filter((entry) => position(entry) < before).slice(limit === 0 ? edge.entries.length : -limit);
  // A short page: what it leaves out comes with the next one.
  if (call.request.shortPage && page.length > 0) page = page.slice(0, Math.floor(page.length / 2));
  const last = page.at(-1);
  const first = page[0];
  const end = last === undefined ? (after ?? Number.NEGATIVE_INFINITY) : position(last);
  const more = limit > 0 && edge.entries.some((entry) => position(entry) > end);
  const summary = edge.summary === undefined ? {} : { summary: edge.summary };
  if (last === undefined || first === undefined) {
    if (!more) return { data: [], ...summary };
    const cursor = end === Number.NEGATIVE_INFINITY ? undefined : cursorOf(sign * end);
    return { data: [], paging: { next: nextUrl(call, edge, limit, { after: cursor }) }, ...summary };
  }
  const cursors = { before: cursorOf(edge.key(first)), after: cursorOf(edge.key(last)) };
  return {
    data: page.map(edge.view),
    paging: {
      cursors,
      ...(more ? { next: nextUrl(call, edge, limit, { after: cursors.after }) } : {}),
      ...(after === undefined ? {} : { previous: nextUrl(call, edge, limit, { before: cursors.before }) }),
    },
    ...summary,
  };
}

function limitOf(value: string | undefined): number {
  if (value === undefined) return DEFAULT_LIMIT;
  if (!/^\d{1,6}$/.test(value)) throw new Refused(badParameter("param limit must be a non-negative integer"));
  if (Number(value) > MAX_LIMIT) throw new Refused(badParameter(`param limit must be at most ${MAX_LIMIT}`));
  return Number(value);
}

/** With the caller's token, as Graph does: such a URL is a secret. */
function nextUrl<T>(
  call: Call,
  edge: Edge<T>,
  limit: number,
  to: Readonly<Record<string, string | undefined>>,
): string {
  const url = new URL(`${call.request.origin}/${call.version}/${edge.path}`);
  const { after: _, before: __, ...kept } = edge.args;
  const proof = call.params["appsecret_proof"];
  const params = { ...kept, limit: String(limit), ...to, access_token: call.caller.token };
  for (const [name, value] of Object.entries(params))
    if (value !== undefined) url.searchParams.set(name, value);
  if (typeof proof === "string") url.searchParams.set("appsecret_proof", proof);
  return url.href;
}
