import type { FacebookSettings } from "./settings.ts";
import type { Comment, FacebookState, Message, Person, Post, Thread } from "./state.ts";

export type FacebookPage = {
  readonly pageId: string;
  readonly name: string;
  readonly pageToken: string;
  /** Present: calls need an `appsecret_proof`. */
  readonly appSecret?: string | undefined;
};

export type Who = { name: string; personId?: string | undefined; withoutFrom?: boolean | undefined };

export type FacebookStore = {
  readonly state: FacebookState;
  readonly settings: FacebookSettings;
  readonly pages: readonly FacebookPage[];
  readonly absent: Set<string>;
  page(id: string): FacebookPage | undefined;
  nameOf(id: string): string | undefined;
  /** By the whole id or the part after the last `_`; deleted ones too. */
  post(id: string): Post | undefined;
  comment(id: string): Comment | undefined;
  postOf(comment: Comment): Post;
  thread(id: string): Thread | undefined;
  threadWith(pageId: string, personId: string): Thread;
  writePost(
    input: Pick<Post, "pageId" | "kind" | "authorId" | "message" | "photo" | "withoutFrom" | "via">,
  ): Post;
  writeComment(
    on: Post | Comment,
    input: Pick<Comment, "authorId" | "message" | "photo" | "withoutFrom" | "via">,
  ): Comment;
  send(
    thread: Thread,
    input: { fromPage: boolean; text: string; via: Message["via"]; about?: string },
  ): Message;
  remove(entry: Post | Comment): void;
  nowMs(): number;
  touched(): void;
};

const partOf = (id: string): string => id.slice(id.lastIndexOf("_") + 1);
export const isComment = (entry: Post | Comment): entry is Comment => "postId" in entry;

export function facebookStore(
  state: FacebookState,
  pages: readonly FacebookPage[],
  settings: FacebookSettings,
  nowMs: () => number,
  changed: () => void,
): FacebookStore {
  const touched = () => {
    state.writes += 1;
    changed();
  };
  const nextPart = (): string => {
    state.lastId += 1;
    return String(state.lastId);
  };
  const stamp = () => {
    touched();
    return { seq: state.writes, writtenMs: nowMs(), isHidden: false };
  };
  const store: FacebookStore = {
    state,
    settings,
    pages,
    absent: new Set(),
    nowMs,
    touched,
    page: (id) => pages.find(({ pageId }) => pageId === id),
    nameOf: (id) => store.page(id)?.name ?? state.people.find((person) => person.id === id)?.name,
    post: (id) => state.posts.find((post) => post.id === id || partOf(post.id) === id),
    comment: (id) => state.comments.find((comment) => comment.id === id || partOf(comment.id) === partOf(id)),
    postOf(comment) {
      const post = store.post(comment.postId);
      if (post === undefined) throw new Error(`comment ${comment.id} hangs on no post`);
      return post;
    },
    thread: (id) => state.threads.find((thread) => thread.id === id),
    threadWith(pageId, personId) {
      const known = state.threads.find((one) => one.pageId === pageId && one.personId === personId);
      if (known !== undefined) return known;
      const thread: Thread = { id: `t_${nextPart()}`, pageId, personId, messages: [] };
      state.threads.push(thread);
      return thread;
    },
    writePost(input) {
      const post: Post = { id: `${input.pageId}_${nextPart()}`, ...input, ...stamp(), canComment: true };
      state.posts.push(post);
      return post;
    },
    writeComment(on, input) {
      const post = isComment(on) ? store.postOf(on) : on;
      const parent = isComment(on) ? parentFor(on, settings) : undefined;
      const comment: Comment = {
        id: `${partOf(post.id)}_${nextPart()}`,
        postId: post.id,
        answers: on.id,
        ...(parent === undefined ? {} : { parentId: parent }),
        ...input,
        ...stamp(),
      };
      state.comments.push(comment);
      return comment;
    },
    send(thread, { fromPage, text, via, about }) {
      const message: Message = {
        id: `m_${nextPart()}`,
        fromId: fromPage ? thread.pageId : thread.personId,
        toId: fromPage ? thread.personId : thread.pageId,
        text,
        via,
        ...(about === undefined ? {} : { about }),
        writtenMs: nowMs(),
        seq: state.writes + 1,
      };
      touched();
      thread.messages.push(message);
      return message;
    },
    remove(entry) {
      entry.deletedMs ??= nowMs();
      for (const below of state.comments)
        if (isComment(entry) ? below.parentId === entry.id : below.postId === entry.id)
          if (below.deletedMs === undefined) store.remove(below);
      touched();
    },
  };
  return store;
}

const parentFor = (on: Comment, settings: FacebookSettings): string =>
  on.parentId !== undefined && settings.nesting === "top-level" ? on.parentId : on.id;

/** Found by id, else by name; an unknown person comes to be. */
export function personOf(store: FacebookStore, { name, personId }: Who): Person {
  const known = store.state.people.find((one) =>
    personId === undefined ? one.name === name : one.id === personId,
  );
  if (known !== undefined) return known;
  store.state.lastId += 1;
  const person = { id: personId ?? String(store.state.lastId), name };
  store.state.people.push(person);
  return person;
}

export function mustFind(store: FacebookStore, id: string): Post | Comment {
  const entry = store.post(id) ?? store.comment(id);
  if (entry === undefined) throw new Error(`no post or comment ${id}`);
  return entry;
}

export function mustBePage(store: FacebookStore, id: string): FacebookPage {
  const page = store.page(id);
  if (page === undefined) throw new Error(`no page ${id}`);
  return page;
}
