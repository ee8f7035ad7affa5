import * as z from "zod";
import { BrandId } from "../../shared/complaint/ids.ts";

/** What every function with pages finds in its environment. */
export const PagesEnv = {
  BRANDS: z
    .string()
    .transform((ids) => ids.split(",").map((id) => id.trim()))
    .pipe(z.array(BrandId).min(1)),
  CONSOLE_ORIGIN: z.url().transform((url) => new URL(url).origin),
  OIDC_LOGOUT_URL: z.union([z.literal(""), z.url()]).optional(),
};
