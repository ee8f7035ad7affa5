import type { Wake } from "../complaint/case-file.ts";
import type { BrandId, IncidentId } from "../complaint/ids.ts";
import type { Incident, IncidentMember } from "../complaint/incident.ts";

/** Collective failures of a brand, and the list of cases that fall under each. */
export type IncidentStore = {
  /** Those that are open, oldest first. */
  open(brand: BrandId): Promise<readonly Incident[]>;
  get(brand: BrandId, id: IncidentId): Promise<Incident | undefined>;
  /** Those that are over, latest first. */
  closed(brand: BrandId): Promise<readonly Incident[]>;
  /** False where one with this id is there. */
  add(incident: Incident, wake: Wake | undefined): Promise<boolean>;
  /**
   * Saves the next version. False where somebody saved another in between.
   *
   * @param wake tells again, should nobody go on with its tasks; without it nothing is left to do
   */
  save(next: Incident, wake: Wake | undefined): Promise<boolean>;
  /** One page of its cases, in the order of their ids. */
  members(
    brand: BrandId,
    id: IncidentId,
    page?: string,
  ): Promise<{ members: readonly IncidentMember[]; next?: string }>;
  /** All of them. For the sum of what is to be set, reckoned once by a person who waits for it. */
  allMembers(brand: BrandId, id: IncidentId): Promise<readonly IncidentMember[]>;
};
