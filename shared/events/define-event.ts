import * as z from "zod";
import { BrandId, CaseId, Instant } from "../complaint/ids.ts";

/** The source of every event of this system on the bus. */
export const EVENT_SOURCE = "shopkeeper";

/**
 * What every event carries beside its facts. `id` is made from the name and the business key, so a step that runs
 * twice sends the same id twice. `causedBy` is the id of the event that led here.
 */
export const EventMeta = z.object({
  id: z.string().min(1),
  occurredAt: Instant,
  brand: BrandId,
  caseId: CaseId.optional(),
  causedBy: z.string().optional(),
});
export type EventMeta = z.infer<typeof EventMeta>;

/** An event ready to be put on the bus. */
export type DomainEvent = {
  readonly detailType: string;
  readonly detail: { readonly meta: EventMeta; readonly data: Readonly<Record<string, unknown>> };
};

/** The part of an EventBridge envelope that a receiver reads. */
export const Envelope = z.object({
  source: z.string(),
  "detail-type": z.string(),
  detail: z.unknown(),
});

/**
 * One contract gives the sender, the receiver and the rule, so they cannot disagree.
 * A published version is frozen: optional fields may be added, anything else is a new version.
 */
export function defineEvent<
  const Name extends string,
  const Version extends number,
  Shape extends z.ZodObject,
>(contract: { name: Name; version: Version; data: Shape }) {
  const detailType = `${contract.name}.v${contract.version}` as const;
  const detail = z.object({ meta: EventMeta, data: contract.data });
  return {
    ...contract,
    detailType,
    detail,
    /** What an EventBridge rule matches. Exact values only. */
    pattern: { source: [EVENT_SOURCE], detailType: [detailType] },
    /** @throws {z.ZodError} when the detail breaks the contract. */
    parse: (raw: unknown): z.infer<typeof detail> => detail.parse(raw),
    /**
     * @param key business key that makes the event's id: the same fact, the same id
     * @throws {z.ZodError} when the facts break the contract
     */
    make: (
      about: {
        brand: BrandId;
        caseId?: CaseId;
        occurredAt: string;
        causedBy?: string | undefined;
        key: string;
      },
      data: z.input<Shape>,
    ): DomainEvent => ({
      detailType,
      detail: {
        meta: EventMeta.parse({
          id: `${detailType}:${about.brand}:${about.key}`,
          occurredAt: about.occurredAt,
          brand: about.brand,
          ...(about.caseId === undefined ? {} : { caseId: about.caseId }),
          ...(about.causedBy === undefined ? {} : { causedBy: about.causedBy }),
        }),
        data: contract.data.parse(data),
      },
    }),
  };
}

/** A contract, whatever its facts. */
export type EventContract = {
  readonly name: string;
  readonly version: number;
  readonly detailType: string;
  readonly pattern: { readonly source: readonly string[]; readonly detailType: readonly string[] };
  readonly detail: z.ZodType;
};
