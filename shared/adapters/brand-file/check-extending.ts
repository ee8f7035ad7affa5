import * as z from "zod";
import { Situation } from "../../complaint/playbook.ts";
import { BaseName } from "./bases.ts";
import type { BrandFinding } from "./check-brand.ts";
import type { Path } from "./load-brand.ts";

export type Block = Readonly<Record<string, unknown>>;
export const isBlock = (value: unknown): value is Block =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const playbookPath = (...rest: Path): Path => ["playbook", ...rest];

/** Phrases by language that come to those of the base. */
export const MorePhrases = z
  .strictObject({ en: z.array(z.string()), fi: z.array(z.string()), sv: z.array(z.string()) })
  .partial();

/** What a situation that is nowhere else must hold. */
const required = Object.entries(Situation.shape)
  .filter(([, part]) => !part.safeParse(undefined).success)
  .map(([name]) => name);

/** What `extends` and `leaveOut` hold, as far as they can be read. */
export function readHead(named: unknown, leaveOut: unknown) {
  const findings: BrandFinding[] = [];
  const names: z.infer<typeof BaseName>[] = [];
  const leftOut: string[] = [];
  const bases = `There are: ${BaseName.options.join(", ")}.`;
  if (!Array.isArray(named))
    findings.push({
      path: playbookPath(named === undefined ? "leaveOut" : "extends"),
      message: "Nothing says which situations are extended.",
      hint: `Write “extends: [shop]”. ${bases}`,
    });
  for (const [at, name] of (Array.isArray(named) ? named : []).entries()) {
    const known = BaseName.safeParse(name);
    if (known.success) names.push(known.data);
    else
      findings.push({
        path: playbookPath("extends", at),
        message: `There is nothing called ${JSON.stringify(name)} to extend.`,
        hint: bases,
      });
  }
  if (leaveOut !== undefined && !Array.isArray(leaveOut))
    findings.push({
      path: playbookPath("leaveOut"),
      message: "leaveOut should be a list of ids.",
      hint: "Write “leaveOut: [queue]”.",
    });
  for (const id of Array.isArray(leaveOut) ? leaveOut : []) leftOut.push(String(id));
  return { names, leftOut, findings };
}

/** Ids that cannot be meant: left out but not there, left out and changed, written twice, or neither known nor whole. */
export function wrongIds(
  entries: readonly unknown[],
  base: readonly Situation[],
  leftOut: readonly string[],
  names: readonly string[],
): BrandFinding[] {
  const known = new Set(base.map(({ id }) => id));
  const findings: BrandFinding[] = [];
  const list = `In ${names.join(", ")} there are: ${[...known].join(", ")}.`;
  for (const [at, id] of leftOut.entries()) {
    if (!known.has(id))
      findings.push({
        path: playbookPath("leaveOut", at),
        message: `“${id}” is not there to leave out.`,
        hint: list,
      });
  }
  const seen = new Map<unknown, number>();
  for (const [at, entry] of entries.entries()) {
    if (!isBlock(entry)) continue;
    const { id } = entry;
    const path = playbookPath("situations", at, "id");
    const first = seen.get(id);
    if (first !== undefined)
      findings.push({
        path,
        message: `The id “${String(id)}” stands twice in situations; the first is number ${first + 1}.`,
        hint: "Give this one an id of its own, or take it out.",
      });
    else seen.set(id, at);
    if (typeof id !== "string") continue;
    if (leftOut.includes(id))
      findings.push({
        path,
        message: `“${id}” is changed here and left out above.`,
        hint: "Take it out of leaveOut, or take this entry out.",
      });
    const lacks = required.filter((part) => !(part in entry));
    if (!known.has(id) && lacks.length > 0)
      findings.push({
        path,
        message: `“${id}” is in nothing that is extended, so it must be whole, and lacks ${lacks.join(", ")}.`,
        hint: `To change a situation, write its id as it stands there. ${list}`,
      });
    if ("recogniseAlso" in entry && !MorePhrases.safeParse(entry["recogniseAlso"]).success)
      findings.push({
        path: playbookPath("situations", at, "recogniseAlso"),
        message: "recogniseAlso should be lists of phrases by language.",
        hint: 'Write “recogniseAlso: { en: ["wrong size"] }”.',
      });
  }
  return findings;
}
