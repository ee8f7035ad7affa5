import { type Session, Session as SessionSchema, type SessionStore } from "../../ports/session-store.ts";
import { ttlOf } from "./keys.ts";
import type { Row, Table } from "./table.ts";

const keyOf = (key: string) => ({ pk: `session#${key}`, sk: "session" });

/** Sessions in the care table. The table forgets them some time after they end; reading never gives an ended one. */
export function sessionStore(table: Table): SessionStore {
  const read = (row: Row | undefined, now: string): Session | undefined => {
    if (row === undefined) return undefined;
    const session = SessionSchema.parse(row["body"]);
    return session.expiresAt > now ? session : undefined;
  };
  return {
    async put(key, session) {
      await table.put({
        ...keyOf(key),
        body: session,
        ...ttlOf(session.expiresAt),
      });
    },
    async get(key, now) {
      return read(await table.get(keyOf(key)), now);
    },
    async take(key, now) {
      const row = await table.get(keyOf(key));
      if (row === undefined) return undefined;
      // Two answers with the same state: only the one that deletes the item goes on.
      const { done } = await table.transact([
        { delete: keyOf(key), when: { expression: "attribute_exists(pk)" } },
      ]);
      return done ? read(row, now) : undefined;
    },
    async delete(key) {
      await table.transact([{ delete: keyOf(key) }]);
    },
  };
}
