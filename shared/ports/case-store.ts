import type { Budgets } from "../complaint/budget.ts";
import type { Case, Desk } from "../complaint/case.ts";
import type { CaseChange, CaseFile, SaveOutcome, Wake } from "../complaint/case-file.ts";
import type { Grant } from "../complaint/grant.ts";
import type {
  AgentId,
  AuthorId,
  BrandId,
  CaseId,
  Channel,
  CustomerId,
  Instant,
  MentionId,
} from "../complaint/ids.ts";
import type { CarePromise, StoreNote, StoreOrder } from "../complaint/promise.ts";

/** One person in one thread is one matter; without an author each top-level comment is its own. */
export type ThreadKey = {
  readonly brand: BrandId;
  readonly channel: Channel;
  readonly rootId: MentionId;
  /** The author, or the mention itself where the platform gives none. */
  readonly person: AuthorId | MentionId;
};

/** Cases, each saved whole with everything that hangs on it. */
export type CaseStore = {
  caseIdOf(thread: ThreadKey): Promise<CaseId | undefined>;
  /**
   * Opens a case and points the thread at it. `exists` when the case is already there; `thread-taken` when another
   * case has been opened for this person in this thread since `replaces` (or nothing) was read.
   */
  open(
    opened: Case,
    thread: ThreadKey,
    wake: Wake,
    replaces?: CaseId,
  ): Promise<"opened" | "exists" | "thread-taken">;
  load(brand: BrandId, id: CaseId): Promise<CaseFile | undefined>;
  save(change: CaseChange): Promise<SaveOutcome>;
  /** Cases of one linked customer, on any channel: linked, never merged. */
  casesOfCustomer(
    brand: BrandId,
    customer: CustomerId,
  ): Promise<readonly { caseId: CaseId; openedAt: Instant }[]>;
  /** The newest case whose private conversation this person is in. */
  caseOfParticipant(brand: BrandId, person: AuthorId): Promise<CaseId | undefined>;
  /** All of them, oldest first: an invited message may belong to an earlier one. */
  casesOfParticipant(brand: BrandId, person: AuthorId): Promise<readonly CaseId[]>;
};

/** What the pages list. One query a page. */
export type WorkLists = {
  cases(brand: BrandId, desk: Desk, page?: string): Promise<{ cases: readonly Case[]; next?: string }>;
  payouts(brand: BrandId, page?: string): Promise<{ grants: readonly Grant[]; next?: string }>;
  promises(brand: BrandId, page?: string): Promise<{ promises: readonly CarePromise[]; next?: string }>;
  /** What places are to give out, in order of its last day. */
  orders(brand: BrandId, page?: string): Promise<{ orders: readonly StoreOrder[]; next?: string }>;
  /** What stores have yet to read of a no that became a yes, oldest first. */
  notes(brand: BrandId, page?: string): Promise<{ notes: readonly StoreNote[]; next?: string }>;
  /** What is committed already, for deciding. Approval checks the limits again, in its transaction. */
  budgets(
    brand: BrandId,
    about: { customer: string; agent?: AgentId; day: string; month: string; year: string },
  ): Promise<Budgets>;
};
