import { type Command, Option } from "commander";
import { brandSchema } from "../../../shared/adapters/brand-file/brand-schema.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { Lang } from "../../../shared/complaint/ids.ts";
import type { BrandFile } from "../../../shared/complaint/playbook.ts";
import { isLimit, playbookDiff } from "../../../shared/complaint/playbook-diff.ts";
import { sayDifference } from "../../../shared/language/playbook-changes.ts";
import { systemClock } from "../../../shared/runtime/clock.ts";
import { namesFor } from "../../names.ts";
import { readBrand } from "../read-brand.ts";

type TableOptions = { stage: string; table?: string };
type DiffOptions = TableOptions & { active?: boolean; lang: Lang; json?: boolean };

const FILE = "a brand file, such as brands/kenttakauppa.yaml";

/** `shopkeeper playbook`: checks a brand file, tells what it changes, and publishes it as the version decided by. */
export function register(program: Command): void {
  const playbook = program
    .command("playbook")
    .description("Check a brand file, say what it changes, or publish it as a numbered version");
  playbook
    .command("check")
    .description("Read a brand file and name every error with its line and column; publishes nothing")
    .argument("<file>", FILE)
    .action((file: string) => {
      const brand = readBrand("playbook check", file);
      if (brand === undefined) process.exitCode = 1;
      else
        process.stdout.write(
          `${file}: brand "${brand.brand}", ${brand.playbook.situations.length} situations, no errors.\n`,
        );
    });
  playbook
    .command("schema")
    .description("Write the JSON Schema of a brand file, for editors: > brands/brand.schema.json")
    .action(() => {
      process.stdout.write(`${JSON.stringify(brandSchema(), null, 2)}\n`);
    });
  fromTable(playbook.command("diff"))
    .description("Say in plain sentences what a brand file changes against another, or the published version")
    .argument("<old>", `${FILE}; with --active the new one, and the only one`)
    .argument("[new]", "the brand file that is to take its place")
    .option("--active", "compare with the version that is published, not with a file")
    .addOption(new Option("--lang <lang>", "language of the sentences").choices(Lang.options).default("en"))
    .option("--json", "one JSON line for each difference, with the sentence")
    .action(diff);
  fromTable(playbook.command("publish"))
    .description("Publish a brand file: from now on decisions are made by it, and each names its version")
    .argument("<file>", FILE)
    .option("--by <name>", "the person who answers for the change; needed, and kept with the version")
    .action(async (file: string, options: TableOptions & { by?: string }, command: Command) => {
      const by = options.by?.trim() ?? "";
      if (by === "") command.error('error: a version needs the name of who answers for it: --by "Aino Salo"');
      const brand = readBrand("playbook publish", file);
      if (brand === undefined) return;
      const version = await careStores(tableOf(options)).brands.publish(brand, systemClock.now(), by);
      process.stdout.write(
        `Published "${brand.brand}" as version ${version} in ${tableOf(options)}, by ${by}.\n`,
      );
    });
}

const fromTable = (command: Command): Command =>
  command
    .option("--stage <name>", "stage whose table is meant", "dev")
    .option("--table <name>", "name of the care table, if not the stage's");

const tableOf = ({ stage, table }: TableOptions): string => table ?? namesFor(stage).careTable;

async function diff(
  first: string,
  second: string | undefined,
  options: DiffOptions,
  command: Command,
): Promise<void> {
  const isActive = options.active === true;
  if (isActive === (second !== undefined)) command.error("error: name two brand files, or one and --active");
  const after = readBrand("playbook diff", second ?? first);
  const before = isActive ? after && (await activeFile(after, options)) : readBrand("playbook diff", first);
  if (before === undefined || after === undefined) return;
  if (before.brand !== after.brand)
    process.stderr.write(`playbook diff: two brands, ${before.brand} and ${after.brand}\n`);
  const found = playbookDiff(before, after);
  for (const difference of found) {
    const said = sayDifference(difference, options.lang, before.account.currency, after.account.currency);
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify({ ...difference, limit: isLimit(difference.at), said })}\n`
        : `${said}\n`,
    );
  }
  if (found.length === 0) process.stderr.write("playbook diff: the two say the same\n");
}

async function activeFile({ brand }: BrandFile, options: TableOptions): Promise<BrandFile> {
  const { version, file, publishedAt, publishedBy } = await careStores(tableOf(options)).brands.active(brand);
  const from = [publishedAt, publishedBy].filter((one) => one !== undefined).join(", ");
  process.stderr.write(`playbook diff: against version ${version}${from === "" ? "" : ` (${from})`}\n`);
  return file;
}
