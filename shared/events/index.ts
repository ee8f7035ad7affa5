import { AuthorMatched } from "./author-matched.ts";
import { CaseAssessed } from "./case-assessed.ts";
import { CaseClosed } from "./case-closed.ts";
import type { EventContract } from "./define-event.ts";
import { DeliveryDue } from "./delivery-due.ts";
import { DeliveryMoved } from "./delivery-moved.ts";
import { DraftWritten } from "./draft-written.ts";
import { GrantMoved } from "./grant-moved.ts";
import { IncidentChanged } from "./incident-changed.ts";
import { MatchExpired } from "./match-expired.ts";
import { MentionCollected } from "./mention-collected.ts";
import { MentionRemoved } from "./mention-removed.ts";
import { MentionSetAside } from "./mention-set-aside.ts";
import { MessageReceived } from "./message-received.ts";
import { OrderFellDue } from "./order-fell-due.ts";
import { OwnReplySeen } from "./own-reply-seen.ts";
import { PromiseFellDue } from "./promise-fell-due.ts";
import { PurchaseRecorded } from "./purchase-recorded.ts";
import { RemedyDecided } from "./remedy-decided.ts";
import { ReplyApproved } from "./reply-approved.ts";
import { ReplyWithdrawn } from "./reply-withdrawn.ts";

/** Every event of the story, in the order in which a complaint meets them. */
export const catalogue = {
  MentionCollected,
  MentionRemoved,
  MentionSetAside,
  OwnReplySeen,
  MessageReceived,
  CaseAssessed,
  AuthorMatched,
  RemedyDecided,
  IncidentChanged,
  DraftWritten,
  ReplyApproved,
  ReplyWithdrawn,
  DeliveryMoved,
  DeliveryDue,
  GrantMoved,
  PromiseFellDue,
  OrderFellDue,
  CaseClosed,
  MatchExpired,
  PurchaseRecorded,
} as const satisfies Record<string, EventContract>;
