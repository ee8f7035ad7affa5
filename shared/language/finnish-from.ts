/** Last parts of shop and restaurant names whose stem changes; the rest of a name is left as it is. */
const lastParts: readonly (readonly [string, string])[] = [
  ["pöytä", "pöydä"],
  ["kauppa", "kaupa"],
  ["tupa", "tuva"],
  ["ranta", "ranna"],
  ["leipä", "leivä"],
  ["koti", "kodi"],
  ["katu", "kadu"],
  ["pata", "pada"],
  ["puoti", "puodi"],
  ["aitta", "aita"],
  ["talo", "talo"],
  ["maa", "maa"],
];

/**
 * A brand's name as in "Laura Kenttäkaupasta". Only where the ending is sure: names of companies mostly keep a single
 * p, t or k ("Alepasta"), and one that ends in e, i or a consonant is not guessed at.
 *
 * @returns undefined where the case would be a guess
 */
export function fromBrand(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (/[^\p{L} -]/u.test(name)) return undefined;
  const ending = /[aou]/.test(lower) ? "sta" : "stä";
  const known = lastParts.find(([nominative]) => lower.endsWith(nominative));
  if (known) {
    const [nominative, stem] = known;
    // Harmony follows the last part of a compound.
    return `${name.slice(0, -nominative.length)}${name.slice(-nominative.length, 1 - nominative.length)}${stem.slice(1)}${/[aou]/.test(stem) ? "sta" : "stä"}`;
  }
  if (!/[aäoöuy]$/.test(lower) || /[ptk][aäoöuy]$/.test(lower)) return undefined;
  return `${name}${ending}`;
}
