import { asideList } from "./aside-list.ts";
import { brandStore } from "./brand-store.ts";
import { caseStore } from "./case-store.ts";
import { allowanceStore, cursorStore, messageStore } from "./collecting-stores.ts";
import { correctionStore } from "./correction-store.ts";
import { dueStore } from "./due-store.ts";
import { incidentStore } from "./incident-store.ts";
import { mentionStore } from "./mention-store.ts";
import { orderLinks } from "./order-links.ts";
import { playbookVersions } from "./playbook-versions.ts";
import { recentReplies } from "./recent-replies.ts";
import { sessionStore } from "./session-store.ts";
import { dynamoTable } from "./table.ts";
import { tokenBudget } from "./token-budget.ts";
import { workLists } from "./work-lists.ts";

/** Every store of the care table. @param tableName the table's name in the account */
export function careStores(tableName: string) {
  const table = dynamoTable(tableName);
  return {
    mentions: mentionStore(table),
    asides: asideList(table),
    corrections: correctionStore(table),
    cases: caseStore(table),
    lists: workLists(table),
    brands: brandStore(table),
    versions: playbookVersions(table),
    cursors: cursorStore(table),
    allowances: allowanceStore(table),
    messages: messageStore(table),
    orderLinks: orderLinks(table),
    incidents: incidentStore(table),
    due: dueStore(table),
    replies: recentReplies(table),
    tokens: tokenBudget(table),
    sessions: sessionStore(table),
  };
}
export type CareStores = ReturnType<typeof careStores>;
