import type { Complaint } from "./problems.ts";

/**
 * Allowed values as documented for API v2 (docs.x.com, "Fields" and "Expansions"). Values whose data the simulator
 * does not hold are accepted and, as on X, simply absent from the answer.
 */
const allowed = {
  "tweet.fields":
    "article attachments author_id card_uri community_id context_annotations conversation_id created_at display_text_range edit_controls edit_history_tweet_ids entities geo id in_reply_to_user_id lang note_tweet paid_partnership possibly_sensitive public_metrics referenced_tweets reply_settings scopes source text withheld",
  "user.fields":
    "affiliation connection_status created_at description entities id location most_recent_tweet_id name pinned_tweet_id profile_banner_url profile_image_url protected public_metrics receives_your_dm subscription_type url username verified verified_type withheld",
  "media.fields":
    "alt_text duration_ms height media_key preview_image_url public_metrics type url variants width",
  "poll.fields": "duration_minutes end_datetime id options voting_status",
  "place.fields": "contained_within country country_code full_name geo id name place_type",
  "dm_event.fields":
    "attachments created_at dm_conversation_id entities event_type id participant_ids referenced_tweets sender_id text",
  expansions:
    "article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet attachments.poll_ids author_id edit_history_tweet_ids entities.mentions.username geo.place_id in_reply_to_user_id entities.note.mentions.username referenced_tweets.id referenced_tweets.id.attachments.media_keys referenced_tweets.id.author_id",
  dmExpansions: "attachments.media_keys participant_ids referenced_tweets.id sender_id",
  userExpansions: "affiliation.user_id most_recent_tweet_id pinned_tweet_id",
  exclude: "replies retweets",
  sort_order: "recency relevancy",
  event_types: "MessageCreate ParticipantsJoin ParticipantsLeave",
} as const;
type ListName = keyof typeof allowed;

/** Reads the query of one call; what does not fit is collected, and the call answered with all of it. */
export type Params = {
  readonly complaints: readonly Complaint[];
  list(name: string, values?: ListName): readonly string[];
  whole(name: string, min: number, max: number, otherwise: number): number;
  id(name: string): string | undefined;
  ids(name: string, max: number): readonly string[];
  time(name: string): number | undefined;
  text(name: string): string | undefined;
  complain(name: string, message: string): void;
  /** Call last: whatever was not read is unknown. */
  rest(): void;
};

export function readParams(query: URLSearchParams): Params {
  const complaints: Complaint[] = [];
  const read = new Set<string>();
  const get = (name: string): string | undefined => {
    read.add(name);
    return query.get(name) ?? undefined;
  };
  const complain = (name: string, message: string) =>
    void complaints.push({ message, parameters: { [name]: query.getAll(name) } });
  const invalid = (name: string, value: string) =>
    complain(name, `The \`${name}\` query parameter value [${value}] is not valid`);
  const isListName = (name: string): name is ListName => name in allowed;
  return {
    complaints,
    complain,
    text: get,
    list(name, values) {
      const value = get(name);
      if (value === undefined) return [];
      const entries = value.split(",");
      const key = values ?? (isListName(name) ? name : undefined);
      const known = key === undefined ? [] : allowed[key].split(" ");
      for (const entry of entries.filter((one) => !known.includes(one)))
        complain(name, `The \`${name}\` query parameter value [${entry}] is not one of [${known.join(",")}]`);
      return entries;
    },
    whole(name, min, max, otherwise) {
      const value = get(name);
      if (value === undefined) return otherwise;
      if (/^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
      complain(name, `The \`${name}\` query parameter value [${value}] is not between ${min} and ${max}`);
      return otherwise;
    },
    id(name) {
      const value = get(name);
      if (value === undefined) return undefined;
      if (/^[0-9]{1,19}$/.test(value)) return value;
      invalid(name, value);
      return undefined;
    },
    ids(name, max) {
      const value = get(name);
      if (value === undefined || value === "") {
        complain(name, `The \`${name}\` query parameter can not be empty`);
        return [];
      }
      const ids = value.split(",");
      for (const id of ids.filter((one) => !/^[0-9]{1,19}$/.test(one))) invalid(name, id);
      if (ids.length > max)
        complain(
          name,
          `The number of values in the \`${name}\` query parameter list [${ids.length}] is not between 1 and ${max}`,
        );
      return [...new Set(ids)];
    },
    time(name) {
      const value = get(name);
      if (value === undefined) return undefined;
      const atMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) ? Date.parse(value) : Number.NaN;
      if (!Number.isNaN(atMs)) return atMs;
      invalid(name, value);
      return undefined;
    },
    rest() {
      for (const name of new Set(query.keys()))
        if (!read.has(name))
          complain(name, `The query parameter [${name}] is not one of [${[...read].sort().join(",")}]`);
    },
  };
}
