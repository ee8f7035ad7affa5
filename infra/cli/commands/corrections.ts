import { type Command, Option } from "commander";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import type { Correction } from "../../../shared/complaint/correction.ts";
import { Lang } from "../../../shared/complaint/ids.ts";
import type { MentionStore } from "../../../shared/ports/mention-store.ts";
import { namesFor } from "../../names.ts";
import { writeJsonLine } from "../jsonl.ts";
import { readBrand } from "../read-brand.ts";

type Options = { brand: string; stage: string; table?: string; lang?: Lang };

/**
 * `shopkeeper corrections`: what agents said of mentions, with the words, as rows that `shopkeeper train` takes. Only
 * here do label and text meet; what has expired or been deleted is not printed.
 */
export function register(program: Command): void {
  program
    .command("corrections")
    .description(
      "Print what agents corrected as JSON lines {text, complaint, situation, lang, id} for train, newest first",
    )
    .requiredOption("--brand <file>", "the brand file")
    .option("--stage <name>", "stage whose table is read", "dev")
    .option("--table <name>", "name of the care table, if not the stage's")
    .addOption(new Option("--lang <lang>", "only texts in this language").choices(Lang.options))
    .action(corrections);
}

async function corrections(options: Options): Promise<void> {
  const brand = readBrand("corrections", options.brand);
  if (brand === undefined) return;
  const stores = careStores(options.table ?? namesFor(options.stage).careTable);
  const count = { printed: 0, textless: 0, reworded: 0 };
  let page: string | undefined;
  do {
    const list = await stores.corrections.list(brand.brand, page);
    const asked = list.corrections.filter(({ lang }) => options.lang === undefined || lang === options.lang);
    for (const labelled of await Promise.all(asked.map((each) => withText(each, stores.mentions)))) {
      if (typeof labelled === "string") {
        count[labelled] += 1;
        continue;
      }
      count.printed += 1;
      await writeJsonLine(labelled);
    }
    page = list.next;
  } while (page !== undefined);
  process.stderr.write(
    `corrections: ${count.printed} printed; ${count.textless} had no text any more; ${count.reworded} were of a wording that has been changed since\n`,
  );
}

/** The row to learn from, or why there is none: a label goes only with the words that it was given to. */
async function withText(correction: Correction, mentions: MentionStore) {
  const { brand, mention: id, complaint, situation, lang, revision } = correction;
  const mention = await mentions.get(brand, id);
  if (mention?.text === undefined || mention.text.trim() === "") return "textless";
  if (mention.revision !== revision) return "reworded";
  return { text: mention.text, complaint, ...(situation === undefined ? {} : { situation }), lang, id };
}
