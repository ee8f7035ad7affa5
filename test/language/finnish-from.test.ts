import { describe, expect, it } from "vitest";
import { fromBrand } from "../../shared/language/finnish-from.ts";

describe("a brand's name as in “Laura from the shop”, in Finnish", () => {
  it.each([
    ["Kenttäkauppa", "Kenttäkaupasta"],
    ["Lounaspöytä", "Lounaspöydästä"],
    ["Kulmatupa", "Kulmatuvasta"],
    ["Kalaranta", "Kalarannasta"],
    ["Prisma", "Prismasta"],
    ["Pata", "Padasta"],
  ])("%s is %s", (name, from) => expect(fromBrand(name)).toBe(from));

  it.each(["Alepa", "Motonet", "Kivi", "K-Market 24", "Hesburger"])("does not guess at %s", (name) =>
    expect(fromBrand(name)).toBeUndefined(),
  );
});
