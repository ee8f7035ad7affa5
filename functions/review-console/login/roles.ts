import type { Role } from "../../../shared/complaint/agent-acts/act.ts";
import { BrandId } from "../../../shared/complaint/ids.ts";

const rolesFromMost: readonly Role[] = ["admin", "manager", "marketing", "agent"];
const BRAND_GROUP = "brand:";

/** The strongest role among the groups; undefined for a login that holds none. */
export const roleOf = (groups: readonly string[]): Role | undefined =>
  rolesFromMost.find((role) => groups.includes(role));

/** The brands that groups such as `brand:kenttakauppa` name; undefined when none is named, which means all. */
export function brandsOf(groups: readonly string[]): BrandId[] | undefined {
  const named = groups
    .filter((group) => group.startsWith(BRAND_GROUP))
    .map((group) => BrandId.safeParse(group.slice(BRAND_GROUP.length)))
    .flatMap((parsed) => (parsed.success ? [parsed.data] : []));
  const isNamed = groups.some((group) => group.startsWith(BRAND_GROUP));
  return isNamed ? named : undefined;
}

export const isManager = (role: Role): boolean => role === "manager" || role === "admin";
/** Who may judge what was handed up. Marketing may; what it gives stays within an agent's mandate. */
export const mayJudgeEscalations = (role: Role): boolean => role !== "agent";
