import { bindNames, findNames } from "../../shared/language/names.ts";
import { normalise } from "../../shared/language/normalise.ts";
import { read } from "../../shared/language/tokens.ts";
import { perSecond, type Row } from "./clock.ts";
import { posts } from "./texts.ts";

const NAMES = 2000;

/** From the raw text: normalising and cutting into words counts. Finding any of 2,000 competitor and product names, inflected, against one native regular expression of them all. */
export async function benchNames(): Promise<readonly Row[]> {
  const names = Array.from({ length: NAMES }, (_, at) => `${["kauppa", "urheilu", "sportti", "liike"][at % 4]}${at.toString(36)}x`);
  const book = bindNames(names.map((name) => ({ id: name, names: [name] })));
  const pattern = new RegExp(`(?<![\\p{L}])(?:${names.join("|")})(?:n|ssa|sta|lla|lta|lle|a|ta|s)?(?![\\p{L}])`, "giu");
  return [
    {
      what: `finding ${NAMES} names in a post, posts a second (native alternation)`,
      ours: perSecond(5, () => posts.forEach((post) => findNames(book, read(normalise(post.text)).tokens))) * posts.length,
      rival: perSecond(2, () => posts.forEach((post) => post.text.match(pattern))) * posts.length,
      unit: "/s",
    },
  ];
}
