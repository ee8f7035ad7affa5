import { createHash } from "node:crypto";
import type { Draft } from "../complaint/draft.ts";

/** SHA-256 over what goes out: both texts, both recipients and the remedy. An approval names exactly this. */
export function draftHash(draft: Pick<Draft, "public" | "private" | "remedy">): string {
  const said = [
    draft.public.text,
    draft.public.replyTo,
    draft.private?.text ?? null,
    draft.private?.to ?? null,
    draft.remedy ?? null,
  ];
  return createHash("sha256").update(stable(said)).digest("hex");
}

/** JSON with sorted keys, so that storing and reading back does not change the hash. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
