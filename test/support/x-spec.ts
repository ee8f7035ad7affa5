import { readFileSync } from "node:fs";
import { Ajv2019, type ValidateFunction } from "ajv/dist/2019.js";
import formats from "ajv-formats";
import * as z from "zod";

/**
 * The official description of X API v2 as a check on what goes over the wire, in both directions.
 * It is stricter than the document: a member that the document does not name is a violation.
 */
export type XExchange = {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseBody: unknown;
  /** Kinds of fault that shaped the answer; see `watchX`. */
  readonly faults?: readonly string[];
};

type Json = Readonly<Record<string, unknown>>;
const Schema = z.record(z.string(), z.unknown());
const Content = z.object({ schema: z.object({ $ref: z.string() }) });
const Parameter = z.object({
  name: z.string(),
  in: z.enum(["query", "path"]),
  required: z.boolean().optional(),
  schema: Schema,
});
const Operation = z.object({
  parameters: z.array(z.union([Parameter, z.object({ $ref: z.string() })])),
  requestBody: z.object({ content: z.object({ "application/json": Content }) }).optional(),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), Content) })),
});
type Operation = z.infer<typeof Operation>;
const Discriminator = z.object({ propertyName: z.string(), mapping: z.record(z.string(), z.string()) });
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    parameters: z.record(z.string(), Parameter),
  }),
});

const file = new URL("../adapters/specs/x-openapi.excerpt.json", import.meta.url);
const spec = Document.parse(JSON.parse(readFileSync(file, "utf8")));
const ajv = withComponents();
const compiled = new Map<string, ValidateFunction>();

/** The refresh grant answers as OAuth 2 says and is no part of the document. */
const outsideTheDocument = ["/2/oauth2/token"];

/**
 * What is wrong with one exchange; empty when nothing is. A request that was answered with 400 is not judged:
 * X has said so itself.
 */
export function checkExchange(exchange: XExchange): string[] {
  if (outsideTheDocument.includes(exchange.path)) return [];
  const found = operationFor(exchange);
  if (found === undefined) return [`request: no operation ${exchange.method} ${exchange.path}`];
  const request = exchange.status === 400 ? [] : requestViolations(exchange, found);
  return [...request, ...responseViolations(exchange, found.operation)];
}

/** Collects violations; give `onExchange` to a simulator. Answers made up by a fault on purpose are not judged. */
export function watchX(): { onExchange(exchange: XExchange): void; violations(): string[]; seen(): number } {
  const found: string[] = [];
  let seen = 0;
  return {
    onExchange(exchange) {
      seen += 1;
      if (exchange.faults?.some((kind) => kind === "not-json" || kind === "answer") === true) return;
      for (const violation of checkExchange(exchange))
        found.push(`${exchange.method} ${exchange.path} → ${exchange.status}: ${violation}`);
    },
    violations: () => found,
    seen: () => seen,
  };
}

type Found = { operation: Operation; pathValues: Readonly<Record<string, string>> };

