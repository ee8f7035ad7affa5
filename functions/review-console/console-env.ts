import type { BrandId } from "../../shared/complaint/ids.ts";
import type { PublishedBrand } from "../../shared/ports/brand-store.ts";
import type { Person } from "./login/login.ts";
import type { Messages } from "./messages/messages.ts";

/** What every page knows: who looks, in which language, at which brand. */
export type ConsoleEnv = {
  Variables: {
    person: Person;
    messages: Messages;
    /** The brand that the person looks at. */
    brand: BrandId;
    /** The brands that the person may answer for. */
    brands: readonly BrandId[];
    published: PublishedBrand;
  };
};
