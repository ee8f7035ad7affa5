import type { Answer } from "../server.ts";

/** Where problem types live (docs.x.com, "Response codes and errors"). */
const TYPE = "https://api.twitter.com/2/problems/";
const json = { "content-type": "application/json; charset=utf-8" };
const problemJson = { "content-type": "application/problem+json; charset=utf-8" };

const problem = (status: number, title: string, detail: string, type = "about:blank", more = {}): Answer => ({
  status,
  headers: problemJson,
  body: { ...more, title, detail, type, status },
});

export const ok = (body: unknown, status = 200): Answer => ({ status, headers: json, body });
export const unauthorized = (): Answer => problem(401, "Unauthorized", "Unauthorized");
export const forbidden = (detail: string): Answer => problem(403, "Forbidden", detail);
export const notFound = (): Answer => problem(404, "Not Found", "Not Found");
export const serverError = (status: number): Answer =>
  problem(
    status,
    status === 500 ? "Internal Server Error" : "Service Unavailable",
    status === 500 ? "Internal Server Error" : "Service Unavailable",
  );
export const creditsDepleted = (): Answer =>
  problem(
    402,
    "CreditsDepleted",
    "Your enrolled account does not have any credits to fulfill this request.",
    `${TYPE}credits`,
  );
export const tooManyRequests = (): Answer => problem(429, "Too Many Requests", "Too Many Requests");

/** A user's call made with an app token. */
export const needsUserContext = (): Answer =>
  problem(
    403,
    "Unsupported Authentication",
    "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].",
    `${TYPE}unsupported-authentication`,
  );

export type Complaint = {
  readonly message: string;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
};

export const invalidRequest = (errors: readonly Complaint[]): Answer =>
  problem(
    400,
    "Invalid Request",
    "One or more parameters to your request was invalid.",
    `${TYPE}invalid-request`,
    { errors },
  );

export const refusals = {
  duplicate: () => forbidden("You are not allowed to create a Tweet with duplicate content."),
  notSummoned: () =>
    forbidden(
      "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.",
    ),
  restricted: () => forbidden("The original Tweet author restricted who can reply to this Tweet."),
  parentGone: () => forbidden("You attempted to reply to a Tweet that is deleted or not visible to you."),
  noDm: () => forbidden("You do not have permission to DM one or more participants."),
  // The code is v1.1's 186; v2 gives it as a 403 without a code.
  tooLong: () =>
    forbidden(
      "Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.",
    ),
  cashtags: () => forbidden("Your post may contain at most one cashtag."),
  quote: () => forbidden("Quoting a post is not included in your access level."),
  edit: () => forbidden("You are not permitted to edit this Tweet."),
  notYours: () => forbidden("You are not authorized to perform this action on this Tweet."),
} satisfies Record<string, () => Answer>;

/** One entry of `errors` beside (or instead of) the data. */
export type PartialError = Readonly<Record<string, string>>;

export const missingPost = (id: string, parameter: string): PartialError => ({
  value: id,
  detail: `Could not find tweet with ${parameter}: [${id}].`,
  title: "Not Found Error",
  resource_type: "tweet",
  parameter,
  resource_id: id,
  type: `${TYPE}resource-not-found`,
});

export const missingUser = (value: string, parameter: string): PartialError => ({
  value,
  detail: `Could not find user with ${parameter}: [${value}].`,
  title: "Not Found Error",
  resource_type: "user",
  parameter,
  resource_id: value,
  type: `${TYPE}resource-not-found`,
});

export const protectedPost = (id: string, parameter: string): PartialError => ({
  value: id,
  detail: `Sorry, you are not authorized to see the Tweet with ${parameter}: [${id}].`,
  title: "Authorization Error",
  resource_type: "tweet",
  parameter,
  resource_id: id,
  section: parameter === "referenced_tweets.id" ? "includes" : "data",
  type: `${TYPE}not-authorized-for-resource`,
});
