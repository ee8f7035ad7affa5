import { parseArgs } from "node:util";
import { draftRow } from "../../infra/cli/draft-row.ts";
import type { Finding } from "../../shared/complaint/draft.ts";
import { hashOf } from "../../shared/language/say.ts";
import { lintBoth } from "../language/lint-both.ts";
import { exampleBrand, now } from "../language/reply-world.ts";
import { baseSituations } from "./drafts/base-situations.ts";
import { posts } from "./drafts/posts.ts";
import { inputOf, LANGS } from "./drafts/situation-drafts.ts";

/** `npx tsx test/eval/print-drafts.ts --seed 1 --count 300`: drafts over situations and languages, to be read. */
const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "300" } },
});
const { seed } = values;
const brands = { kenttakauppa: exampleBrand("kenttakauppa"), lounaspoyta: exampleBrand("lounaspoyta") };
type Read = {
  readonly about: string;
  readonly public: string;
  readonly private: string;
  readonly hard: string;
};

const hardOf = (findings: readonly Finding[]): string =>
  findings
    .filter(({ severity }) => severity === "hard")
    .map(({ rule }) => rule)
    .join(" ");

const fromPosts: readonly Read[] = posts().flatMap(({ id, brand, channel, lang, text }) => {
  const answering = {
    signer: "Laura",
    until: "18",
    followedBy: "Mikael",
    confirmed: false,
    role: "agent",
    now,
  } as const;
  const row = draftRow({ id: `${id}-${seed}`, text, channel, lang }, brands[brand], answering);
  if (!row.public || row.outcome === "stop") return [];
  return [
    {
      about: `${lang} ${row.situation} ${channel} | ${text.slice(0, 260)}`,
      public: row.public.text,
      private: row.private?.text ?? "",
      hard: hardOf(row.findings),
    },
  ];
});

const fromSituations: readonly Read[] = LANGS.flatMap((lang) =>
  [brands.kenttakauppa, brands.lounaspoyta].flatMap((brand) =>
    // The base's words for goods are never a lunch place's.
    [...brand.playbook.situations, ...(brand === brands.kenttakauppa ? baseSituations : [])].map(
      (situation) => {
        const line =
          brand.playbook.priceList[hashOf(`${seed}${situation.id}`) % brand.playbook.priceList.length];
        const channel = hashOf(`${seed}${situation.id}${lang}`) % 3 === 0 ? "x" : "facebook";
        const { composed, findings } = lintBoth(
          inputOf(brand, situation, {
            lang,
            text: line?.names[lang]?.[0] ?? ".",
            seed: `${seed}/${situation.id}/${lang}`,
            channel,
            line,
          }),
          brand.playbook,
        );
        return {
          about: `${lang} ${situation.id} ${channel} | ${line?.names[lang]?.[0]}`,
          public: composed.public,
          private: composed.private ?? "",
          hard: hardOf(findings),
        };
      },
    ),
  ),
);

const shuffled = <T extends { about: string }>(reads: readonly T[]) =>
  reads.toSorted((a, b) => hashOf(seed + a.about) - hashOf(seed + b.about));
const third = Math.round(Number(values.count) / 3);
const shown = [
  ...shuffled(fromPosts).slice(0, Number(values.count) - third),
  ...shuffled(fromSituations).slice(0, third),
];
shown.forEach((read, at) => {
  console.log(
    `${at + 1}. ${read.about}\n   > ${read.public}\n   » ${read.private}${read.hard === "" ? "" : `\n   !! ${read.hard}`}`,
  );
});
console.error(
  `${shown.length} drafts of ${fromPosts.length + fromSituations.length}, ${shown.filter(({ hard }) => hard !== "").length} with a hard finding`,
);
