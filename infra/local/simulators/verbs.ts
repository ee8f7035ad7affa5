import * as z from "zod";
import { Fault, type FaultBox } from "./faults.ts";
import { type Answer, parsed, type SimRequest } from "./server.ts";

/** One act over HTTP: `POST /_sim/<name>` with its input as JSON. */
type Verb = (input: unknown) => unknown;

/** A verb whose input is checked first. */
export const verb =
  <Input>(schema: z.ZodType<Input>, act: (input: Input) => unknown): Verb =>
  (input) =>
    act(schema.parse(input));

/**
 * `/_sim/…`: verbs by POST, lists by GET, faults. What a verb throws comes back as a 400 with its message.
 *
 * @returns undefined for other paths.
 */
export function simRoutes(
  request: SimRequest,
  offered: {
    verbs: Readonly<Record<string, Verb>>;
    lists: Readonly<Record<string, () => unknown>>;
    faults: FaultBox;
  },
): Answer | undefined {
  if (!request.path.startsWith("/_sim/")) return undefined;
  const name = request.path.slice("/_sim/".length);
  try {
    if (name === "faults") return faultRoute(request, offered.faults);
    if (name.startsWith("faults/") && request.method === "DELETE") {
      offered.faults.remove(name.slice("faults/".length));
      return { status: 200, body: { ok: true } };
    }
    const list = offered.lists[name];
    if (request.method === "GET" && list !== undefined) return { status: 200, body: list() };
    const act = offered.verbs[name];
    if (request.method === "POST" && act !== undefined)
      return { status: 200, body: act(parsed(request) ?? {}) ?? { ok: true } };
    return {
      status: 404,
      body: {
        error: `no ${request.method} ${name}`,
        get: Object.keys(offered.lists),
        post: Object.keys(offered.verbs),
      },
    };
  } catch (error) {
    return { status: 400, body: { error: messageOf(error) } };
  }
}

export const messageOf = (error: unknown): string =>
  error instanceof z.ZodError
    ? z.prettifyError(error)
    : error instanceof Error
      ? error.message
      : String(error);

function faultRoute(request: SimRequest, faults: FaultBox): Answer {
  if (request.method === "GET") return { status: 200, body: { faults: faults.list(), met: faults.met } };
  if (request.method === "DELETE") {
    faults.clear();
    return { status: 200, body: { ok: true } };
  }
  const { seed, ...input } = z.looseObject({ seed: z.int().optional() }).parse(parsed(request));
  if (seed !== undefined) faults.seed(seed);
  return {
    status: 200,
    body: Object.keys(input).length === 0 ? { ok: true } : { id: faults.add(Fault.parse(input)) },
  };
}
