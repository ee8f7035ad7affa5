import type { CaseFile } from "../case-file.ts";
import type { Instant } from "../ids.ts";

/** Read from what happened, not from the one field that says who must act: other troubles come and go in it. */
export const hasWrittenSince = (file: CaseFile, approvedAt: Instant): boolean =>
  file.case.trouble === "person-answered" ||
  file.audit.some((entry) => entry.did === "joined" && entry.at > approvedAt);
