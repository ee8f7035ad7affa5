import type { SignedIn } from "../../../shared/ports/session-store.ts";

/** What the identity provider said of a person. */
export type Identity = {
  readonly subject: string;
  readonly name: string;
  readonly groups: readonly string[];
};

/** The identity provider, by OpenID Connect's code flow. */
export type Login = {
  /** Where to send the browser, and what its return must match. */
  begin(): Promise<{
    readonly to: URL;
    readonly state: string;
    readonly nonce: string;
    readonly codeVerifier: string;
  }>;
  /** Undefined when the answer does not match, has been used, or is not for us. @throws {Unavailable} when the provider cannot be reached */
  finish(
    returned: URL,
    begun: { readonly state: string; readonly nonce: string; readonly codeVerifier: string },
  ): Promise<Identity | undefined>;
};

/** The person of this request. */
export type Person = SignedIn;
