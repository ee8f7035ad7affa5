import { describe, expect, it } from "vitest";
import { playbookFor, UNKNOWN_BRAND } from "../../infra/cli/unknown-brand.ts";
import { firmOf } from "../../shared/language/known-firms.ts";
import { normalise } from "../../shared/language/normalise.ts";
import { bindPlaybook } from "../../shared/language/situations.ts";
import { read } from "../../shared/language/tokens.ts";
import { whoIsNamed } from "../../shared/language/who-is-named.ts";

const playbook = playbookFor(UNKNOWN_BRAND);
function named(text: string, brand?: string, competitors?: string[]): string[] {
  const { tokens } = read(normalise(text));
  const { names } = bindPlaybook(playbook({ brand, competitors }));
  return [...whoIsNamed(tokens, names)]
    .sort(([a], [b]) => a - b)
    .map(([at, who]) => `${tokens[at]?.word} ${who}`);
}

describe("firmOf", () => {
  it.each([
    ["@VodafoneUK", "Vodafone"],
    ["@AskPlayStation", "PlayStation"],
    ["@British_Airways", "British Airways"],
    ["@ThreeUKSupport", "Three"],
    ["Vodafone UK", "Vodafone"],
    ["@marja_1982", undefined],
    ["@help", undefined],
  ])("%s is %s", (handle, firm) => expect(firmOf(handle)).toBe(firm));
});

describe("whoIsNamed", () => {
  it("tells the brand from its listed rival, a firm of its trade, and any other firm", () => {
    expect(
      named("EE you are worse than Vodafone, and Netflix or Nopsanet know it", "EE", ["Nopsanet"]),
    ).toEqual(["ee own", "vodafone peer", "netflix firm", "nopsanet rival"]);
  });
  it("finds inflected names", () => {
    expect(named("Vaihdan Telialta Elisalle", "DNA")).toEqual(["telialta peer", "elisalle peer"]);
  });
  it("takes the first handle for the brand where nobody says which it is", () => {
    expect(named("@O2 should I go to @VodafoneUK")).toEqual(["@o2 own", "@vodafoneuk peer"]);
  });
  it("knows the brand by the other names of the same firm", () => {
    expect(named("I leave Vodafone, do you hear @VodafoneGroup", "VodafoneUK")).toEqual([
      "vodafone own",
      "@vodafonegroup own",
    ]);
  });
  it("takes handles that stand before the post beside the brand's for whom it is written to", () => {
    expect(named("@marja @O2 @EE it sounds backward, unlike Vodafone", "O2")).toEqual([
      "@o2 own",
      "vodafone peer",
    ]);
    expect(named("@EE I am coming over from @O2", "O2")).toEqual(["@ee peer", "@o2 own"]);
  });
  it.each(["Next time I will ask", "three weeks and no target in sight", "Power is out again"])(
    "does not take a common word for a firm: %s",
    (text) => expect(named(text, "Kenttäkauppa")).toEqual([]),
  );
});
