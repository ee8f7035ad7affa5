import type { Answer } from "../server.ts";
import { type Call, objectOf, textOf } from "./call.ts";
import { badParameter, missing, noPermission, privateReplyErrors } from "./errors.ts";
import { entryOf, mustBePage, ok, owns } from "./reads.ts";
import type { Comment, Post } from "./state.ts";
import { isComment } from "./store.ts";
import { canReplyPrivately, commentType, fieldsOf, nodeView, withinWindow } from "./views.ts";

const MAX_MESSAGE_CHARACTERS = 2000;

/** POST to an edge creates, POST to a node changes it. */
export function write(call: Call, id: string, edge: string | undefined): Answer {
  if (edge === "messages" && call.store.page(id) !== undefined) return sendMessage(call, id);
  const entry = entryOf(call, id);
  if (entry === undefined) return missing(id, "post");
  const page = mustBePage(call);
  if (!owns(call, entry)) return missing(id, "post");
  if (edge === "comments") return reply(call, entry, page.pageId);
  if (edge !== undefined) return missing(id, "post");
  return change(call, entry, page.pageId);
}

/** POST /{post|comment}/comments : the public reply. Nothing keeps it from being written twice. */
function reply(call: Call, on: Post | Comment, pageId: string): Answer {
  const message = textOf(call.params, "message") ?? "";
  const hasAttachment = ["attachment_id", "attachment_url", "attachment_share_url"].some(
    (name) => name in call.params,
  );
  if (message.trim() === "" && !hasAttachment) return badParameter("Missing message or attachment");
  if (!(isComment(on) ? call.store.postOf(on) : on).canComment) return noPermission();
  // Before the write: a wrong `fields` must not leave a comment behind.
  const fields = fieldsOf(call);
  const written = {
    authorId: pageId,
    message,
    photo: hasAttachment,
    withoutFrom: false,
    via: "api" as const,
  };
  if (fields !== undefined)
    nodeView(call, commentType, { ...blank, ...written, postId: isComment(on) ? on.postId : on.id }, fields);
  const comment = call.store.writeComment(on, written);
  return ok(fields === undefined ? { id: comment.id } : nodeView(call, commentType, comment, fields));
}

const blank = { id: "0_0", answers: "0_0", seq: 0, writtenMs: 0, isHidden: false };

/** POST /{comment} : `message` edits an own one, `is_hidden` hides another's. */
function change(call: Call, entry: Post | Comment, pageId: string): Answer {
  const message = textOf(call.params, "message");
  const hidden = textOf(call.params, "is_hidden");
  if (message === undefined && hidden === undefined) return badParameter("Nothing to update");
  if (message !== undefined && entry.authorId !== pageId) return noPermission();
  if (hidden !== undefined && entry.authorId === pageId) return noPermission();
  if (message !== undefined) {
    entry.message = message;
    entry.editedMs = call.store.nowMs();
  }
  if (hidden !== undefined) entry.isHidden = hidden === "true" || hidden === "1";
  call.store.touched();
  return ok({ success: true });
}

/** DELETE /{id} */
export function remove(call: Call, id: string): Answer {
  const entry = entryOf(call, id);
  if (entry === undefined) return missing(id, "delete");
  mustBePage(call);
  if (!owns(call, entry)) return missing(id, "delete");
  call.store.remove(entry);
  return ok({ success: true });
}

/** POST /{page}/messages : privately to a post or comment, once; or to a person within 24 hours of their message. */
function sendMessage(call: Call, pageId: string): Answer {
  const page = mustBePage(call);
  if (page.pageId !== pageId) return missing(pageId, "post");
  const recipient = objectOf(call.params, "recipient");
  const text = textOf(objectOf(call.params, "message"), "text") ?? "";
  if (text === "") return badParameter("param message[text] must not be empty");
  if ([...text].length > MAX_MESSAGE_CHARACTERS)
    return badParameter(
      `Length of param message[text] must be less than or equal to ${MAX_MESSAGE_CHARACTERS}`,
    );
  if (!call.store.settings.pageMessages) return privateReplyErrors.messagesOff();
  const personId = textOf(recipient, "id");
  if (personId !== undefined) return toPerson(call, pageId, personId, text);
  const about = textOf(recipient, "comment_id") ?? textOf(recipient, "post_id");
  if (about === undefined) return badParameter("The parameter recipient is required");
  return privateReply(call, pageId, about, text);
}

function privateReply(call: Call, pageId: string, about: string, text: string): Answer {
  const { store } = call;
  const entry = entryOf(call, about);
  if (entry === undefined || !owns(call, entry)) return privateReplyErrors.invalidComment();
  if (store.page(entry.authorId) !== undefined) return privateReplyErrors.cannotReply();
  if (entry.privateReply !== undefined) return privateReplyErrors.alreadyReplied();
  if (!canReplyPrivately(call, entry)) return privateReplyErrors.notReplyable();
  if (store.absent.has(entry.authorId)) return privateReplyErrors.unavailable();
  const thread = store.threadWith(pageId, entry.authorId);
  const message = store.send(thread, { fromPage: true, text, via: "api", about: entry.id });
  entry.privateReply = { threadId: thread.id, messageId: message.id };
  return ok({ recipient_id: thread.personId, message_id: message.id });
}

function toPerson(call: Call, pageId: string, personId: string, text: string): Answer {
  const { store } = call;
  const thread = store.state.threads.find((one) => one.pageId === pageId && one.personId === personId);
  if (store.absent.has(personId)) return privateReplyErrors.unavailable();
  if (thread === undefined || !withinWindow(call, thread)) return privateReplyErrors.outsideWindow();
  const message = store.send(thread, { fromPage: true, text, via: "api" });
  return ok({ recipient_id: personId, message_id: message.id });
}
