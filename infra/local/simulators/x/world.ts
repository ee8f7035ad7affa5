import { type Double, repeated } from "../doubles.ts";
import { compareIds, nextId } from "./ids.ts";
import type { DirectMessage, Post, ReplySetting } from "./state.ts";
import { currentOf, mustFind, mustKnow, personOf, type WritePost, type XStore } from "./store.ts";

/** What tests and the page see of a post. */
export type XPost = {
  /** The current version's id. */
  id: string;
  /** The first version's id: what an earlier reader has seen. */
  firstId: string;
  handle: string;
  name: string;
  /** As it was written, before links and entities. */
  text: string;
  atMs: number;
  inReplyTo?: string;
  quotes?: string;
  conversationId: string;
  via: Post["via"];
  deleted: boolean;
  hidden: boolean;
  photos: number;
  replySetting: ReplySetting;
  edits: number;
};
export type XMessage = {
  id: string;
  from: string;
  to: string;
  text: string;
  atMs: number;
  via: DirectMessage["via"];
};
/** People on the simulated X, as verbs. Unknown ids throw: a test that names nothing must not pass. */
export type XWorld = {
  post(input: WritePost): XPost;
  reply(input: { handle: string; name?: string; to: string; text: string }): XPost;
  quote(input: { handle: string; name?: string; of: string; text: string }): XPost;
  /** A direct message from one handle to another. */
  message(input: { handle: string; name?: string | undefined; to: string; text: string }): XMessage;
  edit(id: string, text: string): XPost;
  remove(id: string): void;
  restrictReplies(id: string, setting: ReplySetting): void;
  /** Only followers see a protected account's posts; readers with an app token do not. */
  protect(handle: string, on: boolean): void;
  openDms(handle: string, on: boolean): void;
  /** A brand's answer by a person on X itself: no rule of the API applies. */
  answerByHand(input: { as: string; to: string; text: string }): XPost;
  messageByHand(input: { as: string; to: string; text: string }): XMessage;
  find(id: string): XPost | undefined;
  /** Newest first, deleted ones too. */
  posts(): XPost[];
  /** Everything brand accounts have posted, oldest first, deleted ones too. `handle` narrows to one. */
  published(handle?: string): XPost[];
  /** Direct messages that brand accounts have sent, oldest first. */
  sentMessages(handle?: string): XMessage[];
  messages(): XMessage[];
  /** Posts that a brand answered more than once, and messages it sent more than once. By API or by hand. */
  doubles(): Double[];
};

export function xWorld(store: XStore): XWorld {
  const { state } = store;
  const view = (post: Post): XPost => {
    const author = store.personById(post.authorId);
    const current = currentOf(post);
    return {
      id: current.id,
      firstId: post.id,
      handle: author?.handle ?? "",
      name: author?.name ?? "",
      text: current.written,
      atMs: current.atMs,
      ...(post.inReplyTo === undefined ? {} : { inReplyTo: post.inReplyTo }),
      ...(post.quotes === undefined ? {} : { quotes: post.quotes }),
      conversationId: post.conversationId,
      via: post.via,
      deleted: post.deletedMs !== undefined,
      hidden: post.hidden,
      photos: post.photos.length,
      replySetting: post.replySetting,
      edits: post.versions.length - 1,
    };
  };
  const viewMessage = (message: DirectMessage): XMessage => ({
    id: message.id,
    from: store.personById(message.senderId)?.handle ?? "",
    to: store.personById(message.recipientId)?.handle ?? "",
    text: message.written,
    atMs: message.writtenMs,
    via: message.via,
  });
  const write = (input: WritePost): XPost => {
    personOf(store, input.handle, input.name);
    return view(store.write({ ...input, via: "customer" }));
  };
  const ofBrand = (id: string, handle: string | undefined): boolean => {
    const person = store.personById(id);
    return (
      person?.brand === true && (handle === undefined || person.handle.toLowerCase() === handle.toLowerCase())
    );
  };
  const world: XWorld = {
    post: write,
    reply: ({ to, ...input }) => write({ ...input, inReplyTo: to }),
    quote: ({ of, ...input }) => write({ ...input, quotes: of }),
    message(input) {
      const sender = personOf(store, input.handle, input.name);
      const recipient = mustKnow(store, input.to);
      const via = {
        senderId: sender.id,
        recipientId: recipient.id,
        text: input.text,
        via: "customer" as const,
      };
      return viewMessage(store.send(via));
    },
    edit(id, text) {
      const post = mustFind(store, id);
      if (post.deletedMs !== undefined) throw new Error(`post ${id} is deleted`);
      if (post.versions.length > 5) throw new Error(`post ${id} has been edited five times`);
      state.lastId = nextId(store.nowMs(), state.lastId);
      store.touched();
      post.versions.push({ id: state.lastId, written: text, atMs: store.nowMs(), seq: state.writes });
      return view(post);
    },
    remove: (id) => store.remove(mustFind(store, id)),
    restrictReplies(id, setting) {
      mustFind(store, id).replySetting = setting;
      store.touched();
    },
    protect(handle, on) {
      personOf(store, handle).protected = on;
      store.touched();
    },
    openDms(handle, on) {
      personOf(store, handle).openDms = on;
      store.touched();
    },
    answerByHand: ({ as, to, text }) =>
      view(store.write({ handle: mustKnow(store, as).handle, text, inReplyTo: to, via: "hand" })),
    messageByHand: ({ as, to, text }) => {
      const [sender, recipient] = [mustKnow(store, as), mustKnow(store, to)];
      return viewMessage(store.send({ senderId: sender.id, recipientId: recipient.id, text, via: "hand" }));
    },
    find(id) {
      const post = store.postById(id);
      return post === undefined ? undefined : view(post);
    },
    posts: () => [...state.posts].sort((a, b) => compareIds(currentOf(b).id, currentOf(a).id)).map(view),
    published: (handle) => state.posts.filter((post) => ofBrand(post.authorId, handle)).map(view),
    sentMessages: (handle) => state.messages.filter((one) => ofBrand(one.senderId, handle)).map(viewMessage),
    messages: () => state.messages.map(viewMessage),
    doubles: () => [
      ...repeated(
        state.posts.filter((post) => ofBrand(post.authorId, undefined) && post.inReplyTo !== undefined),
        (post) => `${post.authorId} answers ${store.postById(post.inReplyTo ?? "")?.id ?? post.inReplyTo}`,
      ),
      ...repeated(
        state.messages.filter((one) => ofBrand(one.senderId, undefined)),
        (one) => `${one.senderId} writes to ${one.recipientId}: ${one.written}`,
      ),
    ],
  };
  return world;
}
