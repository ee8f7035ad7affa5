import type { Lang } from "../complaint/ids.ts";
import type { Playbook, Situation } from "../complaint/playbook.ts";

type Named = Pick<Playbook, "situations">;

/** A situation as agents read it: in their language, else in English, else the words of its id. */
export const situationName = ({ id, name }: Pick<Situation, "id" | "name">, lang: Lang): string =>
  name?.[lang] ?? name?.en ?? id.replaceAll("-", " ");

/** The same by its id, which may be of a situation that the playbook has no longer. */
export const nameOfSituation = ({ situations }: Named, id: string, lang: Lang): string =>
  situationName(situations.find((situation) => situation.id === id) ?? { id }, lang);

/** All of a playbook to choose from, `[id, name]`, in the order of the names. */
export const situationsByName = ({ situations }: Named, lang: Lang): readonly (readonly [string, string])[] =>
  situations
    .map((situation) => [situation.id, situationName(situation, lang)] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, lang));
