import * as z from "zod";
import { Assessment } from "../../complaint/assessment.ts";
import type { Wake } from "../../complaint/case-file.ts";
import type { BrandId, Instant, MentionId } from "../../complaint/ids.ts";
import { Mention } from "../../complaint/mention.ts";
import type { MentionStore } from "../../ports/mention-store.ts";
import { asidePlace, countWrite } from "./aside-list.ts";
import { keys, ttlOf, wakeAttributes } from "./keys.ts";
import { isNew, type Key, type Row, type Table, type Write } from "./table.ts";

const Stored = z.object({ body: Mention });
const StoredText = z.object({ text: z.string() });

/** Mentions in the care table: the facts, the text and the assessment are three items, so that the text can expire alone. */
export function mentionStore(table: Table): MentionStore {
  const read = async (brand: Mention["brand"], id: MentionId): Promise<Mention | undefined> => {
    const row = await table.get(keys.mention(brand, id));
    return row === undefined ? undefined : Stored.parse(row).body;
  };
  return {
    async put(mention, wake, textUntil) {
      // A second look only when another writer came between; a third would mean a storm of edits, and the poll comes again.
      for (let attempt = 0; attempt < 3; attempt++) {
        const before = await read(mention.brand, mention.id);
        if (before !== undefined && (before.removedAt !== undefined || before.revision >= mention.revision))
          return "known";
        const { done } = await table.transact(wording(mention, before, wake, textUntil));
        if (done) return before === undefined ? "new" : "revised";
      }
      return "known";
    },
    async get(brand, id) {
      const mention = await read(brand, id);
      if (mention === undefined || mention.removedAt !== undefined) return mention;
      const row = await table.get(keys.mentionText(brand, id));
      return row === undefined ? mention : { ...mention, text: StoredText.parse(row).text };
    },
    async remove(brand, id, at) {
      const before = await read(brand, id);
      if (before === undefined || before.removedAt !== undefined) return false;
      const { author: _erased, permalink: _link, ...rest } = before;
      const { done } = await table.transact([
        {
          put: { ...keys.mention(brand, id), body: { ...rest, removedAt: at }, revision: before.revision },
          when: {
            expression: "#revision = :revision",
            names: { "#revision": "revision" },
            values: { ":revision": before.revision },
          },
        },
        { delete: keys.mentionText(brand, id) },
        { delete: keys.correction(brand, id) },
      ]);
      return done;
    },
    async saveAssessment(brand, assessment, textUntil) {
      const saved =
        (assessment.lane === "aside" && (await saveAndCount(table, brand, assessment))) ||
        (await save(table, brand, assessment));
      if (saved && textUntil !== undefined)
        await keepWords(table, keys.mentionText(brand, assessment.mention), textUntil);
      // The wake goes last: a crash before this line brings the mention back to its step.
      await table.update(
        keys.mention(brand, assessment.mention),
        { expression: "REMOVE dueKey, dueAt, wakeEvent" },
        {
          expression: "#revision = :revision",
          names: { "#revision": "revision" },
          values: { ":revision": assessment.revision },
        },
      );
      return saved;
    },
    async assessmentOf(brand, id) {
      const row = await table.get(keys.assessment(brand, id));
      return row === undefined ? undefined : z.object({ body: Assessment }).parse(row).body;
    },
  };
}

/** Words that are gone already stay gone. */
async function keepWords(table: Table, key: Key, until: Instant): Promise<void> {
  const { ttl } = ttlOf(until);
  await table.update(
    key,
    { expression: "SET #ttl = :ttl", names: { "#ttl": "ttl" }, values: { ":ttl": ttl } },
    { expression: "attribute_exists(pk)" },
  );
}

function wording(
  mention: Mention,
  before: Mention | undefined,
  wake: Wake | undefined,
  textUntil: Instant | undefined,
): readonly Write[] {
  const { text, ...facts } = mention;
  const row: Row = {
    ...keys.mention(mention.brand, mention.id),
    body: { ...facts, seenAt: before?.seenAt ?? mention.seenAt },
    revision: mention.revision,
    ...wakeAttributes(mention.id, wake),
  };
  return [
    {
      put: row,
      when:
        before === undefined
          ? isNew
          : {
              expression: "#revision = :before",
              names: { "#revision": "revision" },
              values: { ":before": before.revision },
            },
    },
    { put: { ...keys.mentionText(mention.brand, mention.id), text: text ?? "", ...ttlOf(textUntil) } },
  ];
}

/** The mention's first time aside: saved and counted together, or neither. False when it has been counted before. */
async function saveAndCount(table: Table, brand: BrandId, assessment: Assessment): Promise<boolean> {
  const { change, when } = stored(brand, assessment);
  const { done } = await table.transact([
    {
      update: keys.assessment(brand, assessment.mention),
      change: {
        ...change,
        expression: `${change.expression}, #counted = :counted`,
        names: { ...change.names, "#counted": "counted" },
        values: { ...change.values, ":counted": assessment.assessedAt },
      },
      when: { ...when, expression: `${when.expression} AND attribute_not_exists(#counted)` },
    },
    countWrite(brand, assessment),
  ]);
  return done;
}

async function save(table: Table, brand: BrandId, assessment: Assessment): Promise<boolean> {
  const { change, when } = stored(brand, assessment);
  return (await table.update(keys.assessment(brand, assessment.mention), change, when)) !== undefined;
}

/** An update, not a put: that the mention has been counted outlives every further wording. */
function stored(brand: BrandId, assessment: Assessment) {
  const names = { "#body": "body", "#revision": "revision" };
  const values = { ":body": assessment, ":revision": assessment.revision };
  const facts = "#body = :body, #revision = :revision";
  const when = { expression: "(attribute_not_exists(pk) OR #revision <= :revision)" };
  if (assessment.lane !== "aside")
    return { change: { expression: `SET ${facts} REMOVE queueKey, queueSort`, names, values }, when };
  const { queueKey, queueSort } = asidePlace(brand, assessment);
  return {
    change: {
      expression: `SET ${facts}, queueKey = :list, queueSort = :place`,
      names,
      values: { ...values, ":list": queueKey, ":place": queueSort },
    },
    when,
  };
}
