import type { PlaybookVersions } from "../../../shared/ports/playbook-versions.ts";
import type { Ports } from "../ports.ts";

/** What the playbook's pages need from the world: no case, no customer, nothing to send. */
export type PlaybookPorts = Pick<Ports, "sessions" | "clock" | "brandIds" | "origin" | "logoutUrl"> & {
  readonly brands: Pick<Ports["brands"], "active">;
  readonly versions: PlaybookVersions;
};
