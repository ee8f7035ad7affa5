import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Configuration, Provider } from "oidc-provider";
import { html, page } from "./issuer-pages.ts";

/** Somebody who can be chosen on the login page. */
export type IssuerPerson = {
  readonly sub: string;
  readonly name: string;
  readonly groups: readonly string[];
};

export type IssuerOptions = {
  /** 0: any free port. */
  readonly port: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  /** Where the browser may go once it is logged out. @default the origins of the redirect addresses */
  readonly afterLogoutUris?: readonly string[];
  readonly people: readonly IssuerPerson[];
};

export type Issuer = { readonly url: string; close(): Promise<void> };

/**
 * An OpenID Connect provider for one machine: the real code flow with PKCE, state and nonce, and a login page on
 * which one chooses a person instead of typing a password. Listens on the loopback address only; its keys live as
 * long as the process.
 *
 * @throws with code EADDRINUSE when the port is taken
 */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(options.port, "127.0.0.1", done);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the issuer listens on no port");
  const url = `http://localhost:${address.port}`;
  const provider = await withoutAdvice(async () => {
    const { default: OidcProvider } = await import("oidc-provider");
    return new OidcProvider(url, configuration(options));
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    handle(provider, options, request, response, answer).catch(() => {
      response.statusCode = 500;
      response.end("The development issuer broke.");
    });
  });
  return {
    url,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * The library tells at import and at construction what a provider on the internet would need. Nothing of it concerns
 * a login on the loopback address; every other line passes.
 */
async function withoutAdvice<T>(work: () => Promise<T>): Promise<T> {
  const { info, warn } = console;
  const but =
    (tell: typeof info) =>
    (first: unknown, ...rest: unknown[]) => {
      if (!(typeof first === "string" && first.includes("oidc-provider "))) tell(first, ...rest);
    };
  Object.assign(console, { info: but(info), warn: but(warn) });
  try {
    return await work();
  } finally {
    Object.assign(console, { info, warn });
  }
}

function configuration(options: IssuerOptions): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const origins = options.redirectUris.map((uri) => `${new URL(uri).origin}/logged-out`);
  return {
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [...options.redirectUris],
        post_logout_redirect_uris: [...(options.afterLogoutUris ?? origins)],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "local", use: "sig", alg: "RS256" }] },
    cookies: { keys: [randomBytes(24).toString("base64url")] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], profile: ["name", "given_name", "groups"] },
    // The console reads the groups from the ID token, as a hosted provider puts them there.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          // The page's only button: leaving also forgets who was chosen.
          ctx.body = page("Log out", html`<p>Leave, so that somebody else can be chosen.</p>`, form, leave);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = page("Logged out", html`<p>Nobody is logged in.</p>`);
        },
      },
    },
    interactions: { url: (_ctx, interaction) => `/choose/${interaction.uid}` },
    findAccount: (_ctx, sub) => {
      const person = options.people.find((each) => each.sub === sub);
      if (person === undefined) return undefined;
      return {
        accountId: sub,
        claims: () => ({ sub, name: person.name, given_name: person.name, groups: [...person.groups] }),
      };
    },
    // Everybody has agreed already: a person on this machine is asked only who they are.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.session?.accountId ?? "",
        clientId: ctx.oidc.client?.clientId ?? "",
      });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    renderError: (ctx, out) => {
      ctx.type = "html";
      ctx.body = page("That did not work", html`<p>${out.error}: ${out.error_description ?? ""}</p>`);
    },
    ttl: { Session: 12 * 3600, Interaction: 3600, Grant: 12 * 3600, IdToken: 3600, AccessToken: 3600 },
  };
}

async function handle(
  provider: Provider,
  options: IssuerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const choosing = /^\/choose\/[\w-]+$/.test(pathname);
  const chosen = /^\/choose\/[\w-]+\/([\w.@-]+)$/.exec(pathname)?.[1];
  if (choosing && request.method === "GET") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.end(choicePage(pathname, options.people));
    return;
  }
  if (chosen !== undefined && request.method === "POST") {
    const person = options.people.find((each) => each.sub === chosen);
    await provider.interactionFinished(
      request,
      response,
      person === undefined
        ? { error: "access_denied", error_description: "There is no such person." }
        : { login: { accountId: person.sub } },
      { mergeWithLastSubmission: false },
    );
    return;
  }
  await answer(request, response);
}

/** The form comes from the provider, without a button; this one belongs to it. */
const leave = html`<button form="op.logoutForm" name="logout" value="yes">Log out</button>`;

const choicePage = (path: string, people: readonly IssuerPerson[]): string =>
  page(
    "Who are you?",
    html`<p>A development login: choose somebody. There are no passwords here, and nothing leaves this machine.</p>`,
    people
      .map(
        (person) =>
          html`<form method="post" action="${path}/${person.sub}"><button>Log in as ${person.name} (${person.groups.join(", ")})</button></form>`,
      )
      .join(""),
  );
