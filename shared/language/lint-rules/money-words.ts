import { Wording } from "../wording.ts";

/** Sums, in digits and in words, and other words for money; every language, since amounts wander between them. */
const currency =
  "(?:€|eur(?:oa?|os?|on|olla|oina)?|sek|kr(?:onor|onan|ona)?|usd|gbp|\\$|£|cent(?:s|iä|tiä|in)?|sentti\\p{L}*|öre|penniä|bucks|quid|dollar\\p{L}*|pounds?)";
const digits = "\\d{1,3}(?:[ .,\\u00a0\\u202f]\\d{3}){0,4}(?:[.,]\\d{1,2})?";
const numberWord =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)" +
  "|yhden|yksi|kaksi|kahden|kolme|kolmen|neljä|neljän|viisi|viiden|kuusi|kuuden|seitsemän|kahdeksan|yhdeksän|kymmenen|\\p{L}{1,20}toista|\\p{L}{1,20}kymmentä\\p{L}{0,20}|sata|sadan|satasen|\\p{L}{1,20}sataa|tuhat" +
  "|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo\\p{L}{0,20}|trettio\\p{L}{0,20}|fyrtio\\p{L}{0,20}|femtio\\p{L}{0,20}|sextio\\p{L}{0,20}|sjuttio\\p{L}{0,20}|åttio\\p{L}{0,20}|nittio\\p{L}{0,20}|hundra|\\p{L}{1,20}hundra|tusen|half|puolet|hälften)";

/** `30 €`, `€30`, `8,80 euroa`. Group 1 or 2 holds the digits. */
const sumInDigits = `[€£$]\\s?(${digits})|(${digits})\\s?${currency}(?!\\p{L})`;
/** `thirty euros`, `kolmekymppiä`. */
const sumInWords = `${numberWord}\\s${currency}(?!\\p{L})|\\p{L}{0,20}(?:kymppi|kympin|kymppiä|tonni|satanen|satasen|vitonen|vitosen|tjuga|hundring|femtiolapp|hundralapp)\\p{L}{0,20}(?!\\p{L})`;
const notInside = "(?<![\\p{L}\\d])";

/** A sum in digits or in words. Group 1 or 2 holds the digits where there are any. */
export const sumPattern = new Wording(new RegExp(`${notInside}(?:${sumInDigits}|${sumInWords})`, "u"));
/** The same where no sum stands in words. */
export const digitsOnly = new Wording(new RegExp(`${notInside}(?:${sumInDigits})`, "u"));
/** Without one of these no sum stands in words; a hundred number words need not be tried at each place. */
export const neededForWords = new Wording(
  new RegExp(`\\p{L}\\s${currency}(?!\\p{L})|kymp|tonni|sata|vito|tjuga|hundring|lapp`, "u"),
);
export const percentPattern = new Wording(
  new RegExp(
    `(?<!\\p{L})(?:${digits}\\s?%|(?:${digits}|${numberWord})[\\s-]?(?:per ?cent|percent|prosent\\p{L}*|procent\\p{L}*)(?!\\p{L}))`,
    "u",
  ),
);

/**
 * Without one of these a text holds nothing that the pattern finds: looked at first, since most texts hold none and
 * the patterns above try a hundred number words at each place.
 */
export const neededFor: ReadonlyMap<Wording, Wording> = new Map([
  [
    sumPattern,
    new Wording(
      /[€£$\d]|eur|sek|kr|usd|gbp|cent|sent|öre|penn|bucks|quid|dollar|pound|kymp|tonni|sata|vito|tjuga|hundring|lapp/u,
    ),
  ],
  [percentPattern, new Wording(/%|cent|prosent/u)],
]);

/** "100 % sure" is no share of a price. */
export const noShare = new Wording(/^100\s?%\s(?:sure|certain|cpu|varma|säker)(?!\p{L})/u);

