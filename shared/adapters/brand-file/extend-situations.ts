import { Situation } from "../../complaint/playbook.ts";
import { situationsOf } from "./bases.ts";
import type { BrandFinding } from "./check-brand.ts";
import { type Block, isBlock, MorePhrases, playbookPath, readHead, wrongIds } from "./check-extending.ts";
import type { Path } from "./load-brand.ts";

/** A brand file as if all its situations were written out, and where each part of it stands in the file. */
type Extended = {
  readonly content: unknown;
  /** What is wrong with the extending itself; paths are those of the file. */
  readonly findings: readonly BrandFinding[];
  /** From a path of `content` to the one in the file; what comes from a base stands where the base is named. */
  readonly originOf: (path: Path) => Path;
  /** The situation of a base that holds this path of `content`, where it is not the file's own. */
  readonly inheritedBy: (path: Path) => string | undefined;
};

/** One situation of the result: the file's own entry, if there is one, and what it says. */
type Placed = {
  readonly value: unknown;
  readonly at?: number;
  readonly own: Block;
  readonly base?: Situation;
};

/**
 * Fills in what a playbook takes from the bases that it extends. A file that extends none stays as it is.
 *
 * - `extends: [shop]` takes the base's situations, in its order; `leaveOut: [id]` takes some out again.
 * - An entry of `situations` with the id of one of them changes it: what the entry holds takes the place of the same
 *   part of the base (words language by language), `null` takes an optional part out, `recogniseAlso` adds phrases.
 *   It keeps its place: changing a sum must not change what is recognised.
 * - An entry with any other id is the brand's own and comes before all others, being the more particular one.
 */
export function extendSituations(content: unknown): Extended {
  const unchanged = { content, findings: [], originOf: (path: Path) => path, inheritedBy: () => undefined };
  if (!isBlock(content) || !isBlock(content["playbook"])) return unchanged;
  const { extends: named, leaveOut, ...playbook } = content["playbook"];
  if (named === undefined && leaveOut === undefined) return unchanged;
  const { names, leftOut, findings } = readHead(named, leaveOut);
  const entries = playbook["situations"] ?? [];
  if (!Array.isArray(entries)) return { ...unchanged, content: { ...content, playbook }, findings };
  const base = situationsOf(names);
  if (findings.length === 0) findings.push(...wrongIds(entries, base, leftOut, names));
  const placed = place(entries, base, leftOut);
  const placeOf = (path: Path): Placed | undefined =>
    path[0] === "playbook" && path[1] === "situations" && typeof path[2] === "number"
      ? placed[path[2]]
      : undefined;
  const isOwn = ({ own }: Placed, [, , , part, lang]: Path) =>
    part === undefined || !(part in Situation.shape)
      ? true
      : isBlock(own[part]) && isWords(part) && lang !== undefined
        ? lang in own[part]
        : part in own;
  return {
    content: { ...content, playbook: { ...playbook, situations: placed.map(({ value }) => value) } },
    findings,
    originOf(path) {
      const found = placeOf(path);
      if (found === undefined) return path;
      if (found.at === undefined) return playbookPath("extends");
      const added = addedAt(found, path);
      if (added !== undefined)
        return playbookPath("situations", found.at, "recogniseAlso", path[4] ?? "", added);
      const rest = isOwn(found, path) ? path.slice(3) : ["id"];
      return playbookPath("situations", found.at, ...rest);
    },
    inheritedBy(path) {
      const found = placeOf(path);
      return found?.base !== undefined &&
        (found.at === undefined || !(isOwn(found, path) || addedAt(found, path) !== undefined))
        ? found.base.id
        : undefined;
    },
  };
}

/** Where a phrase of the result stands in `recogniseAlso`, if that is where it comes from. */
function addedAt({ value, own }: Placed, [, , , part, lang, at]: Path): number | undefined {
  if (part !== "recognise" || typeof at !== "number" || !isBlock(value)) return undefined;
  const more = own["recogniseAlso"];
  const also: unknown = isBlock(more) ? more[String(lang)] : undefined;
  const all: unknown = isBlock(value["recognise"]) ? value["recognise"][String(lang)] : undefined;
  if (!Array.isArray(also) || !Array.isArray(all)) return undefined;
  const found = also.indexOf(all[at]);
  return found >= 0 ? found : undefined;
}

function place(
  entries: readonly unknown[],
  base: readonly Situation[],
  leftOut: readonly string[],
): readonly Placed[] {
  const owns = entries.map((value, at) => ({ value, at, own: isBlock(value) ? value : {} }));
  const isKnown = (own: Block) => base.some(({ id }) => id === own["id"]);
  return [
    ...owns.filter(({ own }) => !isKnown(own)),
    ...base
      .filter(({ id }) => !leftOut.includes(id))
      .map((situation): Placed => {
        const changed = owns.find(({ own }) => own["id"] === situation.id);
        return changed
          ? { ...changed, base: situation, value: changedBy(situation, changed.own) }
          : { value: situation, own: {}, base: situation };
      }),
  ];
}

const isWords = (part: string | number): boolean =>
  ["name", "recognise", "feeling", "ask", "prefer", "avoid"].includes(String(part));

/** The situation with what the entry says in place of its own; what is not known stays, for the schema to find. */
function changedBy(situation: Situation, { recogniseAlso, ...own }: Block): Block {
  const changed: Record<string, unknown> = { ...situation };
  for (const [part, said] of Object.entries(own)) {
    const before = changed[part];
    changed[part] = isWords(part) && isBlock(before) && isBlock(said) ? { ...before, ...said } : said;
    if (said === null) delete changed[part];
  }
  const more = MorePhrases.safeParse(recogniseAlso ?? {});
  if (more.success && isBlock(changed["recognise"])) {
    const phrases: Record<string, unknown> = { ...changed["recognise"] };
    for (const [lang, also = []] of Object.entries(more.data)) {
      const before = phrases[lang] ?? [];
      if (Array.isArray(before)) phrases[lang] = [...before, ...also.filter((one) => !before.includes(one))];
    }
    changed["recognise"] = phrases;
  }
  return changed;
}
