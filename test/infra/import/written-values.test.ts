import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EqualLines } from "../../../infra/import/equal-lines.ts";
import { readAmount, readMinor } from "../../../infra/import/written-amount.ts";
import { readDate } from "../../../infra/import/written-date.ts";

const TODAY = "2026-11-22";

describe("sums as people write them", () => {
  it.each([
    ["1 234,50", ",", 123_450],
    ["1.234,50", ",", 123_450],
    ["1.234", ",", 123_400],
    ["1\u00a0234\u202f567,5", ",", 123_456_750],
    ["1'234.50", ".", 123_450],
    ["1,234.50", ".", 123_450],
    ["-12.00", ".", -1_200],
    ["−12,00", ",", -1_200],
    ["+12", ".", 1_200],
    ["0.07", ".", 7],
    ["-0.00", ".", 0],
    ["12,", ",", 1_200],
  ] as const)("%s with %s is %i", (text, decimal, minor) => {
    expect(readAmount(text, decimal)).toEqual({ minor });
  });

  it.each([
    ["", "."],
    ["12,50", "."],
    ["1.23.4", "."],
    ["12.345", "."],
    ["1 23,00", ","],
    ["1234 567,00", ","],
    ["12,50 €", ","],
    ["1e3", "."],
    ["0x10", "."],
    ["NaN", "."],
    ["-", "."],
    [".", "."],
    ["--5", "."],
    ["10000000.01", "."],
  ] as const)("%s with %s is none", (text, decimal) => {
    expect(readAmount(text, decimal)).toHaveProperty("problem");
  });

  it("come back to the cent, however they are grouped", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.constantFrom(
          ["de-DE", ","] as const,
          ["fi-FI", ","] as const,
          ["en-IE", "."] as const,
          ["de-CH", "."] as const,
        ),
        (minor, [locale, decimal]) => {
          const sign = minor < 0 ? "-" : "";
          const whole = new Intl.NumberFormat(locale).format(Math.trunc(Math.abs(minor) / 100));
          const text = `${sign}${whole}${decimal}${String(Math.abs(minor) % 100).padStart(2, "0")}`;
          expect(readAmount(text, decimal)).toEqual({ minor });
          expect(readMinor(String(minor))).toEqual({ minor });
        },
      ),
    );
  });

  it("in minor units are whole", () => {
    for (const text of ["1.5", "", "1 000", "1e3", "12345678901234567890"])
      expect(readMinor(text)).toHaveProperty("problem");
  });
});

describe("days as people write them", () => {
  it.each([
    ["2026-01-05", "yyyy-mm-dd", "2026-01-05"],
    ["2026-01-05T23:59:01.5", "yyyy-mm-dd", "2026-01-05"],
    ["20260105 10:30", "yyyymmdd", "2026-01-05"],
    ["5.1.2026", "dd.mm.yyyy", "2026-01-05"],
    ["05/01/2026", "dd/mm/yyyy", "2026-01-05"],
    ["01/05/2026", "mm/dd/yyyy", "2026-01-05"],
    ["29.2.2024", "dd.mm.yyyy", "2024-02-29"],
    [TODAY, "yyyy-mm-dd", TODAY],
  ] as const)("%s as %s", (text, format, date) => {
    expect(readDate(text, format, TODAY)).toEqual({ date });
  });

  it.each([
    ["2026-02-29", "yyyy-mm-dd"],
    ["2026-13-01", "yyyy-mm-dd"],
    ["0000-00-00", "yyyy-mm-dd"],
    ["1899-12-31", "yyyy-mm-dd"],
    ["2026-11-23", "yyyy-mm-dd"],
    ["2026-01-05Z", "yyyy-mm-dd"],
    ["2026-01-05T10:00:00Z", "yyyy-mm-dd"],
    ["46027", "yyyy-mm-dd"],
    ["5.1.26", "dd.mm.yyyy"],
    ["", "yyyymmdd"],
  ] as const)("%s as %s is none", (text, format) => {
    expect(readDate(text, format, TODAY)).toHaveProperty("problem");
  });
});

describe("equal lines", () => {
  it("are counted one by one, however many there are", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 60n }), { maxLength: 300 }), (prints) => {
        const equal = new EqualLines();
        const counts = new Map<bigint, number>();
        for (const print of prints) {
          counts.set(print, (counts.get(print) ?? 0) + 1);
          expect(equal.next(print)).toBe(counts.get(print));
        }
      }),
    );
    const many = new EqualLines();
    for (let print = 0n; print < 20_000n; print++) expect(many.next(print * 977n)).toBe(1);
    for (let print = 0n; print < 20_000n; print += 999n) expect(many.next(print * 977n)).toBe(2);
  });
});
