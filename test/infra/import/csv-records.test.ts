import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readRows } from "../../../infra/import/read-rows.ts";

const file = path.join(mkdtempSync(path.join(tmpdir(), "records-")), "records.csv");
const read = async (content: string, delimiter = ",") => {
  writeFileSync(file, content);
  const rows: (readonly [number, string | undefined, string | undefined])[] = [];
  for await (const row of readRows(file, "csv", delimiter))
    rows.push(
      "problem" in row ? [row.line, undefined, undefined] : [row.line, row.fields("a"), row.fields("b")],
    );
  return rows;
};

it("reads what any field can hold, on one line or on several, with either end of line", async () => {
  const word = fc.string({ maxLength: 12, unit: fc.constantFrom("x", "ä", '"', ",", ";", "\n", " ", "'") });
  const end = fc.constantFrom("\n", "\r\n");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(word, word), { maxLength: 8 }),
      end,
      fc.constantFrom(",", ";"),
      async (rows, eol, delimiter) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const content = [["a", "b"], ...rows].map((row) => row.map(quoted).join(delimiter)).join(eol) + eol;
        const expected = rows.map((row) => row.map((text) => text.trim() || undefined));
        expect((await read(content, delimiter)).map(([, a, b]) => [a, b])).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});

it("says the line in the file, also behind fields of several lines and empty ones", async () => {
  expect(await read('a,b\n\n1,"two\nlines"\n2,x\n\n3\n4,y')).toEqual([
    [3, "1", "two\nlines"],
    [5, "2", "x"],
    [7, undefined, undefined],
    [8, "4", "y"],
  ]);
});

it("loses one line to a quotation mark that is not closed, and none after it", async () => {
  const rest = Array.from({ length: 80 }, (_, at) => `${at},x`).join("\n");
  const rows = await read(`a,b\n1,"open\n${rest}\n`);
  expect(rows).toHaveLength(81);
  expect(rows[0]).toEqual([2, undefined, undefined]);
  expect(rows[80]).toEqual([82, "79", "x"]);
});
