import * as z from "zod";
import type { GraphClient } from "../../../shared/adapters/facebook/graph-client.ts";
import { type Finding, ill, well } from "./finding.ts";

const DebugToken = z.object({
  data: z.object({
    is_valid: z.boolean(),
    type: z.string().optional(),
    profile_id: z.string().optional(),
    expires_at: z.int().optional(),
    data_access_expires_at: z.int().optional(),
    scopes: z.array(z.string()).default([]),
    error: z
      .object({ code: z.int().optional(), subcode: z.int().optional(), message: z.string().optional() })
      .optional(),
  }),
});

/** What each permission is for, so that its lack is told by what does not work. */
const NEEDED: Readonly<Record<string, string>> = {
  pages_read_engagement: "the page's own posts cannot be read",
  pages_read_user_content: "comments and visitors' posts cannot be read, or come without their writer",
  pages_manage_engagement: "replies cannot be posted",
  pages_messaging: "private messages can neither be read nor sent",
};
const SOON_DAYS = 14;
const NEW_TOKEN =
  "Log in at developers.facebook.com with a person who has the tasks MODERATE and MESSAGING on the page, make a long-lived Page token and put it into the secret (docs/operations.md, Tokens).";

/**
 * Asks Facebook what a Page token is good for.
 *
 * @param pageId the brand file's page
 * @param now milliseconds since 1970
 */
export async function checkFacebookToken(
  graph: Pick<GraphClient, "get">,
  token: string,
  pageId: string,
  now: number,
): Promise<readonly Finding[]> {
  const answer = await graph.get("debug_token", { input_token: token });
  if (!answer.ok)
    return [
      answer.failure.kind === "token"
        ? ill("Facebook token", `refused (code ${answer.failure.code})`, NEW_TOKEN)
        : ill(
            "Facebook token",
            `could not be looked at (${answer.failure.kind})`,
            "Try again in a few minutes.",
          ),
    ];
  const read = DebugToken.safeParse(answer.body);
  if (!read.success)
    return [
      ill(
        "Facebook token",
        "Facebook's answer cannot be read",
        "Compare debug_token with its documentation.",
      ),
    ];
  const { is_valid, error, type, profile_id, scopes, expires_at, data_access_expires_at } = read.data.data;
  if (!is_valid)
    return [
      ill(
        "Facebook token",
        `not valid: ${error?.message ?? "no reason given"} (${error?.subcode ?? "no subcode"})`,
        NEW_TOKEN,
      ),
    ];
  return [
    well("Facebook token", "valid"),
    type === "PAGE" && profile_id === pageId
      ? well("Facebook page", `the token is for page ${pageId}`)
      : ill(
          "Facebook page",
          `the token is a ${type ?? "?"} token for ${profile_id ?? "nobody named"}, not for page ${pageId}`,
          NEW_TOKEN,
        ),
    ...Object.entries(NEEDED).map(([permission, lack]) =>
      scopes.includes(permission)
        ? well(`Facebook permission ${permission}`, "given")
        : ill(
            `Facebook permission ${permission}`,
            `missing: ${lack}`,
            `Ask for ${permission} in the app's review, then make a new Page token. ${NEW_TOKEN}`,
          ),
    ),
    expiry("Facebook token", expires_at, now),
    expiry("Facebook data access", data_access_expires_at, now),
  ];
}

/** @param at seconds since 1970; 0 or absent: never */
function expiry(what: string, at: number | undefined, now: number): Finding {
  if (at === undefined || at === 0)
    return well(`${what} expiry`, "never, unless the person's rights or password change");
  const days = Math.floor((at * 1000 - now) / 86_400_000);
  const until = new Date(at * 1000).toISOString().slice(0, 10);
  return days >= SOON_DAYS
    ? well(`${what} expiry`, `${until}, in ${days} days`)
    : ill(`${what} expiry`, `${until}, in ${days} days`, NEW_TOKEN);
}
