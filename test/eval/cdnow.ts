import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/**
 * CDNOW_sample.txt as the CSV that `shopkeeper value` reads:
 * `npx tsx test/eval/cdnow.ts CDNOW_sample.txt > cdnow.csv`. Its columns: id in the whole set, id in the sample, day as
 * yyyymmdd, number of CDs, dollars.
 */
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("cdnow: name the file: npx tsx test/eval/cdnow.ts CDNOW_sample.txt\n");
  process.exit(2);
}
process.stdout.write("customer,date,amount\n");
for await (const line of createInterface({ input: createReadStream(file, "utf8") })) {
  const [, customer, day, , dollars] = line.trim().split(/\s+/u);
  if (customer === undefined || day === undefined || dollars === undefined) continue;
  process.stdout.write(`${customer},${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)},${dollars}\n`);
}
