import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";
import { Situation } from "../../complaint/playbook.ts";
import { once } from "../../runtime/once.ts";

/** What a brand file can extend: lists of situations that ship with the program. */
export const BaseName = z.enum(["everywhere", "shop", "restaurant", "service"]);
type BaseName = z.infer<typeof BaseName>;

const readBase = <T extends z.ZodType>(name: BaseName, entry: T): z.infer<T>[] =>
  z
    .strictObject({ situations: z.array(entry) })
    .parse(parse(readFileSync(new URL(`./base/${name}.yaml`, import.meta.url), "utf8"))).situations;

const Entry = Situation.partial().required({ id: true });

const everywhere = once(() => readBase("everywhere", Situation));
const built: Record<BaseName, () => readonly Situation[]> = {
  everywhere,
  shop: once(() => onTopOfEverywhere("shop")),
  restaurant: once(() => onTopOfEverywhere("restaurant")),
  service: once(() => onTopOfEverywhere("service")),
};

/**
 * The situations of one base, whole and in its order. What a base takes from `everywhere` it names by its id, where
 * it wants it; what it does not name comes behind.
 */
function onTopOfEverywhere(name: BaseName): readonly Situation[] {
  const common = everywhere();
  const own = readBase(name, Entry).map((entry) =>
    Situation.parse({ ...common.find(({ id }) => id === entry.id), ...entry }),
  );
  return firstOfEach([...own, ...common]);
}

/** The situations of several bases: where two have the same, the base that is named first counts. */
export const situationsOf = (names: readonly BaseName[]): readonly Situation[] =>
  firstOfEach(names.flatMap((name) => built[name]()));

function firstOfEach(situations: readonly Situation[]): readonly Situation[] {
  const seen = new Set<string>();
  return situations.filter(({ id }) => !seen.has(id) && seen.add(id));
}
