import * as z from "zod";

/**
 * What can go wrong with one call, on demand.
 *
 * - `lost-answer`: the effect happens, then the connection is cut without a byte
 * - `cut-body`: the effect happens, the answer ends half way
 * - `error-before`, `error-after`: a 5xx without or with the effect
 * - `not-json`: a 5xx in HTML, without the effect
 * - `slow`: the answer (and the effect) comes after `delayMs`
 * - `throttled`: the platform's own answer to too many calls, without the effect
 * - `shuffled`: the list of the answer in another order
 * - `short-page`: a page holds fewer entries than asked, though more follow (Facebook)
 * - `invisible`: a read does not show what was written in the last `delayMs`, or, without it, since the fault was set
 * - `answer`: exactly the given status, headers and body; `after: true` lets the effect happen
 */
export const Fault = z.strictObject({
  kind: z.enum([
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
    "answer",
  ]),
  /** Absent: any method. */
  method: z.string().optional(),
  /** `*` stands for any run of characters; compared with the whole path. Absent: any path. */
  path: z.string().optional(),
  /** How many calls it meets. Default: 1, and without end where `probability` is given. */
  times: z.int().min(1).optional(),
  /** 0 to 1, drawn from the seeded random for each call that fits. */
  probability: z.number().min(0).max(1).optional(),
  delayMs: z.int().min(0).optional(),
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  after: z.boolean().optional(),
  /** Facebook: the error code of `throttled`. */
  code: z.int().optional(),
  /** Until a throttled caller may call again. */
  retryAfterSeconds: z.int().min(0).optional(),
});
export type Fault = z.infer<typeof Fault>;
export type FaultKind = Fault["kind"];

/** A fault that meets the call at hand; `since` is the world's count of writes when it was set. */
export type Struck = Fault & { readonly since: number };

export type Faults = {
  /** @returns an id for `remove`. */
  add(fault: Fault): string;
  remove(id: string): void;
  clear(): void;
  list(): readonly (Fault & { id: string; left: number | "endless" })[];
  /** Restarts the random that probabilities and shuffling draw from. */
  seed(value: number): void;
  /** How many calls each kind has met. */
  readonly met: Readonly<Partial<Record<FaultKind, number>>>;
};

/** The server's side: which faults meet this call. Each one that does is used up by one. */
export type FaultBox = Faults & {
  strike(method: string, path: string): readonly Struck[];
  random(): number;
};

/** @param writes the world's count of writes so far, read when a fault is set. */
export function faultBox(writes: () => number): FaultBox {
  const held = new Map<string, { fault: Struck; left: number }>();
  const met: Partial<Record<FaultKind, number>> = {};
  let next = 1;
  let random = mulberry32(1);
  return {
    met,
    add(input) {
      const fault = Fault.parse(input);
      const id = `fault-${next++}`;
      const left = fault.times ?? (fault.probability === undefined ? 1 : Number.POSITIVE_INFINITY);
      held.set(id, { fault: { ...fault, since: writes() }, left });
      return id;
    },
    remove: (id) => void held.delete(id),
    clear: () => held.clear(),
    list: () =>
      [...held].map(
        ([
          id,
          {
            fault: { since: _, ...fault },
            left,
          },
        ]) => ({
          ...fault,
          id,
          left: Number.isFinite(left) ? left : ("endless" as const),
        }),
      ),
    seed: (value) => {
      random = mulberry32(value);
    },
    random: () => random(),
    strike(method, path) {
      const struck: Struck[] = [];
      for (const [id, entry] of held) {
        const { fault } = entry;
        if (fault.method !== undefined && fault.method !== method) continue;
        if (fault.path !== undefined && !pattern(fault.path).test(path)) continue;
        if (fault.probability !== undefined && random() >= fault.probability) continue;
        struck.push(fault);
        met[fault.kind] = (met[fault.kind] ?? 0) + 1;
        entry.left -= 1;
        if (entry.left <= 0) held.delete(id);
      }
      return struck;
    },
  };
}

const pattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);

/** A small seeded random, 0 ≤ r < 1. Tommy Ettinger's mulberry32, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
