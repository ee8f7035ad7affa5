import { sortsOfWords, sortsSaid } from "./category-words.ts";
import type { PriceListLine } from "./playbook.ts";
import { FormBook, wordsOf } from "./said-words.ts";

/** Things that have names, filed under the words of the names. */
type Named = {
  readonly forms: FormBook;
  readonly byWord: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words that can stand alone for what they name. */
  readonly tells: (word: string) => boolean;
  readonly count: number;
};

/**
 * The things that a text names best: those that share with it the words that say most, by how few things bear them
 * (log2 of the inverse share). Empty where no word tells.
 */
function bestNamed(words: readonly string[], sorts: ReadonlySet<string>, named: Named): Set<string> {
  const matched = new Set<string>([...sorts].map((sort) => `:${sort}`));
  // A word that names a sort has said so; that a few names also hold it in that language tells nothing more.
  const forms = words.map((word, at) =>
    FUNCTION_WORDS.has(word) || /^\d+$/.test(word) || sortsSaid([word]).size > 0
      ? { of: [], isAnchor: sortsSaid(words.slice(at, at + 3)).size > 0 }
      : anchored([...named.forms.formsOf(word)], named),
  );
  forms.forEach(({ of }, at) => {
    const isNear = forms.slice(Math.max(0, at - NEAR), at + NEAR + 1).some(({ isAnchor }) => isAnchor);
    for (const form of of) if (isNear || named.tells(form)) matched.add(form);
  });
  const said = [...matched].filter((word) => named.byWord.has(word));
  if (!said.some(named.tells)) return new Set();
  const scores = new Map<string, number>();
  const told = new Set<string>();
  for (const word of said) {
    const of = named.byWord.get(word) ?? new Set();
    const bits = Math.log2((named.count + 1) / of.size);
    for (const id of of) {
      scores.set(id, (scores.get(id) ?? 0) + bits);
      if (named.tells(word)) told.add(id);
    }
  }
  const most = Math.max(...[...told].map((id) => scores.get(id) ?? 0));
  return new Set([...told].filter((id) => (scores.get(id) ?? 0) > most - 0.001));
}

const anchored = (of: string[], { tells }: Named) => ({ of, isAnchor: of.some(tells) });
/** A word that tells nothing by itself ("silver") belongs to what is named so many words before or after it. */
const NEAR = 5;

/** Words that are part of no name, whatever the price list has. */
const FUNCTION_WORDS = new Set(
  (
    "a an the and or of for with in on to by at no not my your is it i we you was were be that this as from has have " +
    "ja tai en ei se on oli etta kun niin ett och med som av pa till jag vi ni den det ar var inte fran er om i"
  ).split(" "),
);
/** Words of names that are said every day of other things, folded. */
const EVERYDAY = new Set(
  (
    "new old all one two three set pack home house wide world " +
    "works work company man woman men women data desk box series black white red blue green grey silver brown pink " +
    "yellow gold orange purple azure big small large junior senior adult kids plus pro mini max home way day time " +
    "musta valkoinen punainen sininen iso pieni svart vit rod bla stor liten " +
    "inch edition collection complete kit part parts other food family shop store kauppa butik"
  ).split(" "),
);
/** A word tells what is meant where at least this share of what bears it is of one sort of goods. */
const OF_ONE_SORT = 0.7;

function fileGoods(priceList: readonly PriceListLine[]): Named {
  const forms = new FormBook();
  const byWord = new Map<string, Set<string>>();
  const category = new Map(priceList.map(({ id, category }) => [id, category]));
  const put = (word: string, id: string) => {
    const of = byWord.get(word);
    if (of === undefined) byWord.set(word, new Set([id]));
    else of.add(id);
  };
  for (const line of priceList) {
    const names = Object.values(line.names).flatMap((names) => names ?? []);
    const words = new Set(names.flatMap(wordsOf));
    for (const word of words) put(word, line.id);
    for (const sort of sortsOfWords([...names, line.category].map(wordsOf), line.category))
      put(`:${sort}`, line.id);
    for (const word of wordsOf(line.category)) put(word, line.id);
  }
  for (const word of byWord.keys()) if (!word.startsWith(":")) forms.add(word);
  const telling = new Map<string, boolean>();
  const tells = (word: string): boolean => {
    const known = telling.get(word);
    if (known !== undefined) return known;
    const told =
      word.startsWith(":") ||
      (!EVERYDAY.has(word) && /\p{L}/u.test(word) && word.length > 1 && isOfOneSort(word));
    telling.set(word, told);
    return told;
  };
  const isOfOneSort = (word: string): boolean => {
    const ids = byWord.get(word) ?? new Set();
    const counts = new Map<string, number>();
    for (const id of ids) {
      const sort = category.get(id) ?? "";
      counts.set(sort, (counts.get(sort) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values()) >= ids.size * OF_ONE_SORT;
  };
  return { forms, byWord, tells, count: priceList.length };
}

const goods = new WeakMap<readonly PriceListLine[], Named>();
const places = new WeakMap<readonly Store[], Named>();
type Store = { readonly id: string; readonly name: string; readonly city: string };

/**
 * The lines of the price list that a text names: by their names as far as the text says them, in inflected forms, or
 * by the sort of goods in another language ("mikron" is the microwaves, "Litwaren mikron" those of Litware).
 */
export function goodsNamed(text: string, priceList: readonly PriceListLine[]): Set<string> {
  const filed = goods.get(priceList) ?? fileGoods(priceList);
  goods.set(priceList, filed);
  const words = wordsOf(text);
  return bestNamed(words, sortsSaid(words), filed);
}

const ONLINE = /^(online|web|webshop|netti|verkkokauppa|internet)$/;
const ONLINE_SAID =
  /(?:^| )(?:online|web ?shop|web ?store|website|webbutik\w*|natbutik\w*|natet|verkkokau\w*|verkosta|netis\w*|nettikau\w*)(?: |$)/;
const GENERAL = new Set([
  "store",
  "shop",
  "kauppa",
  "myymala",
  "butik",
  "butiken",
  "varuhus",
  "center",
  "keskus",
  "online",
]);

function fileStores(stores: readonly Store[], own: ReadonlySet<string>): Named {
  const forms = new FormBook();
  const byWord = new Map<string, Set<string>>();
  for (const { id, name, city } of stores) {
    const words = new Set([...wordsOf(name), ...wordsOf(city)].filter((word) => !own.has(word)));
    if ([...words].some((word) => ONLINE.test(word))) words.add(":online");
    for (const word of words) {
      if (GENERAL.has(word)) continue;
      const of = byWord.get(word);
      if (of === undefined) byWord.set(word, new Set([id]));
      else of.add(id);
      if (!word.startsWith(":")) forms.add(word);
    }
  }
  return {
    forms,
    byWord,
    tells: (word) => word.length > 2 && /^[:\p{L}]+$/u.test(word),
    count: stores.length,
  };
}

/** The stores that a text names, also by the town alone; several where the words fit several. */
export function storesNamed(
  text: string,
  { stores, ownNames }: { readonly stores: readonly Store[]; readonly ownNames: readonly string[] },
): Set<string> {
  const filed = places.get(stores) ?? fileStores(stores, new Set(ownNames.flatMap(wordsOf)));
  places.set(stores, filed);
  const words = wordsOf(text);
  const online = ONLINE_SAID.test(words.join(" ")) ? new Set(["online"]) : new Set<string>();
  return bestNamed(words, online, filed);
}
