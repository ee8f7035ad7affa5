import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BrandFile } from "../../shared/complaint/playbook.ts";
import { isLimit, playbookDiff } from "../../shared/complaint/playbook-diff.ts";
import { sayDifference } from "../../shared/language/playbook-changes.ts";
import { shopFile } from "../support/world.ts";

const whole = shopFile();
const few = (words: readonly string[] | undefined) => [...(words ?? [])].slice(0, 2);
/** With two phrases of each language, so that chance comes by every part and not only by phrases. */
const file: BrandFile = {
  ...whole,
  playbook: {
    ...whole.playbook,
    situations: whole.playbook.situations.map((one) => ({
      ...one,
      recognise: { en: few(one.recognise.en), fi: few(one.recognise.fi), sv: few(one.recognise.sv) },
    })),
  },
};
type Place = { readonly holder: unknown; readonly name: string | number; readonly path: string };

/** Every value of a file, with the block or list that holds it. */
function placesIn(holder: unknown, path = ""): Place[] {
  if (typeof holder !== "object" || holder === null) return [];
  return Object.entries(holder).flatMap(([name, value]) => {
    const key = Array.isArray(holder) ? Number(name) : name;
    const here = `${path}.${name}`;
    return [{ holder, name: key, path: here }, ...placesIn(value, here)];
  });
}
const places = placesIn(file);
/** What else could stand in a closed list of words; the schema says which of them can. */
const words = ["fi", "te", "ni", "USD", "goods", "money", "voucher", "attention", "exchange", "dd.mm.yyyy"];

/** One value changed, taken out, or put in twice; undefined where no brand file could say it. */
function oneChange(at: number, how: "other" | "gone" | "again", pick: number): BrandFile | undefined {
  const copy: unknown = structuredClone(file);
  const place = placesIn(copy)[at];
  if (place === undefined) return undefined;
  const { holder, name } = place;
  const value: unknown = Reflect.get(Object(holder), name);
  if (how === "again") {
    if (!Array.isArray(value)) return undefined;
    value.push(structuredClone(value[pick % Math.max(1, value.length)] ?? "new"));
  } else if (how === "gone") {
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else Reflect.deleteProperty(Object(holder), name);
  } else {
    if (typeof value === "object") return undefined;
    const other =
      typeof value === "number"
        ? Number.isInteger(value) && value > 1
          ? value + 1 + (pick % 9)
          : value / 2 + 0.01
        : typeof value === "boolean"
          ? !value
          : pick % 2 === 0
            ? `${String(value)}${pick}`
            : words[pick % words.length];
    if (other === value) return undefined;
    Reflect.set(Object(holder), name, other);
  }
  const parsed = BrandFile.safeParse(copy);
  return parsed.success ? parsed.data : undefined;
}

describe("what changed between two brand files", () => {
  it("is nothing where they say the same, in whatever order of names", () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([name, part]) => [name, turned(part)]),
            )
          : value;
    expect(playbookDiff(file, file)).toEqual([]);
    expect(playbookDiff(file, BrandFile.parse(turned(file)))).toEqual([]);
  });

  it("is named for any one change, both ways, and said in every language", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.nat(places.length - 1),
        fc.constantFrom("other" as const, "gone" as const, "again" as const),
        fc.nat(99),
        (at, how, pick) => {
          const changed = oneChange(at, how, pick);
          fc.pre(changed !== undefined);
          if (changed === undefined) return;
          seen.add(`${how} ${places[at]?.path.split(".")[2]}`);
          for (const [before, after] of [
            [file, changed],
            [changed, file],
          ] as const) {
            const found = playbookDiff(before, after);
            expect(found.length).toBeGreaterThan(0);
            for (const one of found)
              for (const lang of ["en", "fi", "sv"] as const)
                expect(sayDifference(one, lang, before.account.currency, after.account.currency)).toMatch(
                  /^[^{}]{8,}\.$/,
                );
          }
        },
      ),
      { numRuns: 1500, maxSkipsPerRun: 200 },
    );
    // Not vacuous: changes of limits, of situations and of prices were among them.
    for (const one of [
      "other mandate",
      "other situations",
      "gone situations",
      "again priceList",
      "other priceList",
    ])
      expect(seen, one).toContain(one);
  });

  const limits = [
    ...(["agent", "manager"] as const).flatMap((role) =>
      (["perCaseMinor", "perCustomerYearMinor", "perAgentDayMinor"] as const).map((limit) => ({
        at: `roles.${role}.${limit}`,
        set: (to: number): BrandFile => {
          const { mandate } = file.playbook;
          const roles = { ...mandate.roles, [role]: { ...mandate.roles[role], [limit]: to } };
          return { ...file, playbook: { ...file.playbook, mandate: { ...mandate, roles } } };
        },
      })),
    ),
    {
      at: "brandMonthMinor",
      set: (to: number): BrandFile => ({
        ...file,
        playbook: { ...file.playbook, mandate: { ...file.playbook.mandate, brandMonthMinor: to } },
      }),
    },
    {
      at: "believeFirstTimesPerYear",
      set: (to: number): BrandFile => ({
        ...file,
        playbook: { ...file.playbook, mandate: { ...file.playbook.mandate, believeFirstTimesPerYear: to } },
      }),
    },
    {
      at: "leastGoodwillMinor",
      set: (to: number): BrandFile => ({
        ...file,
        playbook: { ...file.playbook, mandate: { ...file.playbook.mandate, leastGoodwillMinor: to } },
      }),
    },
    {
      at: "believeFirstMinor",
      set: (to: number): BrandFile => ({ ...file, playbook: { ...file.playbook, believeFirstMinor: to } }),
    },
  ];
  it.each(limits)(
    "names a change of the limit $at with both sums, alone and first among others",
    ({ set }) => {
      fc.assert(
        fc.property(fc.nat(9_999_99), fc.nat(9_999_99), (a, b) => {
          fc.pre(a !== b);
          const renamed = { ...set(b), account: { ...file.account, name: "Another" } };
          const [first, ...more] = playbookDiff(set(a), renamed);
          expect(first && isLimit(first.at)).toBe(true);
          expect(first).toMatchObject({ kind: "changed", before: a, after: b });
          expect(more).toHaveLength(1);
        }),
        { numRuns: 200 },
      );
    },
  );

  it("says where the order changed, since the first situation that fits is taken", () => {
    const [one, two, ...rest] = file.playbook.situations;
    if (!one || !two) throw new Error("too few");
    const swapped = { ...file, playbook: { ...file.playbook, situations: [two, one, ...rest] } };
    expect(playbookDiff(file, swapped)).toMatchObject([
      { kind: "reordered", at: ["playbook", "situations"] },
    ]);
  });
});
