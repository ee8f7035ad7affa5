import { nextId } from "./ids.ts";
import type { DirectMessage, Person, Post, XState } from "./state.ts";
import { cutText, mentionedHandles } from "./text.ts";

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

/** The state and the acts that the API shares with the people. */
export type XStore = {
  readonly state: XState;
  personById(id: string): Person | undefined;
  personByHandle(handle: string): Person | undefined;
  /** By any version's id; deleted ones too. */
  postById(id: string): Post | undefined;
  write(input: Omit<WritePost, "name"> & { via: Post["via"]; excluded?: readonly string[] }): Post;
  send(input: {
    senderId: string;
    recipientId: string;
    text: string;
    via: DirectMessage["via"];
  }): DirectMessage;
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
        automatic:
          parent === undefined
            ? []
            : automaticMentions(store, parent, author, input.text, input.excluded ?? []),
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

/** The account behind a handle; an unknown one comes to be. */
export function personOf(store: XStore, handle: string, name?: string): Person {
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

export function mustFind(store: XStore, id: string): Post {
  const post = store.postById(id);
  if (post === undefined) throw new Error(`no post ${id}`);
  return post;
}

export function mustKnow(store: XStore, handle: string): Person {
  const person = store.personByHandle(handle);
  if (person === undefined) throw new Error(`no account @${handle}`);
  return person;
}

/** Text with the automatic mentions that it begins with, cut where it is long. */
export function wholeText(post: Post, written: string): { text: string; automatic: string; note?: string } {
  const automatic = post.automatic.map((handle) => `@${handle} `).join("");
  const cut = cutText(written);
  return cut === undefined
    ? { text: automatic + written, automatic }
    : { text: automatic + cut, automatic, note: automatic + written };
}
