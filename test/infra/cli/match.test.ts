import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { register as registerMatch } from "../../../infra/cli/commands/match.ts";
import { commandOutput } from "../../support/command-output.ts";

const printed = commandOutput([registerMatch]);
const { run } = printed;

function fileOf(rows: readonly (object | string)[]): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "match-")), "rows.jsonl");
  writeFileSync(file, rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n"));
  return file;
}

const sold = [
  ["Litware Microwave 0.8CuFt E080 Silver", "Home Appliances"],
  ["Contoso Laptop M100 Black", "Computers"],
  ["Fabrikam Laptop M200 White", "Computers"],
  ["Southridge Video DVD E50", "Movies"],
  ["Proseware Projector LCD86", "TV and Video"],
  ["Adventure Works Desk Lamp E1030", "Home Appliances"],
] as const;
const towns = ["Tampere", "Turku", "Lahti", "Kamppi", "Oulu"];

/** Two thousand people, each with one purchase, on the days of one year. */
const customers = Array.from({ length: 2_000 }, (_, at) => ({
  id: `c${at}`,
  name: at === 0 ? "Orvokki Vuorikoski" : `Nimi${at % 40} Suku${at % 1_000}nen`,
}));
const purchases = customers.map(({ id }, at) => {
  const [product, category] = sold[at % sold.length] ?? sold[0];
  return {
    customer: id,
    date: new Date(Date.UTC(2020, 0, 1 + (at % 360))).toISOString().slice(0, 10),
    amountMinor: 9_900 + at,
    currency: "EUR",
    product,
    category,
    store: towns[at % towns.length],
  };
});
const post = (changes: object) => ({
  id: "p",
  channel: "facebook",
  author: { name: "Orvokki Vuorikoski" },
  text: "Ostin viime viikolla Tampereelta Litwaren mikron ja se on jo rikki.",
  postedAt: "2020-01-09T12:00:00Z",
  ...changes,
});
const files = (posts: readonly (object | string)[]) => [
  "match",
  "--customers",
  fileOf(customers),
  "--purchases",
  fileOf(purchases),
  "--posts",
  fileOf(posts),
];

describe("shopkeeper match", () => {
  it("links a post to the customer whose purchase it tells of, in another language than the purchases", async () => {
    const [row] = await run(...files([post({})]));
    expect(row).toMatchObject({ id: "p", decision: "link", customer: "c0", basis: "evidence" });
    expect(row).toMatchObject({
      candidates: [
        {
          customer: "c0",
          bits: expect.any(Number),
          evidence: expect.arrayContaining([
            expect.objectContaining({ kind: "name", level: "exact" }),
            expect.objectContaining({ kind: "store", level: "exact" }),
            expect.objectContaining({ kind: "date", level: "exact" }),
          ]),
        },
      ],
    });
    expect(printed.err).toBe("");
  });

  it.each([
    { when: "a copied name without a fact", changes: { text: "Surkea kauppa, en suosittele." } },
    { when: "a copied name with a store that is wrong", changes: { text: "Ostin teiltä Oulusta. Rikki!" } },
    {
      when: "a copied name with nothing but a sum and a week",
      changes: { text: "Ostin viime viikolla, maksoi 99 euroa, ja se on rikki." },
    },
    { when: "a name that nobody has", changes: { author: { name: "Vieno Vieras" } } },
    { when: "no name", changes: { author: {} } },
  ])("does not link $when, and says what to ask", async ({ changes }) => {
    const [row] = await run(...files([post(changes)]));
    expect(row).toMatchObject({ question: expect.any(String) });
    expect(row?.["decision"]).not.toBe("link");
  });

  it("reads a name from the handle where the platform shows none", async () => {
    const [row] = await run(...files([post({ author: { handle: "@orvokki.vuorikoski" } })]));
    expect(row).toMatchObject({ decision: "link", customer: "c0" });
  });

  it("reports bad lines of each file by number without a word of theirs, processes the rest and ends with 1", async () => {
    const rows = await run(
      "match",
      "--customers",
      fileOf([...customers, "{broken", { id: "c0", name: "Toinen Nimi" }]),
      "--purchases",
      fileOf([{ ...purchases[0], customer: "nobody" }, { ...purchases[0], amountMinor: 1.5 }, ...purchases]),
      "--posts",
      fileOf([{ id: 1, text: "Hei" }, post({})]),
    );
    expect(rows).toMatchObject([{ id: "p", decision: "link" }]);
    expect(printed.err.split("\n")).toEqual([
      "match customers: line 2001: not JSON",
      "match customers: line 2002: this id is there already",
      "match purchases: line 1: no customer has this id",
      expect.stringMatching(/^match purchases: line 2: amountMinor: /),
      expect.stringMatching(/^match posts: line 1: postedAt: /),
      "",
    ]);
    expect(process.exitCode).toBe(1);
  });

  it("takes ids that are numbers", async () => {
    const [row] = await run(
      "match",
      "--customers",
      fileOf(customers.map((one, at) => ({ ...one, id: at }))),
      "--purchases",
      fileOf(purchases.map((one, at) => ({ ...one, customer: at }))),
      "--posts",
      fileOf([post({})]),
    );
    expect(row).toMatchObject({ decision: "link", customer: "0" });
  });

  it("says which file cannot be read, and ends with 1", async () => {
    await run("match", "--customers", "/nowhere", "--purchases", fileOf([]), "--posts", fileOf([]));
    expect(printed.err).toContain("match: cannot read customers from /nowhere");
    expect(process.exitCode).toBe(1);
  });
});
