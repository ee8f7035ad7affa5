import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Draft, Finding } from "../../shared/complaint/draft.ts";
import type { BrandId, Instant } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import type { AsideList } from "../../shared/ports/aside-list.ts";
import type { BrandStore, RecentReplies } from "../../shared/ports/brand-store.ts";
import type { CaseStore, WorkLists } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { MessageStore } from "../../shared/ports/collecting.ts";
import type { CorrectionStore } from "../../shared/ports/correction-store.ts";
import type { EventBus } from "../../shared/ports/event-bus.ts";
import type { IncidentStore } from "../../shared/ports/incident-store.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import type { OrderLinks } from "../../shared/ports/order-links.ts";
import type { CustomerRecords, PurchaseHistory } from "../../shared/ports/purchase-history.ts";
import type { SessionStore } from "../../shared/ports/session-store.ts";
import type { Login } from "./login/login.ts";

/** What the voice lint reads beside the words. */
export type LintFacts = {
  readonly file: CaseFile;
  readonly playbook: Playbook;
  /** The text that is answered, and what else the writer wrote in public. */
  readonly written: readonly string[];
  /** The brand's public replies of the last weeks, this case's own among them. */
  readonly recent: readonly string[];
  readonly timeZone: string;
  readonly now: Instant;
};

/** Says what is wrong with the words of a draft. */
export type Lint = (draft: Omit<Draft, "findings" | "hash">, facts: LintFacts) => readonly Finding[];

/** What the console needs from the world. */
export type Ports = {
  readonly cases: CaseStore;
  readonly lists: WorkLists;
  readonly mentions: MentionStore;
  readonly incidents: IncidentStore;
  readonly asides: AsideList;
  readonly corrections: CorrectionStore;
  readonly messages: Pick<MessageStore, "get">;
  readonly orderLinks: OrderLinks;
  readonly brands: BrandStore;
  readonly replies: Pick<RecentReplies, "recent">;
  readonly customers: Pick<PurchaseHistory, "customer"> & Pick<CustomerRecords, "confirmLink" | "undoLink">;
  readonly sessions: SessionStore;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly login: Login;
  readonly lint: Lint;
  /** The brands of this stack. */
  readonly brandIds: readonly BrandId[];
  /** Where the console is reached, such as `https://care.example`. */
  readonly origin: string;
  /** The identity provider's own log-out page, where there is one. */
  readonly logoutUrl?: string | undefined;
};
