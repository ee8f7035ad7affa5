import { missingPost, type PartialError, protectedPost } from "./problems.ts";
import type { DirectMessage, Person, Post } from "./state.ts";
import { currentOf, wholeText, type XStore } from "./store.ts";
import { type Entities, serveText } from "./text.ts";

/** What the caller asked to see, and who asks. */
export type Asked = {
  readonly tweetFields: readonly string[];
  readonly userFields: readonly string[];
  readonly mediaFields: readonly string[];
  readonly dmFields?: readonly string[];
  readonly expansions: readonly string[];
  /** The account in user context; absent with an app token. */
  readonly reader?: string | undefined;
  readonly origin: string;
};
type Member = Readonly<Record<string, unknown>>;

export const canSee = (store: XStore, post: Post, reader: string | undefined): boolean =>
  post.deletedMs === undefined &&
  (store.personById(post.authorId)?.protected !== true || post.authorId === reader);

/** Text and entities of one version; long ones cut, with the whole in `note`. */
export function servedText(store: XStore, post: Post, written: string, origin: string) {
  const { text, automatic, note } = wholeText(post, written);
  const postUrl = `${origin}/i/web/status/${post.id}`;
  const photos = post.photos.map(({ mediaKey }) => ({ mediaKey, postUrl }));
  const idOf = (handle: string) => store.personByHandle(handle)?.id;
  return {
    ...serveText(text, photos, idOf),
    automatic,
    note: note === undefined ? undefined : serveText(note, photos, idOf),
  };
}

/** Accounts named in the served text, automatic mentions among them. */
export const mentionedIds = (entities: Entities): string[] =>
  (entities.mentions ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]));

/** A post object: id, text and edit history always, the rest when asked. Missing values are left out, never null. */
export function tweetView(store: XStore, post: Post, asked: Asked, versionId?: string): Member {
  const version = post.versions.find(({ id }) => id === versionId) ?? currentOf(post);
  const { text, entities, automatic, note } = servedText(store, post, version.written, asked.origin);
  const wants = (field: string) => asked.tweetFields.includes(field);
  const view: Record<string, unknown> = {
    id: version.id,
    text,
    edit_history_tweet_ids: post.versions.map(({ id }) => id),
  };
  if (wants("author_id") || asked.expansions.includes("author_id")) view["author_id"] = post.authorId;
  if (wants("created_at")) view["created_at"] = new Date(version.atMs).toISOString();
  if (wants("conversation_id")) view["conversation_id"] = post.conversationId;
  if (
    post.inReplyToUserId !== undefined &&
    (wants("in_reply_to_user_id") || asked.expansions.includes("in_reply_to_user_id"))
  )
    view["in_reply_to_user_id"] = post.inReplyToUserId;
  if (wants("lang")) view["lang"] = post.lang;
  if (wants("reply_settings")) view["reply_settings"] = post.replySetting;
  if (wants("possibly_sensitive")) view["possibly_sensitive"] = false;
  if (wants("display_text_range")) view["display_text_range"] = [[...automatic].length, [...text].length];
  if (
    (wants("entities") || asked.expansions.includes("entities.mentions.username")) &&
    Object.keys(entities).length > 0
  )
    view["entities"] = entities;
  if (wants("note_tweet") && note !== undefined)
    view["note_tweet"] = {
      text: note.text,
      ...(Object.keys(note.entities).length > 0 ? { entities: note.entities } : {}),
    };
  const refs = references(post);
  if (
    refs.length > 0 &&
    (wants("referenced_tweets") || asked.expansions.some((one) => one.startsWith("referenced_tweets")))
  )
    view["referenced_tweets"] = refs;
  if (post.photos.length > 0 && (wants("attachments") || asked.expansions.includes("attachments.media_keys")))
    view["attachments"] = { media_keys: post.photos.map(({ mediaKey }) => mediaKey) };
  if (wants("public_metrics")) view["public_metrics"] = metrics(store, post);
  if (wants("edit_controls"))
    view["edit_controls"] = {
      edits_remaining: 6 - post.versions.length,
      is_edit_eligible: post.inReplyTo === undefined,
      editable_until: new Date(post.writtenMs + 30 * 60_000).toISOString(),
    };
  return view;
}

const references = (post: Post): { type: string; id: string }[] => [
  ...(post.quotes === undefined ? [] : [{ type: "quoted", id: post.quotes }]),
  ...(post.inReplyTo === undefined ? [] : [{ type: "replied_to", id: post.inReplyTo }]),
];

function metrics(store: XStore, post: Post): Member {
  const ids = new Set(post.versions.map(({ id }) => id));
  const alive = store.state.posts.filter((one) => one.deletedMs === undefined);
  return {
    retweet_count: 0,
    reply_count: alive.filter(({ inReplyTo }) => inReplyTo !== undefined && ids.has(inReplyTo)).length,
    like_count: 0,
    quote_count: alive.filter(({ quotes }) => quotes !== undefined && ids.has(quotes)).length,
    bookmark_count: 0,
    impression_count: 0,
  };
}

