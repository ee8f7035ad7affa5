import * as z from "zod";
import { type Answer, parsed, type SimRequest } from "../server.ts";
import { ACCESS_TOKEN_SECONDS, refresh } from "./auth.ts";
import type { XStore } from "./store.ts";

const Grant = z.object({
  grant_type: z.literal("refresh_token"),
  refresh_token: z.string(),
  client_id: z.string().optional(),
});

const refused = (error: string, error_description: string, status = 400): Answer => ({
  status,
  body: { error, error_description },
});

/** POST /2/oauth2/token : the refresh grant, as a form or as JSON. Confidential clients send Basic auth. */
export function refreshGrant(
  request: SimRequest,
  store: XStore,
  client: { id: string; secret?: string | undefined } | undefined,
): Answer {
  if (request.method !== "POST") return refused("invalid_request", "Only POST is allowed.");
  const body = Grant.safeParse(parsed(request));
  if (!body.success) return refused("invalid_request", "Missing or invalid parameter.");
  if (client !== undefined) {
    const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    const given = basic === undefined ? undefined : Buffer.from(basic, "base64").toString("utf8");
    const isKnown =
      client.secret === undefined
        ? body.data.client_id === client.id
        : given === `${client.id}:${client.secret}`;
    if (!isKnown) return refused("unauthorized_client", "Missing valid authorization header", 401);
  }
  const pair = refresh(store.state, body.data.refresh_token, store.nowMs());
  store.touched();
  if (pair === undefined) return refused("invalid_request", "Value passed for the token was invalid.");
  return {
    status: 200,
    body: {
      token_type: "bearer",
      expires_in: ACCESS_TOKEN_SECONDS,
      access_token: pair.accessToken,
      refresh_token: pair.refreshToken,
      scope: "tweet.read tweet.write users.read dm.read dm.write offline.access",
    },
  };
}
