import { benchLanguages } from "./languages.ts";
import { benchNames } from "./names.ts";
import { benchSaving } from "./saving.ts";

/** `npm run bench`: each line is a ratio against a named rival in the same run. Not a test: nothing fails by being slow. */
console.log("| what | ours | rival | ours ÷ rival |\n|---|---:|---:|---:|");
for (const bench of [benchLanguages, benchNames, benchSaving])
  for (const { what, ours, rival, unit } of await bench())
    console.log(
      `| ${what} | ${ours.toFixed(1)} ${unit} | ${rival.toFixed(1)} ${unit} | ${(ours / rival).toFixed(2)} |`,
    );
