import { categoriesNamed } from "./category-words.ts";
import type { Cue } from "./cue.ts";
import { foldName } from "./names.ts";
import type { Playbook } from "./playbook.ts";
import { goodsNamed, storesNamed } from "./said-goods.ts";
import type { DayWindow } from "./said-time.ts";
import { windowSaid, windowsSaid } from "./said-time.ts";

/** A cue with the words that carry it; its place in the text is not needed here. */
export type SaidCue = Pick<Cue, "kind" | "detail" | "entity" | "value"> & { readonly text: string };

/** What a post says that a purchase history can confirm or contradict. Empty sets: the post does not say. */
export type Said = {
  /** The lines of the price list that may be meant: one, or all that fit what is said of it. */
  readonly products: ReadonlySet<string>;
  /** False where only the wording names the products: they may be the neighbour's. */
  readonly isCued: boolean;
  readonly categories: ReadonlySet<string>;
  /** Those that only the wording names: they may be the neighbour's, and contradict nobody by themselves. */
  readonly mentioned: ReadonlySet<string>;
  readonly stores: ReadonlySet<string>;
  /** Folded. */
  readonly cities: ReadonlySet<string>;
  /** Minor units. They tell people apart and nothing else: no remedy is reckoned from them. */
  readonly amounts: readonly number[];
  readonly windows: readonly DayWindow[];
  readonly tenureYears: number | undefined;
  /** "All our equipment": many things, whether or not it says which. */
  readonly claimsBreadth: boolean;
};

/**
 * Gathers what the cues say. A cue's `entity` is believed before its words; words are compared with the price list's
 * names and the category words. `wording` is the whole post, read for what no cue holds; `postedOn` the day it was written.
 * Cues about a competitor are passed over: what they name was not bought here.
 */
export function readSaid(
  cues: readonly SaidCue[],
  playbook: Pick<Playbook, "priceList" | "stores" | "ownNames">,
  postedOn: string,
  wording = "",
): Said {
  const own = cues.filter((cue) => cue.kind !== "competitor");
  const of = (kind: Cue["kind"]) => own.filter((cue) => cue.kind === kind);
  const known = new Set(playbook.priceList.map((line) => line.id));
  const named = of("product").flatMap((cue) =>
    cue.entity !== undefined && known.has(cue.entity) ? [cue.entity] : [],
  );
  const cued = new Set(
    named.length > 0 ? named : of("product").flatMap((cue) => productsIn(cue.text, playbook)),
  );
  // No cue holds a product that is named by half, or in another language than the price list's.
  const products = cued.size > 0 ? cued : goodsNamed(wording, playbook.priceList);
  const sold = new Set(playbook.priceList.map((line) => line.category));
  const sortsIn = (texts: readonly string[]) =>
    texts.flatMap((text) => [...categoriesNamed(foldTokens(text))]).filter((sort) => sold.has(sort));
  const said = new Set(sortsIn(own.map((cue) => cue.text)));
  for (const line of playbook.priceList) if (cued.has(line.id)) said.add(line.category);
  const mentioned = new Set(sortsIn([wording]).filter((sort) => !said.has(sort)));
  const places = of("place");
  const cuedStores = places.flatMap((cue) => storesIn(cue, playbook));
  const windows = [
    ...of("date").flatMap((cue) => windowSaid(cue.text, postedOn) ?? []),
    ...windowsSaid(wording, postedOn),
  ];
  const tenures = of("relationship").filter((cue) => cue.detail === "tenure" && cue.value !== undefined);
  return {
    products,
    isCued: cued.size > 0,
    categories: new Set([...said, ...mentioned]),
    mentioned,
    stores: cuedStores.length > 0 ? new Set(cuedStores) : storesNamed(wording, playbook),
    // "Tampereen kaupasta" is the store; the town then says nothing more, and its customers live around it.
    cities: new Set(
      places.flatMap((cue) => (storesIn(cue, playbook).length > 0 ? [] : citiesIn(cue.text, playbook))),
    ),
    amounts: own.flatMap((cue) => (isSum(cue) && cue.value !== undefined ? [Math.round(cue.value)] : [])),
    windows,
    tenureYears: tenures.length > 0 ? Math.max(...tenures.map((cue) => cue.value ?? 0)) : undefined,
    claimsBreadth: own.some((cue) => cue.kind === "relationship" && cue.detail === "breadth"),
  };
}

const isSum = (cue: SaidCue): boolean =>
  cue.kind === "sum" || (cue.kind === "relationship" && cue.detail === "own-sum");

const foldTokens = (text: string): string[] => foldName(text).split(" ").filter(Boolean);

/** A word is found in its inflected forms by its beginning: five letters of a long word, a short word as it is. */
const STEM_LETTERS = 5;
const isWord = (token: string, name: string): boolean =>
  token === name || (name.length >= STEM_LETTERS && token.startsWith(stemOf(name)));
const stemOf = (name: string): string => name.slice(0, Math.max(STEM_LETTERS, name.length - 3));

const isNamed = (tokens: readonly string[], name: string): boolean => {
  const words = foldTokens(name);
  return words.length > 0 && words.every((word) => tokens.some((token) => isWord(token, word)));
};

function productsIn(text: string, playbook: Pick<Playbook, "priceList">): string[] {
  const tokens = foldTokens(text);
  return playbook.priceList
    .filter((line) => Object.values(line.names).some((names) => names?.some((name) => isNamed(tokens, name))))
    .map((line) => line.id);
}

/** "Kenttäkauppa Itäkeskus" is called Itäkeskus: the brand's own name tells no store from another. */
function storesIn(cue: SaidCue, playbook: Pick<Playbook, "stores" | "ownNames">): string[] {
  if (cue.entity !== undefined && playbook.stores.some((store) => store.id === cue.entity))
    return [cue.entity];
  const tokens = foldTokens(cue.text);
  const own = new Set(playbook.ownNames.flatMap(foldTokens));
  return playbook.stores
    .filter(({ name }) =>
      isNamed(
        tokens,
        foldTokens(name)
          .filter((word) => !own.has(word))
          .join(" "),
      ),
    )
    .map(({ id }) => id);
}

function citiesIn(text: string, playbook: Pick<Playbook, "stores">): string[] {
  const tokens = foldTokens(text);
  return [...new Set(playbook.stores.map((store) => store.city))]
    .filter((city) => isNamed(tokens, city))
    .map(foldName);
}
