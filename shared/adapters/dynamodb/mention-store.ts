import * as z from "zod";
import { Assessment } from "../../complaint/assessment.ts";
import type { Wake } from "../../complaint/case-file.ts";
import { Instant, MentionId } from "../../complaint/ids.ts";
import { Mention } from "../../complaint/mention.ts";
import type { MentionStore } from "../../ports/mention-store.ts";
import { keys, queueAttributes, wakeAttributes } from "./keys.ts";
import { isNew, type Row, type Table, type Write } from "./table.ts";

const PAGE = 50;
const Stored = z.object({ body: Mention });
const StoredText = z.object({ text: z.string() });

/** Mentions in the care table: the facts, the text and the assessment are three items, so that the text can expire alone. */
export function mentionStore(table: Table): MentionStore {
  const read = async (brand: Mention["brand"], id: MentionId): Promise<Mention | undefined> => {
    const row = await table.get(keys.mention(brand, id));
    return row === undefined ? undefined : Stored.parse(row).body;
  };
  return {
    async put(mention, wake) {
      // A second look only when another writer came between; a third would mean a storm of edits, and the poll comes again.
      for (let attempt = 0; attempt < 3; attempt++) {
        const before = await read(mention.brand, mention.id);
        if (before !== undefined && (before.removedAt !== undefined || before.revision >= mention.revision))
          return "known";
        const { done } = await table.transact(wording(mention, before, wake));
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
      ]);
      return done;
    },
    async saveAssessment(brand, assessment) {
      const saved = await table.put(assessmentRow(brand, assessment), {
        expression: "attribute_not_exists(pk) OR #revision <= :revision",
        names: { "#revision": "revision" },
        values: { ":revision": assessment.revision },
      });
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
    async listAside(brand, page) {
      const { rows, next } = await table.page({
        index: "queue",
        key: { expression: "queueKey = :list", values: { ":list": `${brand}#aside` } },
        limit: PAGE,
        backwards: true,
        from: page,
      });
      const entries = rows.map((row) => z.object({ body: Assessment }).parse(row).body);
      return {
        entries: entries.map((entry) => ({
          mention: entry.mention,
          reason: entry.asideReason ?? "chatter",
          at: entry.assessedAt,
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

function wording(mention: Mention, before: Mention | undefined, wake: Wake | undefined): readonly Write[] {
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
    { put: { ...keys.mentionText(mention.brand, mention.id), text: text ?? "" } },
  ];
}

function assessmentRow(brand: Mention["brand"], assessment: Assessment): Row {
  return {
    ...keys.assessment(brand, assessment.mention),
    body: assessment,
    revision: assessment.revision,
    ...(assessment.lane === "aside"
      ? queueAttributes(
          brand,
          "aside",
          `${Instant.parse(assessment.assessedAt)}#${MentionId.parse(assessment.mention)}`,
        )
      : {}),
  };
}
