import type { Lang } from "../../../../shared/complaint/ids.ts";
import type { Situation } from "../../../../shared/complaint/playbook.ts";
import type { Messages } from "../../messages/messages.ts";
import { en } from "./en.ts";
import { fi } from "./fi.ts";
import { sv } from "./sv.ts";

type Say = (words: string) => string;
type Count = (n: number) => string;

/** Every word of the playbook's pages, in one language. */
export type PlaybookWords = {
  heading: Say;
  lead: string;
  version: Count;
  published: (when: string, by: string) => string;
  publishedBy: Say;
  notRecorded: string;
  isActive: string;
  toVersions: string;
  toChange: string;
  toActive: string;
  download: string;
  via: Record<"file" | "page", string>;
  again: Count;
  limits: Record<
    | "heading"
    | "lead"
    | "perCase"
    | "perCustomerYear"
    | "perDay"
    | "month"
    | "share"
    | "factor"
    | "least"
    | "believe"
    | "believeTimes",
    string
  > & { roles: Record<"agent" | "manager", string>; times: Say; aYear: Count; gaps: Say };
  situations: Record<
    "heading" | "lead" | "owed" | "floor" | "goodwill" | "feeling" | "ask" | "none" | "nothingMore" | "loss",
    string
  > & { losses: Record<Situation["loss"], string> };
  versions: Record<"heading" | "lead" | "older" | "unreadable", string>;
  changes: Record<"heading" | "none" | "first" | "unreadable", string> & { since: Count };
  change: Record<
    | "heading"
    | "lead"
    | "file"
    | "text"
    | "check"
    | "wouldChange"
    | "saysTheSame"
    | "account"
    | "publish"
    | "publishHint"
    | "edit"
    | "makeActive"
    | "makeActiveHint"
    | "notYours"
    | "wrong"
    | "nothing"
    | "not-utf8"
    | "too-large"
    | "meanwhile"
    | "notThat"
    | "noVersion",
    string
  > & { line: (line: number, column: number) => string; bringsBack: Count; most: Count };
  errors: Record<"title" | "tooLarge" | "again", string>;
};

const words: Record<Lang, PlaybookWords> = { en, fi, sv };
export const playbookWords = ({ lang }: Pick<Messages, "lang">): PlaybookWords => words[lang];
