import { bindNames, findNames } from "../../shared/language/names.ts";
import { normalise } from "../../shared/language/normalise.ts";
import { read } from "../../shared/language/tokens.ts";
import type { Row } from "./clock.ts";
import { perPost } from "./texts.ts";

const NAMES = 2000;

/** From the raw text: normalising and cutting into words counts. Finding any of 2,000 competitor and product names, inflected, against one native regular expression of them all. */
export async function benchNames(): Promise<readonly Row[]> {
  const names = Array.from(
    { length: NAMES },
    (_, at) => `${["kauppa", "urheilu", "sportti", "liike"][at % 4]}${at.toString(36)}x`,
  );
  const book = bindNames(names.map((name) => ({ id: name, names: [name] })));
  const pattern = new RegExp(
    `(?<![\\p{L}])(?:${names.join("|")})(?:n|ssa|sta|lla|lta|lle|a|ta|s)?(?![\\p{L}])`,
    "giu",
  );
  return [
    {
      what: `finding ${NAMES} names in a post, posts a second (native alternation)`,
      ours: perPost(5, (text) => findNames(book, read(normalise(text)).tokens)),
      rival: perPost(2, (text) => text.match(pattern)),
      unit: "/s",
    },
  ];
}
