import { compareIds, nextId } from "./ids.ts";
import type { DirectMessage, Person, Post, ReplySetting, XState } from "./state.ts";
import { cutText, mentionedHandles } from "./text.ts";

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
/** The same thing said more than once: one post answered twice, or one text sent twice to one person. */
export type XDouble = { to: string; ids: string[] };

export type WritePost = {
  /** Without @. An unknown handle becomes an account. */
  handle: string;
  name?: string | undefined;
  text: string;
  inReplyTo?: string | undefined;
  quotes?: string | undefined;
  /** Alternative text of a picture; absent: no picture. */
  photo?: string | undefined;
  lang?: string | undefined;
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
  doubles(): XDouble[];
};

/** The state and the acts that the API shares with the people. */
export type XStore = {
  readonly state: XState;
  personById(id: string): Person | undefined;
  personByHandle(handle: string): Person | undefined;
  /** By any version's id; deleted ones too. */
  postById(id: string): Post | undefined;
  write(input: Omit<WritePost, "name"> & { via: Post["via"]; excluded?: readonly string[] }): Post;
  send(input: { senderId: string; recipientId: string; text: string; via: DirectMessage["via"] }): DirectMessage;
  remove(post: Post): void;
  hide(post: Post, hidden: boolean): void;
  nowMs(): number;
  touched(): void;
};

export const currentOf = (post: Post) => {
  const current = post.versions.at(-1);
  if (current === undefined) throw new Error(`post ${post.id} has no version`);
  return current;
};

export function xStore(state: XState, nowMs: () => number, changed: () => void): XStore {
  const touched = () => {
    state.writes += 1;
    changed();
  };
  const newId = (): string => {
    state.lastId = nextId(nowMs(), state.lastId);
    return state.lastId;
  };
  const store: XStore = {
    state,
    nowMs,
    touched,
    personById: (id) => state.people.find((person) => person.id === id),
    personByHandle: (handle) =>
      state.people.find((person) => person.handle.toLowerCase() === handle.replace(/^@/, "").toLowerCase()),
    postById: (id) => state.posts.find((post) => post.versions.some((version) => version.id === id)),
    write(input) {
      const author = personOf(store, input.handle);
      const parent = input.inReplyTo === undefined ? undefined : mustFind(store, input.inReplyTo);
      const quoted = input.quotes === undefined ? undefined : mustFind(store, input.quotes);
      const id = newId();
      touched();
      const post: Post = {
        id,
        authorId: author.id,
        versions: [{ id, written: input.text, atMs: nowMs(), seq: state.writes }],
        conversationId: parent?.conversationId ?? id,
        automatic: parent === undefined ? [] : automaticMentions(store, parent, author, input.text, input.excluded ?? []),
        photos: input.photo === undefined ? [] : [{ mediaKey: `3_${newId()}`, alt: input.photo }],
        replySetting: "everyone",
        lang: input.lang ?? "und",
        via: input.via,
        hidden: false,
        seq: state.writes,
        writtenMs: nowMs(),
      };
      if (parent !== undefined) {
        post.inReplyTo = input.inReplyTo ?? parent.id;
        post.inReplyToUserId = parent.authorId;
      }
      if (quoted !== undefined) post.quotes = input.quotes ?? quoted.id;
      state.posts.push(post);
      return post;
    },
    send(input) {
      touched();
      const { text, ...rest } = input;
      const message = { id: newId(), ...rest, written: text, seq: state.writes, writtenMs: nowMs() };
      state.messages.push(message);
      return message;
    },
    remove(post) {
      post.deletedMs ??= nowMs();
      touched();
    },
    hide(post, hidden) {
      post.hidden = hidden;
      touched();
    },
  };
  return store;
}

/** A reply begins with the handles of whom it answers and of whom that post named, unless they are excluded. */
function automaticMentions(
  store: XStore,
  parent: Post,
  author: Person,
  text: string,
  excluded: readonly string[],
): string[] {
  const parentAuthor = store.personById(parent.authorId);
  const explicit = new Set(mentionedHandles(text).map((handle) => handle.toLowerCase()));
  const handles = [
    ...(parentAuthor === undefined ? [] : [parentAuthor.handle]),
    ...parent.automatic,
    ...mentionedHandles(currentOf(parent).written),
  ];
  const seen = new Set<string>([author.handle.toLowerCase()]);
  const wanted: string[] = [];
  for (const handle of handles) {
    const person = store.personByHandle(handle);
    const key = handle.toLowerCase();
    if (person === undefined || seen.has(key)) continue;
    seen.add(key);
    if (explicit.has(key) || (person.id !== parent.authorId && excluded.includes(person.id))) continue;
    wanted.push(person.handle);
  }
  return wanted;
}

function personOf(store: XStore, handle: string, name?: string): Person {
  const known = store.personByHandle(handle);
  if (known !== undefined) {
    if (name !== undefined && name !== "" && !known.brand) known.name = name;
    return known;
  }
  const bare = handle.replace(/^@/, "");
  if (!/^[A-Za-z0-9_]{1,15}$/.test(bare)) throw new Error(`not a handle: ${handle}`);
  store.state.lastId = nextId(store.nowMs(), store.state.lastId);
  const person: Person = {
    id: store.state.lastId,
    handle: bare,
    name: name === undefined || name === "" ? bare : name,
    createdMs: store.nowMs(),
    brand: false,
    protected: false,
    openDms: false,
  };
  store.state.people.push(person);
  return person;
}

function mustFind(store: XStore, id: string): Post {
  const post = store.postById(id);
  if (post === undefined) throw new Error(`no post ${id}`);
  return post;
}

function mustKnow(store: XStore, handle: string): Person {
  const person = store.personByHandle(handle);
  if (person === undefined) throw new Error(`no account @${handle}`);
  return person;
}

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
    return person?.brand === true && (handle === undefined || person.handle.toLowerCase() === handle.toLowerCase());
  };
  const world: XWorld = {
    post: write,
    reply: ({ to, ...input }) => write({ ...input, inReplyTo: to }),
    quote: ({ of, ...input }) => write({ ...input, quotes: of }),
    message(input) {
      const sender = personOf(store, input.handle, input.name);
      const recipient = mustKnow(store, input.to);
      const via = { senderId: sender.id, recipientId: recipient.id, text: input.text, via: "customer" as const };
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

function repeated<T extends { id: string }>(entries: readonly T[], keyOf: (entry: T) => string): XDouble[] {
  const groups = new Map<string, string[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry.id]);
  return [...groups].filter(([, ids]) => ids.length > 1).map(([to, ids]) => ({ to, ids }));
}

/** Text with the automatic mentions that it begins with, cut where it is long. */
export function wholeText(post: Post, written: string): { text: string; automatic: string; note?: string } {
  const automatic = post.automatic.map((handle) => `@${handle} `).join("");
  const cut = cutText(written);
  return cut === undefined
    ? { text: automatic + written, automatic }
    : { text: automatic + cut, automatic, note: automatic + written };
}
