import * as client from "openid-client";
import * as z from "zod";
import type { Secrets } from "../../../shared/ports/secrets.ts";
import { NotConfigured, Unavailable } from "../../../shared/runtime/errors.ts";
import type { Identity, Login } from "./login.ts";

const ClientSecret = z.object({ clientSecret: z.string().min(1) });
const Groups = z.union([z.array(z.string()), z.string().transform((one) => [one])]);

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretName: string;
  /** The claim of the ID token that lists groups, such as `cognito:groups`. */
  readonly groupClaim: string;
  /** Where the console is reached. */
  readonly origin: string;
};

/** Code flow with PKCE, state and nonce. The provider's addresses and keys are read once and kept. */
export function oidcLogin(settings: OidcSettings, secrets: Secrets): Login {
  let known: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => {
    // A failed look is forgotten, so that the next person's login tries again.
    known ??= discover(settings, secrets).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    async begin() {
      const config = await configuration();
      const codeVerifier = client.randomPKCECodeVerifier();
      const state = client.randomState();
      const nonce = client.randomNonce();
      const to = client.buildAuthorizationUrl(config, {
        redirect_uri: `${settings.origin}/login/callback`,
        scope: "openid profile",
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
        state,
        nonce,
      });
      return { to, state, nonce, codeVerifier };
    },
    async finish(returned, begun) {
      const config = await configuration();
      try {
        const tokens = await client.authorizationCodeGrant(config, returned, {
          pkceCodeVerifier: begun.codeVerifier,
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        return claims === undefined ? undefined : identityOf(claims, settings.groupClaim);
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw new Unavailable("The identity provider did not answer", { cause: error });
      }
    },
  };
}

async function discover(settings: OidcSettings, secrets: Secrets): Promise<client.Configuration> {
  const secret = ClientSecret.safeParse(await secrets.read(settings.clientSecretName));
  if (!secret.success)
    throw new NotConfigured(
      `The secret "${settings.clientSecretName}" must hold {"clientSecret": "…"}, as the identity provider gave it.`,
    );
  const issuer = new URL(settings.issuer);
  try {
    return await client.discovery(issuer, settings.clientId, secret.data.clientSecret, undefined, {
      // Plain http is for an issuer on the same machine; the address says so, not the code.
      ...(issuer.protocol === "http:" ? { execute: [client.allowInsecureRequests] } : {}),
    });
  } catch (cause) {
    throw new Unavailable("The identity provider's settings could not be read", { cause });
  }
}

/** The provider's no, or an answer that does not fit what was begun. Everything else is trouble on the way. */
const isRefusal = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError ||
  error instanceof client.ResponseBodyError ||
  (error instanceof client.ClientError &&
    error.code !== "OAUTH_TIMEOUT" &&
    error.code !== "OAUTH_HTTP_REQUEST_FAILED");

function identityOf(claims: client.IDToken, groupClaim: string): Identity {
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const groups = Groups.safeParse(claims[groupClaim]);
  return {
    subject: claims.sub,
    name:
      text("given_name") ??
      text("name") ??
      text("preferred_username") ??
      text("cognito:username") ??
      claims.sub,
    groups: groups.success ? groups.data : [],
  };
}
