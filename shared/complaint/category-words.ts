import { foldName } from "./names.ts";

/**
 * Words that name a sort of goods in English, Finnish and Swedish; `*` stands for any ending.
 * Folded when read, so that "pyörä" is also found as "pyora". Used only for categories that the brand's price list has;
 * its own names for goods are read as well (`said.ts`), so a category that is missing here is not lost.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "ice-hockey": ["hockey*", "jääkieko*", "jääkiekk*", "lätkä*", "lätkää", "ishockey*"],
  floorball: ["floorball*", "salibandy*", "sählyä", "sähly*", "innebandy*", "säbä*"],
  cycling: [
    "bike*",
    "biking",
    "bicycle*",
    "cycling",
    "cyclist*",
    "pyörä*",
    "pyöriä",
    "pyörien",
    "polkupyör*",
    "fillari*",
    "cykel*",
    "cykl*",
  ],
  football: ["football*", "soccer*", "jalkapallo*", "futis*", "futiks*", "fotboll*"],
  running: [
    "running shoe*",
    "running gear",
    "jogging*",
    "trail run*",
    "juoksu*",
    "juoksen*",
    "lenkkari*",
    "lenkkare*",
    "lenkkitossu*",
    "löparsk*",
    "löpsk*",
    "löpning*",
  ],
  skiing: [
    "ski",
    "skis",
    "skiing",
    "ski boot*",
    "ski pole*",
    "hiihto*",
    "hiihtä*",
    "sukset",
    "suksia",
    "suksi",
    "suksien",
    "laskettelu*",
    "skidor",
    "skidorna",
    "skidåkning*",
    "skidsk*",
    "skidsta*",
  ],
  clothing: [
    "clothes",
    "clothing",
    "jacket*",
    "vaate",
    "vaatteet",
    "vaatteita",
    "vaatteiden",
    "takki",
    "takin",
    "takkia",
    "kläder*",
    "jacka",
    "jackan",
    "jackor",
  ],
};

type Pattern = readonly { start: string; isWhole: boolean }[];
const patternOf = (phrase: string): Pattern =>
  phrase.split(" ").map((word) => ({ start: foldName(word), isWhole: !word.endsWith("*") }));
/** Other ids that brands give to the same sort. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  "ice-hockey": ["hockey"],
  cycling: ["bikes"],
  football: ["soccer"],
};

const PATTERNS = Object.entries(WORDS).map(([category, words]) => ({
  category,
  patterns: words.map(patternOf),
}));

const isAt = (tokens: readonly string[], at: number, pattern: Pattern): boolean =>
  pattern.every(({ start, isWhole }, i) => {
    const token = tokens[at + i];
    return token !== undefined && (isWhole ? token === start : token.startsWith(start));
  });

/** The categories that the folded words of a text name. */
export function categoriesNamed(foldedTokens: readonly string[]): Set<string> {
  const named = PATTERNS.filter(({ patterns }) =>
    patterns.some((pattern) => foldedTokens.some((_, at) => isAt(foldedTokens, at, pattern))),
  );
  return new Set(named.flatMap(({ category }) => [category, ...(SAME[category] ?? [])]));
}
