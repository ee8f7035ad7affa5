import * as z from "zod";
import type { XClient } from "../../../shared/adapters/x/x-client.ts";
import type { XFailure } from "../../../shared/adapters/x/x-failure.ts";
import { type Finding, ill, well } from "./finding.ts";

const User = z.object({ data: z.object({ id: z.string(), username: z.string() }) });
const NEW_KEYS =
  "Make new keys in the X developer portal while logged in as the brand's account, with the right to read, write and direct messages, and put them into the secret (docs/operations.md, Tokens).";

/** Asks X who the keys belong to, once as the account and once as the app. */
export async function checkXKeys(
  client: Pick<XClient, "read" | "readAsUser">,
  account: { readonly userId: string; readonly handle: string },
): Promise<readonly Finding[]> {
  const [me, byName] = [
    await client.readAsUser("users/me", {}, {}, "own"),
    await client.read("users/by/username/:username", { username: account.handle }, {}, "lookup"),
  ];
  return [
    me.ok ? whose("X account keys", me.body, account) : refused("X account keys", me.failure),
    byName.ok ? whose("X app token", byName.body, account) : refused("X app token", byName.failure),
  ];
}

function whose(
  what: string,
  body: unknown,
  account: { readonly userId: string; readonly handle: string },
): Finding {
  const read = User.safeParse(body);
  if (!read.success)
    return ill(
      what,
      `X knows no account @${account.handle}`,
      "Correct account.channels.x.handle in the brand file.",
    );
  const { id, username } = read.data.data;
  return id === account.userId
    ? well(what, `valid for @${username} (${id})`)
    : ill(
        what,
        `they name @${username} (${id}), the brand file says ${account.userId}`,
        `Correct account.channels.x in the brand file, or: ${NEW_KEYS}`,
      );
}

const refused = (what: string, failure: XFailure): Finding => {
  switch (failure.kind) {
    case "token":
      return ill(what, "refused", NEW_KEYS);
    case "credits":
      return ill(
        what,
        "the app has no credits left",
        "Buy credits in the X developer portal, or wait for the cap's reset.",
      );
    case "throttled":
    case "closed":
      return ill(what, "X asks for quiet", "Look again in a quarter of an hour.");
    default:
      return ill(what, `could not be looked at (${failure.kind})`, "Look at X's status page and try again.");
  }
};
