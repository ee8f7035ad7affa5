import type { Answer } from "../server.ts";
import type { Call } from "./api.ts";
import { readerOf } from "./pages-of-posts.ts";
import { type Params, readParams } from "./params.ts";
import { invalidRequest, missingUser, ok } from "./problems.ts";
import { type Asked, userView } from "./views.ts";

function userAsked(call: Call, params: Params): Asked {
  params.list("expansions", "userExpansions");
  return {
    tweetFields: params.list("tweet.fields"),
    userFields: params.list("user.fields"),
    mediaFields: [],
    expansions: [],
    reader: readerOf(call),
    origin: call.request.origin,
  };
}

/** GET /2/users/me */
export function me(call: Call): Answer {
  const params = readParams(call.request.query);
  const asked = userAsked(call, params);
  params.rest();
  if (params.complaints.length > 0) return invalidRequest(params.complaints);
  const person = call.store.personById(asked.reader ?? "");
  if (person === undefined) throw new Error("a caller without an account");
  return ok({ data: userView(call.store, person, asked) });
}

/** GET /2/users/by/username/:username */
export function userByHandle(call: Call): Answer {
  const [handle = ""] = call.ids;
  const params = readParams(call.request.query);
  const asked = userAsked(call, params);
  params.rest();
  const bad = `The \`username\` query parameter value [${handle}] does not match ^[A-Za-z0-9_]{1,15}$`;
  if (!/^[A-Za-z0-9_]{1,15}$/.test(handle))
    return invalidRequest([...params.complaints, { message: bad, parameters: { username: [handle] } }]);
  if (params.complaints.length > 0) return invalidRequest(params.complaints);
  const person = call.store.personByHandle(handle);
  return ok(
    person === undefined
      ? { errors: [missingUser(handle, "username")] }
      : { data: userView(call.store, person, asked) },
  );
}