/** What names a means of payment back. None of it belongs in public. */
export const moneyWords = new Wording(
  /(?<!\p{L})(?:vouchers?|gift ?cards?|coupons?|store credit|discounts?|(?<!(?<!\p{L})non[- ])refund\p{L}*|reimburs\p{L}*|compensat\p{L}*|money back|cash ?back|credit note|free of charge|for free|lahjakort\p{L}*|alennu[sk]\p{L}*|alekoodi\p{L}*|etukoodi\p{L}*|hyvity\p{L}*|hyvitä\p{L}*|korvaussumma\p{L}*|rah(?:at|asi|anne|oja) takaisin|palautan rahat|palautamme rahat|ilmaiseksi|kuponki\p{L}*|kupongin|presentkort\p{L}*|rabatt\p{L}*|värdecheck\p{L}*|tillgodo\p{L}*|kompens\p{L}*|ersättning\p{L}*|återbetal\p{L}*|pengarna tillbaka|kupong\p{L}*|gratis)(?!\p{L})/u,
);
export const voucherWords = new Wording(
  /(?<!\p{L})(?:vouchers?|gift ?cards?|coupons?|store credit|lahjakort\p{L}*|etukoodi\p{L}*|alekoodi\p{L}*|hyvityskup\p{L}*|kuponki\p{L}*|kupongin|presentkort\p{L}*|värdecheck\p{L}*|tillgodokvitto\p{L}*|kupong\p{L}*)(?!\p{L})/u,
);
export const refundWords = new Wording(
  /(?<!\p{L})(?:(?<!(?<!\p{L})non[- ])refund\p{L}*|reimburs\p{L}*|(?:all )?(?:your |the )?money back|rah(?:at|asi|anne|oja) takaisin|återbetal\p{L}*|pengarna tillbaka)(?!\p{L})/u,
);

/** "We swap them", in the words of somebody who will do it; "you wanted to exchange them" promises nothing. */
export const exchangeWords = new Wording(
  /(?<!\p{L})(?:(?:we|i)(?:['’]ll| will| can|['’]d be happy to)? (?:gladly |happily |of course )?(?:swap|exchange)(?! (?:ideas|words))|you can (?:swap|exchange)|(?:vaihdan|vaihdamme|voimme vaihtaa|voin vaihtaa|saat vaihtaa|voit vaihtaa)(?! (?:muutaman |pari )?sana\p{L}*)|(?:vi|jag) (?:kan |ska )?(?:byter|byta) (?:gärna )?(?:den|det|dem|skorna|varan|ut)|du (?:får|kan) byta)(?!\p{L})/u,
);
export const replacementWords = new Wording(
  /(?<!\p{L})(?:(?:we|i)(?:['’]ll| will| can)? (?:send|post|ship|give) you (?:\p{L}+ )?(?:a (?:brand[- ])?new|another|a replacement)|you(?:['’]ll| will)? (?:get|have|receive) a (?:brand[- ]new|replacement)|(?:lähetän|lähetämme|postitan|postitamme|saat|annamme) (?:\p{L}+ )?(?:uuden|uudet|tilalle)|(?:vi|jag) (?:skickar|postar) (?:dig )?(?:en ny|ett nytt|nya)|du får (?:en ny|ett nytt|nya))(?!\p{L})/u,
);
export const redoWords = new Wording(
  /(?<!\p{L})(?:(?:we|i)(?:['’]ll| will| can)? (?:do|make|clean|cook|fix|repair) (?:it|this|that|them) (?:all )?(?:again|anew|over)|(?:teen|teemme|tehdään) (?:sen|työn) (?:uudelleen|uudestaan|alusta)|(?:vi|jag) gör (?:om det|det en gång till))(?!\p{L})/u,
);

/** Minor units of a written number: `1 234,50` → 123450. */
export function minorOf(written: string): number {
  const match = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(written);
  const whole = (match?.[1] ?? written).replace(/\D/g, "");
  return Number(whole) * 100 + Number((match?.[2] ?? "").padEnd(2, "0") || "0");
}
