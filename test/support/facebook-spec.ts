import { readFileSync } from "node:fs";
import * as z from "zod";

/**
 * Meta's published field lists as a check on what goes over the wire: every field and edge by name and type.
 * The lists say nothing of errors and paging; those forms are restated from developers.facebook.com.
 */
export type GraphExchange = {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseBody: unknown;
  /** Kinds of fault that shaped the answer; see `watchFacebook`. */
  readonly faults?: readonly string[];
};

const Params = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const ObjectSpec = z.object({
  fields: z.record(z.string(), z.string()),
  edges: z.record(z.string(), z.object({ returns: z.string(), params: Params })),
});
type ObjectSpec = z.infer<typeof ObjectSpec>;
type GraphType =
  | "Page"
  | "PagePost"
  | "Comment"
  | "UnifiedThread"
  | "User"
  | "UnifiedMessage"
  | "StoryAttachment";

const file = new URL("../adapters/specs/facebook-objects.excerpt.json", import.meta.url);
const published = z.record(z.string(), ObjectSpec).parse(JSON.parse(readFileSync(file, "utf8")));

/** Not among the published files; the fields in use, from the reference pages "Message" and "Story Attachment". */
const beyondThePublished: Readonly<Record<"UnifiedMessage" | "StoryAttachment", ObjectSpec>> = {
  UnifiedMessage: {
    fields: { id: "string", created_time: "datetime", from: "Object", to: "Object", message: "string" },
    edges: { "GET #get": { returns: "UnifiedMessage", params: {} } },
  },
  StoryAttachment: {
    fields: { media_type: "string", type: "string", url: "string", media: "Object" },
    edges: {},
  },
};

/** Nodes that fields and edges lead to; other objects are only known to be objects. */
const leadsTo: Readonly<Record<string, GraphType>> = {
  "Comment.parent": "Comment",
  "Comment.from": "User",
  "PagePost.from": "User",
  "UnifiedMessage.from": "User",
};

/** Parameters that every call takes (docs "Graph API", "Paging"). */
const graphWide = new Set([
  "access_token",
  "appsecret_proof",
  "fields",
  "limit",
  "after",
  "before",
  "summary",
  "since",
  "until",
]);

export function objectSpec(type: GraphType): ObjectSpec {
  const found =
    type === "UnifiedMessage" || type === "StoryAttachment" ? beyondThePublished[type] : published[type];
  if (found === undefined) throw new Error(`no list of fields for ${type}`);
  return found;
}

/** What is wrong with a node of a type: fields that are not listed, null instead of absence, wrong types. */
export function checkFields(type: GraphType, node: unknown, at: string = type): string[] {
  if (!isRecord(node)) return [`${at} is not an object`];
  const { fields, edges } = objectSpec(type);
  return Object.entries(node).flatMap(([name, value]) => {
    const here = `${at}.${name}`;
    if (value === null) return [`${here} is null`];
    const edge = edges[`GET ${name}`];
    const fieldType = fields[name];
    if (edge !== undefined) return checkList(graphType(edge.returns), value, here);
    if (fieldType === undefined) return [`${here} is not a field of ${type}`];
    const target = leadsTo[`${type}.${name}`];
    if (target !== undefined) return checkFields(target, value, here);
    return fits(fieldType, value) ? [] : [`${here} is no ${fieldType}`];
  });
}

/** `data` of nodes with `paging` and, if asked, `summary`. */
function checkList(type: GraphType, list: unknown, at: string): string[] {
  if (!isRecord(list) || !Array.isArray(list["data"])) return [`${at} is not a list`];
  const { data, paging, summary, ...more } = list;
  const entries: readonly unknown[] = Array.isArray(data) ? data : [];
  return [
    ...Object.keys(more).map((name) => `${at}.${name} is unknown`),
    ...entries.flatMap((entry, i) => checkFields(type, entry, `${at}[${i}]`)),
    ...(paging === undefined || Paging.safeParse(paging).success ? [] : [`${at}.paging has another form`]),
    ...(summary === undefined || Summary.safeParse(summary).success
      ? []
      : [`${at}.summary has another form`]),
  ];
}

const Paging = z.strictObject({
  cursors: z.strictObject({ before: z.string(), after: z.string() }).optional(),
  next: z.url().optional(),
  previous: z.url().optional(),
});
const Summary = z.strictObject({
  order: z.string().optional(),
  total_count: z.int().optional(),
  can_comment: z.boolean().optional(),
});
const GraphError = z.strictObject({
  error: z.strictObject({
    message: z.string(),
    type: z.string(),
    code: z.int(),
    error_subcode: z.int().optional(),
    is_transient: z.boolean().optional(),
    error_user_title: z.string().optional(),
    error_user_msg: z.string().optional(),
    fbtrace_id: z.string(),
  }),
});
const Success = z.strictObject({ success: z.literal(true) });
const Sent = z.strictObject({ recipient_id: z.string(), message_id: z.string() });
const Debugged = z.strictObject({
  data: z.strictObject({
    app_id: z.string().optional(),
    type: z.string().optional(),
    application: z.string().optional(),
    is_valid: z.boolean(),
    expires_at: z.int().optional(),
    data_access_expires_at: z.int().optional(),
    scopes: z.array(z.string()),
    granular_scopes: z
      .array(z.strictObject({ scope: z.string(), target_ids: z.array(z.string()).optional() }))
      .optional(),
    profile_id: z.string().optional(),
    user_id: z.string().optional(),
    error: z.strictObject({ code: z.int(), message: z.string(), subcode: z.int().optional() }).optional(),
  }),
});

