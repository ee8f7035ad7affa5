import { type Double, repeated } from "../doubles.ts";
import type { Comment, Message, Post, Thread } from "./state.ts";
import { type FacebookStore, isComment, mustBePage, mustFind, personOf, type Who } from "./store.ts";

export type FbEntry = {
  id: string;
  pageId: string;
  /** A comment's post; a post's own id. */
  postId: string;
  parentId?: string;
  /** What a comment was written under. */
  answers?: string;
  authorId: string;
  author: string;
  byPage: boolean;
  message: string;
  atMs: number;
  via: Post["via"];
  deleted: boolean;
  hidden: boolean;
  edited: boolean;
  photo: boolean;
  privatelyAnswered: boolean;
};
export type FbMessage = {
  id: string;
  threadId: string;
  pageId: string;
  personId: string;
  person: string;
  direction: "to-page" | "from-page";
  text: string;
  atMs: number;
  via: Message["via"];
  about?: string;
};
/** People on the simulated Facebook, as verbs. Unknown ids throw: a test that names nothing must not pass. */
export type FacebookWorld = {
  /** On the page's wall, or with `tagging` on the writer's own with the page named. */
  post(
    input: Who & { page: string; text: string; photo?: boolean | undefined; tagging?: boolean | undefined },
  ): FbEntry;
  /** Under a post or a comment, whose level is then as on Facebook: two are shown. */
  comment(input: Who & { on: string; text: string; photo?: boolean | undefined }): FbEntry;
  /** A private message to the page. */
  message(input: { page: string; name: string; personId?: string | undefined; text: string }): FbMessage;
  pagePost(input: { page: string; text: string; photo?: boolean | undefined }): FbEntry;
  edit(id: string, text: string): FbEntry;
  /** With all that hangs on it. */
  remove(id: string): void;
  /** Nobody may comment under the post any more. */
  restrictReplies(id: string, on?: boolean): void;
  hideFrom(id: string, on?: boolean): void;
  /** The person has left Messenger or blocked the page: 551. */
  unavailable(personId: string, on?: boolean): void;
  /** The page's own answer by a person on Facebook itself. */
  answerByHand(input: { page: string; to: string; text: string }): FbEntry;
  /** To a person, or privately to a post or comment. */
  messageByHand(input: { page: string; to: string; text: string }): FbMessage;
  /** The page's token dies; 460 password, 458 app removed, 492 role lost … `undefined` brings it back. */
  killToken(page: string, subcode: number | undefined): void;
  find(id: string): FbEntry | undefined;
  /** Newest first, deleted ones too. */
  posts(): FbEntry[];
  comments(): FbEntry[];
  /** Comments that pages wrote, oldest first, deleted ones too. */
  published(page?: string): FbEntry[];
  /** Private messages that pages sent, oldest first. */
  sentMessages(page?: string): FbMessage[];
  messages(): FbMessage[];
  /** What a page answered more than once, in public or in private. */
  doubles(): Double[];
};

