import { expect, it } from "vitest";
import { isOneSlip, jaroWinkler } from "../../shared/complaint/jaro-winkler.ts";

it.each([
  { a: "MARTHA", b: "MARHTA", expected: 0.961 },
  { a: "DWAYNE", b: "DUANE", expected: 0.84 },
  { a: "DIXON", b: "DICKSONX", expected: 0.813 },
  { a: "virtanen", b: "virtanen", expected: 1 },
  { a: "abc", b: "xyz", expected: 0 },
  { a: "", b: "a", expected: 0 },
])("gives Winkler's published likeness of $a and $b", ({ a, b, expected }) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3);
  expect(jaroWinkler(b, a)).toBeCloseTo(expected, 3);
});

it.each([
  { a: "korhonen", b: "korhnen", expected: true },
  { a: "korhonen", b: "korohnen", expected: true },
  { a: "korhonen", b: "kothonen", expected: true },
  { a: "virtanen", b: "virtaneva", expected: false },
  { a: "korhonen", b: "korhonen", expected: false },
  { a: "korhonen", b: "krohnoen", expected: false },
])("tells whether one slip parts $a and $b", ({ a, b, expected }) => {
  expect(isOneSlip(a, b)).toBe(expected);
  expect(isOneSlip(b, a)).toBe(expected);
});