function operationFor({ method, path }: XExchange): Found | undefined {
  // A fixed word before a variable one: /2/users/me is not /2/users/{id}.
  const templates = Object.keys(spec.paths).sort((a, b) => variables(a).length - variables(b).length);
  for (const template of templates) {
    const operation = spec.paths[template]?.[method.toLowerCase()];
    const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, "([^/]+)")}$`);
    const match = pattern.exec(path);
    if (operation === undefined || match === null) continue;
    const values = variables(template).map((name, i) => [name, decodeURIComponent(match[i + 1] ?? "")]);
    return { operation, pathValues: Object.fromEntries(values) };
  }
  return undefined;
}

const variables = (template: string): string[] =>
  [...template.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? "");

function requestViolations(exchange: XExchange, { operation, pathValues }: Found): string[] {
  const query = exchange.query ?? {};
  const parameters = operation.parameters.map(resolved);
  const known = new Set(parameters.filter((one) => one.in === "query").map(({ name }) => name));
  const violations = Object.keys(query)
    .filter((name) => !known.has(name))
    .map((name) => `request: unknown parameter ${name}`);
  for (const { name, in: where, required, schema } of parameters) {
    const value = where === "path" ? pathValues[name] : query[name];
    if (value === undefined) {
      if (required === true) violations.push(`request: parameter ${name} is missing`);
      continue;
    }
    const typed = typedValue(value, schema);
    violations.push(
      ...check(`parameter:${JSON.stringify(schema)}`, () => closed(schema), typed, `request: ${name}`),
    );
  }
  const body = operation.requestBody?.content["application/json"].schema.$ref;
  if (body !== undefined) {
    if (exchange.requestBody === undefined) violations.push("request: the body is missing");
    else violations.push(...check(body, () => closed({ $ref: body }), exchange.requestBody, "request: body"));
  } else if (exchange.requestBody !== undefined && exchange.requestBody !== "") {
    violations.push("request: a body where none is defined");
  }
  return violations;
}

/** Query values are text; lists stand between commas. */
function typedValue(value: string, schema: Json): unknown {
  if (schema["type"] === "array") return value.split(",");
  if (schema["type"] === "integer" && /^-?\d+$/.test(value)) return Number(value);
  return value;
}

function responseViolations(exchange: XExchange, operation: Operation): string[] {
  const ok = operation.responses[String(exchange.status)]?.content["application/json"]?.schema.$ref;
  if (ok !== undefined) return check(ok, () => closed({ $ref: ok }), exchange.responseBody, "response");
  if (exchange.status < 400) return [`response: status ${exchange.status} is not defined`];
  const refs = Object.values(operation.responses["default"]?.content ?? {}).map(({ schema }) => schema.$ref);
  const results = refs.map((ref) =>
    check(ref, () => closed({ $ref: ref }), exchange.responseBody, "response"),
  );
  return results.some((result) => result.length === 0)
    ? []
    : (results.at(-1) ?? ["response: no error form is defined"]);
}

function check(key: string, schema: () => Json, value: unknown, at: string): string[] {
  const validate = compiled.get(key) ?? ajv.compile(schema());
  compiled.set(key, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = "unevaluatedProperty" in params ? ` ${String(params["unevaluatedProperty"])}` : "";
    const additional = "additionalProperty" in params ? ` ${String(params["additionalProperty"])}` : "";
    return `${at}${instancePath} ${message ?? "is wrong"}${extra}${additional}`;
  });
}

const resolved = (parameter: Operation["parameters"][number]): z.infer<typeof Parameter> => {
  if (!("$ref" in parameter)) return parameter;
  const found = spec.components.parameters[nameOf(parameter.$ref)];
  if (found === undefined) throw new Error(`no parameter ${parameter.$ref}`);
  return found;
};

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

/**
 * Each component in two forms: open, for use inside `allOf`, and closed, which allows nothing that is not named.
 * A discriminator (`type` of problems and media) brings the members of its branch.
 */
function withComponents(): Ajv2019 {
  const instance = new Ajv2019({ strict: false, allErrors: true });
  formats.default(instance);
  for (const [name, schema] of Object.entries(spec.components.schemas)) {
    instance.addSchema(members(schema), `open:${name}`);
    const { discriminator } = z.object({ discriminator: Discriminator.optional() }).parse(schema);
    const branches = Object.entries(discriminator?.mapping ?? {}).map(([value, ref]) => ({
      if: { properties: { [discriminator?.propertyName ?? ""]: { const: value } } },
      // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
      then: { $ref: `open:${nameOf(ref)}` },
    }));
    const shut = {
      $ref: `open:${name}`,
      ...(branches.length > 0 ? { allOf: branches } : {}),
      unevaluatedProperties: false,
    };
    instance.addSchema(shut, `closed:${name}`);
  }
  return instance;
}

/** Where a value stands: closed all the way down. */
function closed(schema: Json): Json {
  if (typeof schema["$ref"] === "string") return { $ref: `closed:${nameOf(schema["$ref"])}` };
  const inner = members(schema);
  return "properties" in schema && !("additionalProperties" in schema)
    ? { ...inner, unevaluatedProperties: false }
    : inner;
}

/** The schema itself open, its members closed. */
function members(schema: Json): Json {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === "discriminator") continue;
    if (key === "properties")
      out[key] = Object.fromEntries(
        Object.entries(Schema.parse(value)).map(([name, one]) => [name, closed(Schema.parse(one))]),
      );
    else if (key === "items" || (key === "additionalProperties" && typeof value === "object"))
      out[key] = closed(Schema.parse(value));
    else if (key === "allOf") out[key] = z.array(Schema).parse(value).map(opened);
    else if (key === "anyOf") out[key] = z.array(Schema).parse(value).map(closed);
    else out[key] = value;
  }
  return out;
}

function opened(schema: Json): Json {
  return typeof schema["$ref"] === "string" ? { $ref: `open:${nameOf(schema["$ref"])}` } : members(schema);
}
