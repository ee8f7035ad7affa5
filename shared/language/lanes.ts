import type { AsideReason, Lane, LookReason, StopCase } from "../complaint/assessment.ts";
import type { Said } from "./grammar.ts";
import { isPraise, type Judgement, SURE } from "./judge-complaint.ts";
import { isChat, isPlaceOnly, isPlanted } from "./read-signs.ts";
import type { ComplaintFeatures } from "./score-complaint.ts";
import type { Reading } from "./tokens.ts";

export type Outcome = {
  lane: Lane;
  stopCase?: StopCase;
  asideReason?: AsideReason;
  lookReason?: LookReason;
};

/** What is known of a mention when its lane is chosen. */
type Signs = {
  byBrand: boolean;
  hasMedia: boolean;
  /** It answers another mention. */
  answers: boolean;
  /** As it was written. */
  length: number;
  words: Reading;
  said: Said;
  judged: Judgement;
  situation: string | undefined;
  stop: StopCase | undefined;
  joinedStop: boolean;
  irony: boolean;
  readable: boolean;
  hidden: boolean;
};

/** The checks in order; the first that speaks decides. */
export function laneOf(signs: Signs): Outcome {
  const { words, said, stop, hasMedia } = signs;
  const { features, isComplaint, score, points } = signs.judged;
  const look = (lookReason: LookReason): Outcome => ({ lane: "look", lookReason });
  const aside = (asideReason: AsideReason): Outcome => ({ lane: "aside", asideReason });

  if (signs.byBrand) return aside("own-post");
  if (stop) return { lane: "stop", stopCase: stop };
  if (words.tokens.length === 0 && words.emoji.length === 0 && words.urls === 0) {
    return hasMedia ? look("photo-only") : aside("chatter");
  }
  // "Same here" under a stop case may be one more person hurt: somebody looks.
  if (signs.joinedStop && isComplaint) return look("low-confidence");
  if (signs.hidden) return look("hidden-characters");
  if (signs.length > LONG_TEXT) return look("long-text");
  if (words.tokens.length === 0) return aside("chatter");
  if (!signs.readable) return look("unknown-language");
  // The rules find no complaint: what the model alone takes for one yields to a plain sign of something else.
  const unsaid = points < 0;
  const barely = !isComplaint || unsaid || (points < BARELY && score < SURE);
  if ((isSpam(words, features) || isPlanted(words, said)) && barely) return aside("spam");
  if (signs.irony) return look("irony");
  if (unsaid && isPlaceOnly(words, said)) return aside("not-about-us");
  if (isComplaint && unsaid && signs.situation === undefined && asksInEarnest(words))
    return { lane: "question" };
  if (isComplaint) return signs.situation === undefined ? look("no-situation") : { lane: "answer" };
  if (features.dealing === 0 && isChat(words, said)) return aside("chatter");
  if (words.asks.some(Boolean)) return { lane: "question" };
  if (isPlaceOnly(words, said)) return aside("not-about-us");
  if (unsaid && features["put-right"] > 0 && features.thanks === 0) return aside("praise");
  const pointsAtPicture = hasMedia && words.tokens.length <= POINTS_AT_PICTURE;
  if (score >= DOUBT_FROM && !isPraise(features, points))
    return look(pointsAtPicture ? "photo-only" : "low-confidence");
  if (features.thanks > 0 && signs.answers) return aside("thanks");
  if (features.praise > 0) return aside("praise");
  if (features.thanks > 0) return aside("thanks");
  if (features["put-right"] > 0) return aside("praise");
  if (pointsAtPicture) return look("photo-only");
  // Somebody had to do with us and says how, in words that no rule knows.
  if (features.dealing > 0) return look("low-confidence");
  // What is written to the brand in plain earnest is chatter only with good reason.
  const earnest = words.emoji.length === 0 && words.tokens.length >= EARNEST_FROM;
  if (!signs.answers && earnest && features.greeting === 0) return look("low-confidence");
  return aside("chatter");
}

/** Longer than this, a person looks; everything that is read of it is read all the same. */
const LONG_TEXT = 8_000;
/** From here to `COMPLAINT_FROM` lies doubt, and a person looks. */
export const DOUBT_FROM = 0.35;
/** "Look at this": as many words point at a picture, and the picture is what is said. */
const POINTS_AT_PICTURE = 6;
/** Fewer words are a shout. */
const EARNEST_FROM = 5;
const MANY_HASHTAGS = 6;
/** Points below which the rules find hardly a complaint in a text. */
const BARELY = 1;

/**
 * "The shelf said 39,90. So that's my fault?" tells, and asks nothing: a question is most of what it stands in, or
 * asks whether something is so with the Finnish ending ("Ehtiikö?"; "Ootteko tosissanne?" does not want to know).
 */
function asksInEarnest({ tokens, asks }: Reading): boolean {
  const asking = tokens.filter(({ sentence }) => asks[sentence]);
  const whether = asking.some(
    ({ word, sentence }, at) =>
      asking[at - 1]?.sentence !== sentence && WHETHER.test(word) && !YOU_WHETHER.test(word),
  );
  return whether || (asking.length > 0 && asking.length * 2 >= tokens.length);
}
const WHETHER = /k[oö]$/u;
const YOU_WHETHER = /ttek[oö]$/u;

function isSpam(words: Reading, features: ComplaintFeatures): boolean {
  const hashtags = words.tokens.filter((token) => token.kind === "hashtag").length;
  // "Is that all sizes, and do you ship?" asks about an offer.
  const asks = features.addressed > 0 && words.asks.some(Boolean);
  return (features.offer > 0 && words.urls > 0) || (features.offer > 1 && !asks) || hashtags >= MANY_HASHTAGS;
}