export function facebookWorld(store: FacebookStore): FacebookWorld {
  const { state } = store;
  const view = (entry: Post | Comment): FbEntry => {
    const post = isComment(entry) ? store.postOf(entry) : entry;
    return {
      id: entry.id,
      pageId: post.pageId,
      postId: post.id,
      ...(isComment(entry) && entry.parentId !== undefined ? { parentId: entry.parentId } : {}),
      ...(isComment(entry) ? { answers: entry.answers } : {}),
      authorId: entry.authorId,
      author: store.nameOf(entry.authorId) ?? "",
      byPage: store.page(entry.authorId) !== undefined,
      message: entry.message,
      atMs: entry.writtenMs,
      via: entry.via,
      deleted: entry.deletedMs !== undefined,
      hidden: entry.isHidden,
      edited: entry.editedMs !== undefined,
      photo: entry.photo,
      privatelyAnswered: entry.privateReply !== undefined,
    };
  };
  const viewMessage =
    (thread: Thread) =>
    (message: Message): FbMessage => ({
      id: message.id,
      threadId: thread.id,
      pageId: thread.pageId,
      personId: thread.personId,
      person: store.nameOf(thread.personId) ?? "",
      direction: message.fromId === thread.pageId ? "from-page" : "to-page",
      text: message.text,
      atMs: message.writtenMs,
      via: message.via,
      ...(message.about === undefined ? {} : { about: message.about }),
    });
  const everyMessage = (): FbMessage[] =>
    state.threads
      .flatMap((thread) => thread.messages.map(viewMessage(thread)))
      .sort((a, b) => Number(a.id.slice(2)) - Number(b.id.slice(2)));
  const world: FacebookWorld = {
    post({ page, text, photo, tagging, ...who }) {
      const authorId = personOf(store, who).id;
      const kind = tagging === true ? "tagged" : "visitor";
      const { pageId } = mustBePage(store, page);
      return view(
        store.writePost({
          pageId,
          kind,
          authorId,
          message: text,
          photo: photo === true,
          withoutFrom: who.withoutFrom === true,
          via: "customer",
        }),
      );
    },
    comment({ on, text, photo, ...who }) {
      const authorId = personOf(store, who).id;
      const entry = {
        authorId,
        message: text,
        photo: photo === true,
        withoutFrom: who.withoutFrom === true,
        via: "customer" as const,
      };
      return view(store.writeComment(mustFind(store, on), entry));
    },
    message({ page, text, ...who }) {
      const thread = store.threadWith(mustBePage(store, page).pageId, personOf(store, who).id);
      return viewMessage(thread)(store.send(thread, { fromPage: false, text, via: "customer" }));
    },
    pagePost({ page, text, photo }) {
      const { pageId } = mustBePage(store, page);
      const own = {
        pageId,
        kind: "own" as const,
        authorId: pageId,
        withoutFrom: false,
        via: "hand" as const,
      };
      return view(store.writePost({ ...own, message: text, photo: photo === true }));
    },
    edit(id, text) {
      const entry = mustFind(store, id);
      entry.message = text;
      entry.editedMs = store.nowMs();
      store.touched();
      return view(entry);
    },
    remove: (id) => store.remove(mustFind(store, id)),
    restrictReplies(id, on = true) {
      const entry = mustFind(store, id);
      (isComment(entry) ? store.postOf(entry) : entry).canComment = !on;
      store.touched();
    },
    hideFrom(id, on = true) {
      mustFind(store, id).withoutFrom = on;
      store.touched();
    },
    unavailable(personId, on = true) {
      if (on) store.absent.add(personId);
      else store.absent.delete(personId);
    },
    answerByHand: ({ page, to, text }) =>
      view(
        store.writeComment(mustFind(store, to), {
          authorId: mustBePage(store, page).pageId,
          message: text,
          photo: false,
          withoutFrom: false,
          via: "hand",
        }),
      ),
    messageByHand({ page, to, text }) {
      const { pageId } = mustBePage(store, page);
      const about = store.post(to) ?? store.comment(to);
      const thread = store.threadWith(pageId, about?.authorId ?? to);
      const message = store.send(thread, {
        fromPage: true,
        text,
        via: "hand",
        ...(about === undefined ? {} : { about: about.id }),
      });
      if (about !== undefined) about.privateReply ??= { threadId: thread.id, messageId: message.id };
      return viewMessage(thread)(message);
    },
    killToken(page, subcode) {
      const { pageToken } = mustBePage(store, page);
      if (subcode === undefined) delete state.deadTokens[pageToken];
      else state.deadTokens[pageToken] = subcode;
      store.touched();
    },
    find(id) {
      const entry = store.post(id) ?? store.comment(id);
      return entry === undefined ? undefined : view(entry);
    },
    posts: () => state.posts.map(view).reverse(),
    comments: () => state.comments.map(view).reverse(),
    published: (page) =>
      state.comments
        .map(view)
        .filter(({ byPage, pageId }) => byPage && (page === undefined || pageId === page)),
    sentMessages: (page) =>
      everyMessage().filter(
        (one) => one.direction === "from-page" && (page === undefined || one.pageId === page),
      ),
    messages: everyMessage,
    doubles: () => [
      ...repeated(
        state.comments.filter(({ authorId }) => store.page(authorId) !== undefined),
        ({ authorId, answers }) => `${authorId} answers ${answers}`,
      ),
      ...repeated(world.sentMessages(), (one) => `${one.pageId} writes to ${one.personId}: ${one.text}`),
    ],
  };
  return world;
}
