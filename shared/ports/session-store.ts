import * as z from "zod";
import { AgentId, BrandId, Instant } from "../complaint/ids.ts";

/** Who is logged in, and what for. `brands` absent: all. */
export const SignedIn = z.object({
  kind: z.literal("signed-in"),
  agent: AgentId,
  name: z.string().min(1),
  role: z.enum(["agent", "marketing", "manager", "admin"]),
  brands: z.array(BrandId).optional(),
  expiresAt: Instant,
});
export type SignedIn = z.infer<typeof SignedIn>;

/** A login that has been begun: what its answer must match, used once. */
export const LoginBegun = z.object({
  kind: z.literal("login-begun"),
  state: z.string().min(1),
  nonce: z.string().min(1),
  codeVerifier: z.string().min(1),
  /** A path on this console. */
  returnTo: z.string().startsWith("/"),
  expiresAt: Instant,
});
export type LoginBegun = z.infer<typeof LoginBegun>;

export const Session = z.discriminatedUnion("kind", [SignedIn, LoginBegun]);
export type Session = z.infer<typeof Session>;

/** Sessions by a key that is itself no secret: the hash of what the browser holds. */
export type SessionStore = {
  put(key: string, session: Session): Promise<void>;
  /** Undefined when there is none, or it has expired by `now`. */
  get(key: string, now: Instant): Promise<Session | undefined>;
  /** Gives it back and ends it, so that it can be used once. */
  take(key: string, now: Instant): Promise<Session | undefined>;
  delete(key: string): Promise<void>;
};
