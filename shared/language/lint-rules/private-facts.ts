/** What may identify a purchase or a person. `known` says how the writer may have made it public already. */
export type FactRule = {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly reason: string;
  /** True when the writer's own mention of it makes it sayable. */
  readonly sayableWhenWritten: boolean;
};

export const factRules: readonly FactRule[] = [
  {
    rule: "order-data",
    pattern:
      /(?<![\p{L}\d])(?:order|receipt|invoice|customer|member(?:ship)?|tilaus|tilausnumero|kuitti|kuitin|asiakas|asiakasnumero|jäsen|order|kvitto|kund|medlems)[\s-]{0,4}(?:number|no\.?|nro|numero|nummer|nr\.?)?\s{0,4}[:#]?\s{0,4}#?\d{3,}/giu,
    reason: "A number of an order, receipt or customer is nobody else's business.",
    sayableWhenWritten: false,
  },
  {
    rule: "customer-history",
    pattern:
      /(?<!\p{L})(?:(?:as )?(?:a |our )?(?:loyal |regular |valued )?customer (?:since|for)(?!\p{L})|your (?:purchase|order|customer|buying) (?:history|record)s?|(?:we|i) (?:can )?see (?:that )?(?:you(?:['’]ve| have)? (?:bought|been|spent|ordered)|your (?:purchases|orders))|(?:in|from) our (?:records|system|register)|asiakkaa(?:na|namme) vuodesta|(?:ostohistoria|asiakastieto|asiakasrekisteri|tilaushistoria)\p{L}*|näen (?:tiedoista|järjestelmästä|ostoistasi)|ostoksistasi näkyy|kund(?: hos oss)? sedan|(?:köp|order|kund)historik\p{L}*|jag ser (?:att du (?:har )?(?:köpt|handlat)|i (?:registret|systemet)))/giu,
    reason: "In public nobody may read that this person is in our register, or since when.",
    sayableWhenWritten: false,
  },
  {
    rule: "purchase-date",
    pattern:
      /(?<![\d.,])(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|(?:on |the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|\d{1,2}\. ?(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuuta|(?:den )?\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|(?:since|in|vuonna|vuodesta|sedan|år) (?:19|20)\d{2})(?!\d)/giu,
    reason: "A date that the writer did not name comes from the purchase history.",
    sayableWhenWritten: true,
  },
  {
    rule: "contact-data",
    pattern:
      /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+\.[\p{L}]{2,}|(?<![\d€.,])\+?\d(?:[\s-]?\d){7,14}(?!\d)|(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?![\p{L}\d])|(?<!\d)\d{6}[-+A-FU-Y]\d{3}[0-9A-Z](?![\p{L}\d])|(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)/giu,
    reason: "Contact and identity data never stand in public.",
    sayableWhenWritten: false,
  },
];

/** Tenure and counts in years; sayable where the writer wrote them. */
export const yearsPattern = /(?<![\p{L}\d])(\d{1,2}|\p{L}+)\s(years?|vuotta|vuoden|år)(?!\p{L})/giu;

/** What no message asks for; a sentence that says we never ask is fine. */
export const secretWords =
  /(?<!\p{L})(?:(?:credit |debit |bank ?)?card (?:number|details|info)\p{L}*|cvv|cvc|pin code|bank (?:codes?|credentials|login)|online banking|social security (?:number|no)|(?:personal )?identity (?:code|number)|passport number|password|kortti(?:numero|tieto)\p{L}*|luottokort\p{L}*|pankkitunnu\p{L}*|henkilötunnu\p{L}*|hetu(?:si|nne|n)?|salasana\p{L}*|verkkopankki\p{L}*|kort(?:nummer|uppgifter)\p{L}*|bankkod\p{L}*|bank-?id|personnummer\p{L}*|lösenord\p{L}*)(?!\p{L})/giu;
export const neverWords =
  /(?<!\p{L})(?:never|not|don['’]?t|no|nor|won['’]?t|älä|älkää|en|ei|eikä|enkä|emme|koskaan|aldrig|inte|ingen|inga|ej)(?!\p{L})/iu;