function fits(type: string, value: unknown): boolean {
  if (type === "string") return typeof value === "string";
  if (type === "bool") return typeof value === "boolean";
  if (type === "int" || type === "unsigned int")
    return Number.isInteger(value) && (type === "int" || Number(value) >= 0);
  if (type === "float") return typeof value === "number";
  if (type === "datetime")
    return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/.test(value);
  if (type.startsWith("list")) return Array.isArray(value);
  return isRecord(value);
}

/** What is wrong with one exchange, request and answer; empty when nothing is. */
export function checkGraphExchange(exchange: GraphExchange): string[] {
  const [id = "", edge, ...more] = exchange.path
    .replace(/^\/v\d+\.0/, "")
    .split("/")
    .filter((part) => part !== "");
  if (more.length > 0) return [`request: ${exchange.path} is deeper than an edge`];
  const wrongRequest = exchange.status === 400 ? [] : requestViolations(exchange, id, edge);
  if (exchange.status >= 400) return form(GraphError, exchange.responseBody, "error");
  return [...wrongRequest, ...answerViolations(exchange, id, edge)];
}

/** Collects violations; give `onExchange` to a simulator. Answers made up by a fault on purpose are not judged. */
export function watchFacebook(): {
  onExchange(exchange: GraphExchange): void;
  violations(): string[];
  seen(): number;
} {
  const found: string[] = [];
  let seen = 0;
  return {
    onExchange(exchange) {
      seen += 1;
      if (exchange.faults?.some((kind) => kind === "not-json" || kind === "answer") === true) return;
      for (const violation of checkGraphExchange(exchange))
        found.push(`${exchange.method} ${exchange.path} → ${exchange.status}: ${violation}`);
    },
    violations: () => found,
    seen: () => seen,
  };
}

/** Which objects have the edge; a node's own type cannot be told from its id. */
function offering(
  method: string,
  edge: string,
): { type: GraphType; returns: string; params: z.infer<typeof Params> }[] {
  return allTypes.flatMap((type) => {
    const found = objectSpec(type).edges[`${method} ${edge}`];
    return found === undefined ? [] : [{ type, ...found }];
  });
}
const allTypes: readonly GraphType[] = [
  "Page",
  "PagePost",
  "Comment",
  "UnifiedThread",
  "User",
  "UnifiedMessage",
];
const graphType = (name: string): GraphType => {
  const found = [...allTypes, "StoryAttachment" as const].find((type) => type === name);
  // A profile is a person or a page: id and name either way.
  if (found === undefined && name === "Profile") return "User";
  if (found === undefined) throw new Error(`the excerpt leads to ${name}, which it does not hold`);
  return found;
};

const own: Readonly<Record<string, string>> = { GET: "#get", POST: "#update", DELETE: "#delete" };

function requestViolations(exchange: GraphExchange, id: string, edge: string | undefined): string[] {
  if (id === "debug_token") return [];
  const offered = offering(exchange.method, edge ?? own[exchange.method] ?? "");
  if (offered.length === 0) return [`request: no ${exchange.method} ${edge ?? "on a node"}`];
  const known = new Set(offered.flatMap(({ params }) => Object.keys(params)));
  const body = isRecord(exchange.requestBody) ? Object.keys(exchange.requestBody) : [];
  return [...Object.keys(exchange.query ?? {}), ...body]
    .filter((name) => !known.has(name) && !graphWide.has(name))
    .map((name) => `request: unknown parameter ${name}`);
}

function answerViolations(exchange: GraphExchange, id: string, edge: string | undefined): string[] {
  const body = exchange.responseBody;
  if (id === "debug_token") return form(Debugged, body, "debug_token");
  if (exchange.method === "DELETE") return form(Success, body, "delete");
  if (exchange.method === "POST" && edge === "messages") return form(Sent, body, "messages");
  if (exchange.method === "POST" && edge === undefined) return form(Success, body, "update");
  if (exchange.method === "POST") return checkFields("Comment", body);
  if (edge !== undefined) {
    const [returns] = offering("GET", edge).map((one) => one.returns);
    return returns === undefined ? [] : checkList(graphType(returns), body, edge);
  }
  const perType = allTypes.map((type) => checkFields(type, body));
  return perType.some((violations) => violations.length === 0)
    ? []
    : (perType.sort((a, b) => a.length - b.length)[0] ?? []);
}

const form = (schema: z.ZodType, value: unknown, at: string): string[] => {
  const result = schema.safeParse(value);
  return result.success ? [] : [`${at}: ${z.prettifyError(result.error)}`];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
