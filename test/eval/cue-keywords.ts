/**
 * What a plain list of keywords finds of the four cues, to set beside `shopkeeper evaluate`:
 * `npx tsx test/eval/cue-keywords.ts FILE…` (JSON lines {text, relationship, competitor, churn, warn|warning}).
 * Prints figures only.
 */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { type Counts, count, figures, intervals, noCounts } from "../../infra/cli/measure.ts";

const Flag = z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean);
const Row = z.object({
  text: z.string(),
  relationship: Flag,
  competitor: Flag,
  churn: Flag,
  warn: Flag.optional(),
  warning: Flag.optional(),
});

/** What anybody would look for first. */
const KEYWORDS = {
  relationship:
    "loyal,customer for,customer since,years,always,regular,kanta-asiakas,asiakkaana,vuotta,aina ollut,uskollinen,stamkund,kund i,kund sedan,i många år,trogen",
  competitor:
    "competitor,switch to,elsewhere,another company,other provider,instead of you,kilpailija,muualla,muualta,toinen liike,konkurrent,någon annanstans,annat företag",
  churn:
    "cancel,leaving,never again,switching,last time,won't be back,not coming back,irtisanon,vaihdan,en enää,viimeinen kerta,en osta,säger upp,byter,aldrig mer,aldrig igen,sista gången",
  warning:
    "avoid,don't buy,do not buy,stay away,not recommend,beware,warn,varoit,en suosittele,älkää ostako,välttäkää,varna,undvik,rekommenderar inte,rekommenderar ej,köp inte",
} as const;

for (const file of process.argv.slice(2)) {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Row.parse(JSON.parse(line)));
  for (const kind of ["relationship", "competitor", "churn", "warning"] as const) {
    const words = KEYWORDS[kind].split(",");
    const counts: Counts = noCounts();
    for (const row of rows) {
      const text = row.text.toLowerCase();
      const is = kind === "warning" ? (row.warning ?? row.warn ?? false) : row[kind];
      count(
        counts,
        words.some((word) => text.includes(word)),
        is,
      );
    }
    const { precision, recall, f1 } = figures(counts);
    console.log(
      JSON.stringify({
        file,
        kind,
        rows: rows.length,
        precision,
        recall,
        f1,
        interval: intervals(counts).f1,
      }),
    );
  }
}
