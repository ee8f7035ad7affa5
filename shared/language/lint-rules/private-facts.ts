import { Wording } from "../wording.ts";

/** What may identify a purchase or a person. `known` says how the writer may have made it public already. */
export type FactRule = {
  readonly rule: string;
  readonly pattern: Wording;
  /** Without one of these a text holds nothing that the pattern finds; most hold none. */
  readonly needs?: Wording;
  readonly reason: string;
  /** True when the writer's own mention of it makes it sayable. */
  readonly sayableWhenWritten: boolean;
};

export const factRules: readonly FactRule[] = [
  {
    rule: "order-data",
    pattern: new Wording(
      /(?<![\p{L}\d])(?:order|receipt|invoice|customer|member(?:ship)?|tilaus|tilausnumero|kuitti|kuitin|asiakas|asiakasnumero|jäsen|order|kvitto|kund|medlems)[\s-]{0,4}(?:number|no\.?|nro|numero|nummer|nr\.?)?\s{0,4}[:#]?\s{0,4}#?\d{3,}/u,
    ),
    needs: new Wording(/\d{3}/u),
    reason: "A number of an order, receipt or customer is nobody else's business.",
    sayableWhenWritten: false,
  },
  {
    rule: "customer-history",
    pattern: new Wording(
      /(?<!\p{L})(?:(?:as )?(?:a |our )?(?:loyal |regular |valued )?customer (?:since|for)(?!\p{L})|your (?:purchase|order|customer|buying) (?:history|record)s?|(?:we|i) (?:can )?see (?:that )?(?:you(?:['’]ve| have)? (?:bought|been|spent|ordered)|your (?:purchases|orders))|(?:in|from) our (?:records|system|register)|asiakkaa(?:na|namme) vuodesta|(?:ostohistoria|asiakastieto|asiakasrekisteri|tilaushistoria)\p{L}*|näen (?:tiedoista|järjestelmästä|ostoistasi)|ostoksistasi näkyy|kund(?: hos oss)? sedan|(?:köp|order|kund)historik\p{L}*|jag ser (?:att du (?:har )?(?:köpt|handlat)|i (?:registret|systemet)))/u,
    ),
    reason: "In public nobody may read that this person is in our register, or since when.",
    sayableWhenWritten: false,
  },
  {
    rule: "purchase-date",
    pattern: new Wording(
      /(?<![\d.,])(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|(?:on |the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|\d{1,2}\. ?(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuuta|(?:den )?\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|(?:since|in|vuonna|vuodesta|sedan|år) (?:19|20)\d{2})(?!\d)/u,
    ),
    needs: new Wording(/\d/u),
    reason: "A date that the writer did not name comes from the purchase history.",
    sayableWhenWritten: true,
  },
  {
    rule: "contact-data",
    pattern: new Wording(
      /(?<![^\s,;:()<>])[^\s@,;:()<>]+@[^\s@,;:()<>.]+\.[^\s@,;:()<>.]{2,}|(?<![\d€.,])\+?\d(?:[\s-]?\d){7,14}(?!\d)|(?<![\p{L}\d])[a-z]{2}\d{2}(?:\s?[a-z0-9]{4}){3,7}(?![\p{L}\d])|(?<!\d)\d{6}[-+a-fu-y]\d{3}[0-9a-z](?![\p{L}\d])|(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)/u,
    ),
    needs: new Wording(/@|(?:\d[\s-]?){6}|[a-z]{2}\d{2}/u),
    reason: "Contact and identity data never stand in public.",
    sayableWhenWritten: false,
  },
];

/** Tenure and counts in years; sayable where the writer wrote them. */
export const yearsPattern = new Wording(
  /(?<![\p{L}\d])(\d{1,2}|\p{L}+)\s(years?|vuotta|vuoden|år)(?!\p{L})/u,
);

/** Without one of these nobody counts years. */
export const yearWords = new Wording(/year|vuot|vuoden|år/u);

/** A day that lies ahead is a promise, not a purchase: `by 3 December`, `3.12. mennessä`. */
export const aheadBefore = new Wording(/(?:by|until|till|before|viimeistään|senast|innan|till) $/u);
export const aheadAfter = new Wording(/^\s?(?:mennessä|asti|saakka)(?!\p{L})/u);

/** What no message asks for; a sentence that says we never ask is fine. */
export const secretWords = new Wording(
  /(?<!\p{L})(?:(?:credit |debit |bank ?)?card (?:number|details|info)\p{L}*|cvv|cvc|pin code|bank (?:codes?|credentials|login)|online banking|social security (?:number|no)|(?:personal )?identity (?:code|number)|passport number|password|kortti(?:numero|tieto)\p{L}*|luottokort\p{L}*|pankkitunnu\p{L}*|henkilötunnu\p{L}*|hetu(?:si|nne|n)?|salasana\p{L}*|verkkopankki\p{L}*|kort(?:nummer|uppgifter)\p{L}*|bankkod\p{L}*|bank-?id|personnummer\p{L}*|lösenord\p{L}*)(?!\p{L})/u,
);
/** By language: Finnish "en" says no, Swedish "en" says one. */
export const neverWords = {
  en: new Wording(/(?<!\p{L})(?:never|not|don['’]?t|do not|no|nor|won['’]?t|without)(?!\p{L})/u),
  fi: new Wording(/(?<!\p{L})(?:älä|älkää|en|ei|eikä|enkä|emme|emmekä|koskaan|ilman)(?!\p{L})/u),
  sv: new Wording(/(?<!\p{L})(?:aldrig|inte|ingen|inga|ej|utan|behövs inte)(?!\p{L})/u),
} as const;
/** What turns a word for a secret into a wish for it. "Reset your password" wants none. */
export const askingWords = {
  en: new Wording(
    /(?<!\p{L})(?:send|sending|give|tell|share|provide|supply|dm|message|pm|reply with|respond with|confirm|verify|need|require|requires|may (?:i|we) have|can (?:i|we) (?:have|get)|what(?:['’]s| is)|let (?:us|me) (?:know|have)|ask|asks|asking|include|write|type|forward|need(?:s|ed)?|want)(?!\p{L})/u,
  ),
  fi: new Wording(
    /(?<!\p{L})(?:lähet\p{L}*|kerro\p{L}*|anna\p{L}*|ilmoit\p{L}*|laita\p{L}*|laitat\p{L}*|vahvist\p{L}*|tarvits\p{L}*|tarvitaan|mikä on|kirjoita\p{L}*|toimita\p{L}*|jaa\p{L}*|saisinko|saanko|saammeko|kysy\p{L}*|pyyd\p{L}*|tarvitse\p{L}*)(?!\p{L})/u,
  ),
  sv: new Wording(
    /(?<!\p{L})(?:skicka\p{L}*|ge|berätta|uppge\p{L}*|ange\p{L}*|bekräfta\p{L}*|behöver|behövs|skriv\p{L}*|vad är|meddela\p{L}*|lämna\p{L}*|dela|kan (?:jag|vi) få|fråga\p{L}*|frågar|be|ber)(?!\p{L})/u,
  ),
} as const;
/** Of a password people write most often how it is set anew. */
export const resetWords = new Wording(
  /(?<!\p{L})(?:reset\p{L}*|chang\p{L}*|forg[eo]t\p{L}*|recover\p{L}*|new password|update\p{L}*|set (?:up )?a|vaihda\p{L}*|vaihta\p{L}*|unoht\p{L}*|uusi\p{L}*|nollaa\p{L}*|byt\p{L}*|återställ\p{L}*|glöm\p{L}*|nytt lösenord)(?!\p{L})/u,
);
