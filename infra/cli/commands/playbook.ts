import type { Command } from "commander";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { systemClock } from "../../../shared/runtime/clock.ts";
import { namesFor } from "../../names.ts";
import { readBrand } from "../read-brand.ts";

/** `shopkeeper playbook`: checks a brand file, and publishes it as the version that decisions are made by. */
export function register(program: Command): void {
  const playbook = program
    .command("playbook")
    .description("Check a brand file, or publish it as a numbered version");
  playbook
    .command("check")
    .description("Read a brand file and name every error with its line and column; publishes nothing")
    .argument("<file>", "a brand file, such as brands/kenttakauppa.yaml")
    .action((file: string) => {
      const brand = readBrand("playbook check", file);
      if (brand === undefined) process.exitCode = 1;
      else
        process.stdout.write(
          `${file}: brand "${brand.brand}", ${brand.playbook.situations.length} situations, no errors.\n`,
        );
    });
  playbook
    .command("publish")
    .description("Publish a brand file: from now on decisions are made by it, and each names its version")
    .argument("<file>", "a brand file, such as brands/kenttakauppa.yaml")
    .option("--stage <name>", "stage whose table it goes to", "dev")
    .option("--table <name>", "name of the care table, if not the stage's")
    .action(async (file: string, options: { stage: string; table?: string }) => {
      const brand = readBrand("playbook publish", file);
      if (brand === undefined) {
        process.exitCode = 1;
        return;
      }
      const table = options.table ?? namesFor(options.stage).careTable;
      const version = await careStores(table).brands.publish(brand, systemClock.now());
      process.stdout.write(`Published "${brand.brand}" as version ${version} in ${table}.\n`);
    });
}