export function userView(store: XStore, person: Person, asked: Asked): Member {
  const wants = (field: string) => asked.userFields.includes(field);
  const view: Record<string, unknown> = { id: person.id, name: person.name, username: person.handle };
  if (wants("created_at")) view["created_at"] = new Date(person.createdMs).toISOString();
  if (wants("protected")) view["protected"] = person.protected;
  if (wants("verified")) view["verified"] = false;
  if (wants("description")) view["description"] = "";
  if (wants("url")) view["url"] = "";
  if (wants("public_metrics"))
    view["public_metrics"] = {
      followers_count: 0,
      following_count: 0,
      tweet_count: store.state.posts.filter(({ authorId }) => authorId === person.id).length,
      listed_count: 0,
    };
  if (wants("receives_your_dm") && asked.reader !== undefined)
    view["receives_your_dm"] = takesDmFrom(store, person.id, asked.reader);
  return view;
}

/** X lets a brand write only to who has written to it; `openDms` does not lift the rule for automation. */
export const hasWrittenTo = (store: XStore, personId: string, brandId: string): boolean =>
  store.state.messages.some(({ senderId, recipientId }) => senderId === personId && recipientId === brandId);

const takesDmFrom = (store: XStore, personId: string, reader: string): boolean =>
  store.personById(personId)?.openDms === true || hasWrittenTo(store, personId, reader);

export const conversationOf = (a: string, b: string): string =>
  BigInt(a) < BigInt(b) ? `${a}-${b}` : `${b}-${a}`;

export function dmView(store: XStore, message: DirectMessage, asked: Asked): Member {
  const wants = (field: string) => asked.dmFields?.includes(field) === true;
  const { text } = serveText(message.written, [], (handle) => store.personByHandle(handle)?.id);
  const view: Record<string, unknown> = { id: message.id, event_type: "MessageCreate", text };
  if (wants("created_at")) view["created_at"] = new Date(message.writtenMs).toISOString();
  if (wants("dm_conversation_id"))
    view["dm_conversation_id"] = conversationOf(message.senderId, message.recipientId);
  if (wants("sender_id") || asked.expansions.includes("sender_id")) view["sender_id"] = message.senderId;
  return view;
}

/**
 * The `includes` of a list of posts: authors, named accounts, media, and the posts they refer to.
 * A referenced post that cannot be shown is an entry of `errors`.
 */
export function includesOf(
  store: XStore,
  posts: readonly Post[],
  asked: Asked,
): { includes?: Member; errors?: PartialError[] } {
  const wants = (expansion: string) => asked.expansions.includes(expansion);
  const people = new Set<string>();
  const media = new Map<string, Member>();
  const tweets = new Map<string, Member>();
  const errors: PartialError[] = [];
  const addMedia = (post: Post) => {
    for (const { mediaKey, alt } of post.photos) media.set(mediaKey, mediaView(mediaKey, alt, asked));
  };
  for (const post of posts) {
    if (wants("author_id")) people.add(post.authorId);
    if (wants("in_reply_to_user_id") && post.inReplyToUserId !== undefined) people.add(post.inReplyToUserId);
    if (wants("entities.mentions.username"))
      for (const id of mentionedIds(servedText(store, post, currentOf(post).written, asked.origin).entities))
        people.add(id);
    if (wants("attachments.media_keys")) addMedia(post);
    if (!asked.expansions.some((one) => one.startsWith("referenced_tweets.id"))) continue;
    for (const { id } of references(post)) {
      const referenced = store.postById(id);
      if (referenced === undefined || referenced.deletedMs !== undefined)
        errors.push(missingPost(id, "referenced_tweets.id"));
      else if (!canSee(store, referenced, asked.reader))
        errors.push(protectedPost(id, "referenced_tweets.id"));
      else {
        tweets.set(id, tweetView(store, referenced, asked, id));
        if (wants("referenced_tweets.id.author_id")) people.add(referenced.authorId);
        if (wants("referenced_tweets.id.attachments.media_keys")) addMedia(referenced);
      }
    }
  }
  return assembled(store, people, asked, { media, tweets, errors });
}

/** The `includes` of direct messages: who sent them and who took part. */
export function dmIncludesOf(store: XStore, messages: readonly DirectMessage[], asked: Asked) {
  const people = new Set<string>();
  for (const { senderId } of messages) if (asked.expansions.includes("sender_id")) people.add(senderId);
  return assembled(store, people, asked, { media: new Map(), tweets: new Map(), errors: [] });
}

function assembled(
  store: XStore,
  people: ReadonlySet<string>,
  asked: Asked,
  found: { media: ReadonlyMap<string, Member>; tweets: ReadonlyMap<string, Member>; errors: PartialError[] },
): { includes?: Member; errors?: PartialError[] } {
  const users = [...people].flatMap((id) => {
    const person = store.personById(id);
    return person === undefined ? [] : [userView(store, person, asked)];
  });
  const includes = {
    ...(users.length > 0 ? { users } : {}),
    ...(found.tweets.size > 0 ? { tweets: [...found.tweets.values()] } : {}),
    ...(found.media.size > 0 ? { media: [...found.media.values()] } : {}),
  };
  return {
    ...(Object.keys(includes).length > 0 ? { includes } : {}),
    ...(found.errors.length > 0 ? { errors: found.errors } : {}),
  };
}

function mediaView(mediaKey: string, alt: string, asked: Asked): Member {
  const wants = (field: string) => asked.mediaFields.includes(field);
  return {
    media_key: mediaKey,
    type: "photo",
    ...(wants("url") ? { url: `${asked.origin}/_page/photo/${mediaKey}.svg` } : {}),
    ...(wants("alt_text") && alt !== "" ? { alt_text: alt } : {}),
    ...(wants("width") ? { width: 1200 } : {}),
    ...(wants("height") ? { height: 800 } : {}),
  };
}
