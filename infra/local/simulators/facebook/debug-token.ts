import type { Answer } from "../server.ts";
import { type Call, textOf, type UserToken } from "./call.ts";
import { badParameter, tokenReason } from "./errors.ts";

const SCOPES = [
  "pages_show_list",
  "pages_messaging",
  "pages_read_engagement",
  "pages_manage_metadata",
  "pages_read_user_content",
  "pages_manage_engagement",
];
const DATA_ACCESS_DAYS = 90;

/** GET /debug_token : what a token is good for; a dead one is a 200 with `is_valid: false`. */
export function debugToken(call: Call, with_: { userTokens: readonly UserToken[]; appId: string }): Answer {
  const token = textOf(call.params, "input_token");
  if (token === undefined) return badParameter("You must provide an input token");
  const { store } = call;
  const page = store.pages.find(({ pageToken }) => pageToken === token);
  const user = with_.userTokens.find((one) => one.token === token);
  const dead = store.state.deadTokens[token];
  if (page === undefined && user === undefined)
    return answered({
      is_valid: false,
      scopes: [],
      error: { code: 190, message: "Invalid OAuth access token." },
    });
  const base = {
    app_id: with_.appId,
    type: page === undefined ? "USER" : "PAGE",
    application: "Shopkeeper",
    // Page tokens from a long-lived user token do not expire; 0 says so.
    expires_at: 0,
    data_access_expires_at: Math.floor(store.nowMs() / 1000) + DATA_ACCESS_DAYS * 86_400,
    scopes: SCOPES,
    ...(page === undefined
      ? { user_id: user?.userId }
      : {
          profile_id: page.pageId,
          granular_scopes: SCOPES.map((scope) => ({ scope, target_ids: [page.pageId] })),
        }),
  };
  if (dead === undefined) return answered({ ...base, is_valid: true });
  const error = { code: 190, message: `Error validating access token: ${tokenReason(dead)}`, subcode: dead };
  return answered({ ...base, is_valid: false, error });
}

const answered = (data: unknown): Answer => ({ status: 200, body: { data } });
