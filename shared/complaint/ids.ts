import * as z from "zod";

/** The two places where people write to a brand. */
export const Channel = z.enum(["facebook", "x"]);
export type Channel = z.infer<typeof Channel>;

/** Whose page it is. Lower case, used in keys and addresses. */
export const BrandId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/)
  .brand("BrandId");
export type BrandId = z.infer<typeof BrandId>;

/** `facebook:<part after the last _>` or `x:<first id of the edit history>`: the same post always has the same id. */
export const MentionId = z
  .string()
  .regex(/^(facebook|x):[A-Za-z0-9_-]+$/)
  .brand("MentionId");
export type MentionId = z.infer<typeof MentionId>;

/** The account that wrote: `facebook:<id>` or `x:<id>`. */
export const AuthorId = z
  .string()
  .regex(/^(facebook|x):[A-Za-z0-9_-]+$/)
  .brand("AuthorId");
export type AuthorId = z.infer<typeof AuthorId>;

/** A private message: `facebook:<mid>` or `x:<event id>`. */
export const MessageId = z
  .string()
  .regex(/^(facebook|x):[A-Za-z0-9_.$-]+$/)
  .brand("MessageId");
export type MessageId = z.infer<typeof MessageId>;

/** `case-<channel>-<id of the first mention>`: detecting the same mention twice finds the same case. */
export const CaseId = z
  .string()
  .regex(/^case-(facebook|x)-[A-Za-z0-9_-]+$/)
  .brand("CaseId");
export type CaseId = z.infer<typeof CaseId>;

/** `<case>.<draft version>`: the approval of exactly that version. One delivery pair and at most one grant hang on it. */
export const ApprovalId = z
  .string()
  .regex(/^case-[a-z]+-[A-Za-z0-9_-]+\.\d+$/)
  .brand("ApprovalId");
export type ApprovalId = z.infer<typeof ApprovalId>;

/** `<approval>.public` or `<approval>.private`. */
export const DeliveryId = z
  .string()
  .regex(/^case-[a-z]+-[A-Za-z0-9_-]+\.\d+\.(public|private)$/)
  .brand("DeliveryId");
export type DeliveryId = z.infer<typeof DeliveryId>;

/** `<approval>.grant`: a remedy that is owed once. */
export const GrantId = z
  .string()
  .regex(/^case-[a-z]+-[A-Za-z0-9_-]+\.\d+\.grant$/)
  .brand("GrantId");
export type GrantId = z.infer<typeof GrantId>;

/** `incident-<moment it was opened>-<a few signs>`: in order of their opening. */
export const IncidentId = z
  .string()
  .regex(/^incident-\d{14}-[a-z0-9]{4,8}$/)
  .brand("IncidentId");
export type IncidentId = z.infer<typeof IncidentId>;

/** Someone in the purchase history. */
export const CustomerId = z.string().min(1).max(80).brand("CustomerId");
export type CustomerId = z.infer<typeof CustomerId>;

/** The person who answers: the `sub` of the login. */
export const AgentId = z.string().min(1).max(120).brand("AgentId");
export type AgentId = z.infer<typeof AgentId>;

/** A moment, ISO 8601 in UTC with `Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

export const Lang = z.enum(["en", "fi", "sv"]);
/** The languages that are read and written. */
export type Lang = z.infer<typeof Lang>;

export const mentionId = (channel: Channel, platformId: string): MentionId =>
  MentionId.parse(`${channel}:${platformId}`);
export const authorId = (channel: Channel, platformId: string): AuthorId =>
  AuthorId.parse(`${channel}:${platformId}`);
export const messageId = (channel: Channel, platformId: string): MessageId =>
  MessageId.parse(`${channel}:${platformId}`);
export const caseIdOf = (first: MentionId): CaseId => CaseId.parse(`case-${first.replace(":", "-")}`);
export const approvalIdOf = (caseId: CaseId, draftVersion: number): ApprovalId =>
  ApprovalId.parse(`${caseId}.${draftVersion}`);
export const deliveryIdOf = (approval: ApprovalId, side: "public" | "private"): DeliveryId =>
  DeliveryId.parse(`${approval}.${side}`);
export const grantIdOf = (approval: ApprovalId): GrantId => GrantId.parse(`${approval}.grant`);
/** @param signs four to eight small letters or digits, by chance: two people may open one in the same second */
export const incidentIdOf = (openedAt: Instant, signs: string): IncidentId =>
  IncidentId.parse(`incident-${openedAt.replace(/\D/g, "").slice(0, 14)}-${signs}`);
/** The platform's own id inside a mention, author or message id. */
export const platformIdOf = (id: MentionId | AuthorId | MessageId): string => id.slice(id.indexOf(":") + 1);
export const channelOf = (id: MentionId | AuthorId | MessageId): Channel =>
  Channel.parse(id.slice(0, id.indexOf(":")));
export const channelOfCase = (id: CaseId): Channel => Channel.parse(id.split("-")[1]);
export const approvalOfDelivery = (id: DeliveryId): ApprovalId =>
  ApprovalId.parse(id.replace(/\.(public|private)$/, ""));
