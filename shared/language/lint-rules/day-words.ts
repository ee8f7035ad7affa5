import type { Lang } from "../../complaint/ids.ts";
import { Wording } from "../wording.ts";

/** Beginnings of the names of the days, Monday first. */
export const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  en: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  fi: ["maanantai", "tiistai", "keskiviik", "torstai", "perjantai", "lauantai", "sunnuntai"],
  sv: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
};

const numeric = "(?<date>[0-3]?\\d)[./](?<month>1[0-2]|0?[1-9])\\.?(?![\\d%€,])";

/** Days that a text may promise. A date in words is left to the reader. */
export const dayWords: Readonly<Record<Lang, Wording>> = {
  en: new Wording(
    new RegExp(
      `(?<!\\p{L}|\\d)(?:(?<near>today|tonight|this (?:morning|afternoon|evening))|(?<next>tomorrow)|(?:by|on|before|this|until) (?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)|${numeric})(?!\\p{L})`,
      "u",
    ),
  ),
  fi: new Wording(
    new RegExp(
      `(?<!\\p{L}|\\d)(?:(?<near>tänään|tän(?:ä)? iltana)|(?<next>huomenna|huomiseen|huomiseksi)|(?<weekday>(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)(?:na|hin|ksi)|keskiviikkoon)|${numeric})(?!\\p{L})`,
      "u",
    ),
  ),
  sv: new Wording(
    new RegExp(
      `(?<!\\p{L}|\\d)(?:(?<near>i ?dag|i kväll|i eftermiddag)|(?<next>i ?morgon)|(?:på|till|senast|före|innan) (?<weekday>(?:mån|tis|ons|tors|fre|lör|sön)dag)|${numeric})(?!\\p{L})`,
      "u",
    ),
  ),
};

/** Who puts it right says so in the first person; a day in another sentence may be the writer's or the bank's. */
export const doingWords: Readonly<Record<Lang, Wording>> = {
  en: new Wording(
    /(?<!\p{L})(?:(?:i|we)(?:['’]ll| will| are going to|['’]re going to|['’]m going to) (?:refund|pay|send|post|ship|deliver|swap|exchange|replace|transfer|return|have (?:it|them) (?:ready|there))|you(?:['’]ll| will) (?:have|get|receive)|(?:i|we) (?:refund|pay|send|post|ship|swap|exchange|replace|transfer))(?!\p{L})/u,
  ),
  fi: new Wording(
    /(?<!\p{L})(?:palautan|palautamme|maksan|maksamme|lähetän|lähetämme|postitan|postitamme|toimitan|toimitamme|vaihdan|vaihdamme|siirrän|siirrämme|saat|saatte)(?!\p{L})/u,
  ),
  sv: new Wording(
    /(?<!\p{L})(?:(?:jag|vi) (?:ska |kommer att )?(?:betalar?|återbetalar?|skickar?|postar?|levererar?|byter|byta|för över|sätter in)|du får|ni får)(?!\p{L})/u,
  ),
};
