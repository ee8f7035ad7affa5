import type { CaseView } from "./case-view.ts";
import type { Messages } from "./messages/messages.ts";

/** A colleague's first name from the roster or from what they signed; "a colleague" where neither knows. */
export function nameOf(id: string, view: Pick<CaseView, "shifts" | "file">, m: Messages): string {
  if (id === "shopkeeper" || id === "composer") return m.appName;
  const shift = view.shifts.find((each) => each.agent === id || each.followedBy === id);
  if (shift) return shift.agent === id ? shift.name : (shift.followedByName ?? m.others.colleague);
  return view.file.drafts.find((draft) => draft.signer.id === id)?.signer.name ?? m.others.colleague;
}
