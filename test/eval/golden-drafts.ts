import { writeFileSync } from "node:fs";
import { type Golden, goldens } from "./drafts/golden.ts";
import { draftFor } from "./drafts/golden-draft.ts";
import { incidentDraft, outage } from "./drafts/golden-incident.ts";

/** `npx tsx test/eval/golden-drafts.ts`: writes docs/drafts.md, each golden pair beside what the composer drafts for its post. */
const SEED = "golden";
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** The golden pair's own words as an incident's one text, filled in for its writer. */
const underIncident = (golden: Golden): string => {
  const filled = incidentDraft(golden);
  return [
    "With an incident open whose one text is set, the golden pair with its slots, every writer of the topic gets it:",
    "",
    `> ${cell(filled.public)}`,
    ">",
    `> ${cell(filled.private)}`,
    "",
  ].join("\n");
};

const pages = goldens.map((golden) => {
  const draft = draftFor(golden, SEED);
  return [
    `## ${golden.name}`,
    "",
    `> ${cell(golden.post)}`,
    "",
    `Decided: \`${draft.outcome}\`, on ${golden.channel === "x" ? "X" : "Facebook"}.`,
    "",
    "| | golden | draft |",
    "|---|---|---|",
    `| public | ${cell(golden.public)} | ${cell(draft.public)} |`,
    `| private | ${cell(golden.private)} | ${cell(draft.private ?? "(none: the agent writes it)")} |`,
    "",
    ...(golden === outage ? [underIncident(golden)] : []),
  ].join("\n");
});

writeFileSync(
  new URL("../../docs/drafts.md", import.meta.url),
  `# Drafts beside their golden pairs

The golden pairs are the standard for tone and content. Each draft is made from the post alone, by the same code as in
the drafting step: the text is assessed, a remedy decided, the pair composed. Written by
\`npx tsx test/eval/golden-drafts.ts\` with one seed; another case gets other words. What every draft of these posts must
hold (own point, apology, outcome, means, day, choice, signer, hand-over) is a test: \`test/language/golden-pairs.test.ts\`.

Where the draft is poorer than its golden pair: it says back what its grammar can read and no more, so the bank in the
double charge and the three chats and forms of the lost parcel are not said back, unless the double charge is one of an
incident: then its one text, which a person sets for all, says it back; a stop case gets one of a few careful first
lines, and the rest is a person's.

${pages.join("\n")}`,
);
