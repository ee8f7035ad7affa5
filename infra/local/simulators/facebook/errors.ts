import type { Answer } from "../server.ts";

type Extra = {
  subcode?: number;
  transient?: boolean;
  type?: string;
  status?: number;
  userTitle?: string;
  userMessage?: string;
};

let traces = 0;

/** Graph's error envelope; mostly HTTP 400. */
export function graphError(code: number, message: string, extra: Extra = {}): Answer {
  traces += 1;
  return {
    status: extra.status ?? 400,
    body: {
      error: {
        message,
        type: extra.type ?? "OAuthException",
        code,
        ...(extra.subcode === undefined ? {} : { error_subcode: extra.subcode }),
        ...(extra.transient === undefined ? {} : { is_transient: extra.transient }),
        ...(extra.userTitle === undefined ? {} : { error_user_title: extra.userTitle }),
        ...(extra.userMessage === undefined ? {} : { error_user_msg: extra.userMessage }),
        fbtrace_id: `A${traces.toString(36).padStart(22, "0")}`,
      },
    },
  };
}

/** One body for missing, hidden and not permitted. */
export const missing = (id: string, verb: "get" | "post" | "delete"): Answer =>
  graphError(
    100,
    `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    { subcode: 33, type: "GraphMethodException" },
  );

export const badParameter = (message: string): Answer => graphError(100, `(#100) ${message}`);
export const noPermission = (): Answer => graphError(200, "(#200) Permissions error");

const tokenReasons: Readonly<Record<number, string>> = {
  458: "The user has not authorized application",
  459: "You cannot access the app till you log in to www.facebook.com and follow the instructions given.",
  460: "The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.",
  463: "Session has expired",
  464: "Sessions for the user are not allowed because the user is not a confirmed user.",
  467: "The access token is invalid since the user hasn't engaged the app in longer than 90 days.",
  492: "User must be an administrator, editor, or moderator of the page in order to impersonate it.",
};
export const tokenReason = (subcode: number): string => tokenReasons[subcode] ?? "The session is invalid.";
export const deadToken = (subcode: number): Answer =>
  graphError(190, `Error validating access token: ${tokenReason(subcode)}`, { subcode });
export const unknownToken = (): Answer =>
  graphError(190, "Invalid OAuth access token - Cannot parse access token");
export const noToken = (): Answer => graphError(104, "An access token is required to request this resource.");

/** Status 500 with Graph's own temporary error. */
export const serverError = (status: number): Answer =>
  graphError(2, "Service temporarily unavailable", { status, transient: true });

const throttleMessages: Readonly<Record<number, string>> = {
  4: "(#4) Application request limit reached",
  17: "(#17) User request limit reached",
  32: "(#32) Page request limit reached",
  368: "(#368) The action attempted has been deemed abusive or is otherwise disallowed",
  613: "(#613) Calls to this api have exceeded the rate limit.",
  80001: "(#80001) There have been too many calls to this Page account. Wait a bit and try again.",
  80006: "(#80006) There have been too many calls to this Messenger account. Wait a bit and try again.",
};
export const throttled = (code: number): Answer =>
  graphError(code, throttleMessages[code] ?? `(#${code}) Too many calls`, {
    ...(code === 4 || code === 17 ? { transient: true } : {}),
  });

export const privateReplyErrors = {
  invalidComment: () => graphError(100, "(#100) Invalid comment_id", { subcode: 2018292 }),
  alreadyReplied: () => graphError(10900, "(#10900) Activity already replied to"),
  notReplyable: () => graphError(10902, "(#10902) Activity not replyable"),
  cannotReply: () => graphError(10903, "(#10903) This user cant reply to this activity"),
  messagesOff: () => graphError(10904, "(#10904) Page messages are disabled"),
  unavailable: () => graphError(551, "(#551) This person isn't available right now.", { subcode: 1545041 }),
  outsideWindow: () =>
    graphError(10, "(#10) This message is sent outside of allowed window.", { subcode: 2018278 }),
} satisfies Record<string, () => Answer>;
