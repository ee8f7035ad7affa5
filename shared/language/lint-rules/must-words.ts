import type { Lang } from "../../complaint/ids.ts";
import { Wording } from "../wording.ts";

type ByLang = Readonly<Record<Lang, Wording>>;

/** Where somebody is sorry, or thanks the writer for having spoken of something grave. */
export const apology: ByLang = {
  en: new Wording(
    /(?<!\p{L})(?:sorry|apologi[sz]\p{L}*|apolog(?:y|ies)|forgive (?:us|me)|condolences|thank you for (?:telling|speaking|writing))/u,
  ),
  fi: new Wording(
    /(?<!\p{L})(?:pahoillani|pahoillamme|pahoittel\p{L}*|anteeksi|otan osaa|otamme osaa|kiitos)/u,
  ),
  sv: new Wording(/(?<!\p{L})(?:förlåt|ledsen|ledsna|ursäkt|beklagar|förlåtelse|tack för att)/u),
};

/** Somebody who is sorry in person. */
export const firstPerson: ByLang = {
  en: new Wording(/(?<!\p{L})(?:i|i['’](?:m|ll|ve|d)|my|me)(?!\p{L})/u),
  fi: new Wording(
    /(?<!\p{L})(?:olen|minä|minun|minulla|minulta|minut|itse|anteeksi|\p{L}{3,}(?:an|än|en|in|on|un|yn|ön))(?!\p{L})/u,
  ),
  sv: new Wording(/(?<!\p{L})(?:jag|mig|min|mitt|förlåt)(?!\p{L})/u),
};

/** A way to where it goes on unseen. */
export const privateStep: ByLang = {
  en: new Wording(
    /(?<!\p{L})(?:dms?|(?<!for (?:your|the|this) )messag\p{L}*|inbox|privately|private|pm|e-?mail us|(?:send us an|by|via) e-?mail|(?:submit|create|open|raise) a (?:\p{L}+ )?(?:ticket|request)|(?:chat|call)(?:\/call)? us|chat with)(?!\p{L})/u,
  ),
  fi: new Wording(
    /(?<!\p{L})(?:yksityis\p{L}*|viesti(?:n|t|ä|llä|nä|ssä\p{L}*|mme)?|vieste(?:i|j)\p{L}*|dm|inbox\p{L}*|sähköposti(?:lla|a meille)|chat\p{L}*|soita(?:kaa)? meille)(?!\p{L})/u,
  ),
  sv: new Wording(
    /(?<!\p{L})(?:dm|direktmeddelande\p{L}*|(?<!ditt |ert )meddelande\p{L}*|privat|inkorg\p{L}*|mejla oss|e-posta oss|ring oss|chatta)(?!\p{L})/u,
  ),
};

/** An invitation to go on where one is: enough where nothing was decided that a private message must carry. */
export const opensDoor: ByLang = {
  en: new Wording(
    /(?<!\p{L})(?:let (?:us|me) know|keep (?:us|me) (?:posted|updated)|(?:reply|answer|write|tell us|share your \p{L}+|contact us|reach us) (?:\p{L}+ )?here|get back to us|(?:send|share|show) (?:us|me)|please (?:share|send|tell)|(?:reach|contact) (?:out to )?(?:us|our (?:\p{L}+ ){0,3}(?:team|support|experts|specialists))|mind (?:sharing|telling))(?!\p{L})/u,
  ),
  fi: new Wording(
    /(?<!\p{L})(?:kerro(?:tko|han|pa)? (?:meille|lisää|tässä|tähän|miten)|vasta(?:a|tkaa) tähän|kirjoita tähän|lähetä(?:thän|tkö|ttekö)? meille|ota(?:than)? (?:\p{L}+ )?yhteyttä|ottakaa (?:\p{L}+ )?yhteyttä|pidä meidät ajan tasalla)(?!\p{L})/u,
  ),
  sv: new Wording(
    /(?<!\p{L})(?:hör (?:gärna )?av (?:dig|er)|håll oss uppdaterade|svara (?:gärna )?här|skriv (?:gärna )?här|berätta (?:gärna )?(?:mer|för oss|här)|skicka (?:gärna )?(?:oss|hit)|kontakta oss|låt oss veta)(?!\p{L})/u,
  ),
};

/** Something that we do next, in the first person; or what reaches the writer from us. */
export const nextStep: ByLang = {
  en: new Wording(
    /(?<!\p{L})(?:(?:i|we)(?:['’]ll| will| shall)(?! be (?:happy|glad))|(?:i|we)(?:['’]m| am|['’]re| are) (?:now |already |currently |actively )?(?!having|going through|hoping|sorry)\p{L}{2,}ing(?!\p{L})|let me|(?:i|we) (?:answer|reply|write|fix|put|send|find|have|see to|take|sort|start|stop|may|am on)|i['’]m here|(?:is|are) on (?:its|their|the) way|are coming|has gone (?:straight )?to|i['’]ve (?:written|sent|passed|asked|stopped)|we['’]ve (?:sent|replied|written|passed|forwarded|escalated|responded|reported)|find a message|so (?:that )?(?:i|we|they|somebody|someone|our \p{L}+) can \p{L}{3,}|(?:i|we)(?:['’]d| would) (?:like|love) to (?:take|look|see|check|find out)|(?:rest|details|message|note|answer) is in your|you have me|you(?:['’]ll| will) (?:get|have|hear)|(?:just )?sent you)/u,
  ),
  fi: new Wording(
    /(?<!\p{L})(?:(?:kirjoita|korjaa|hoida|selvitä|lähetä|laita|palauta|vaihda|etsi|tarkista|ota|soita|vastaa|jatka|pysäytä|kerro|järjestä|tee|teen|varaa|viesti|katso|tuo|huolehdi|pidä|kysy|panen|pane|hae|maksa|saa|välitä|ilmoita|palaa|tule|anna)(?:n|mme)|saat|saatte|kuulet|kuulette|minun asiani|tulevat|on (?:viesteissä\p{L}*|matkalla|tulossa)|olen siellä|löysit ihmisen|enkä siirrä|kirjoitin jo|saan (?:kirjoittaa|vastata)|on menossa|jotta (?:voin|voimme|pääsen|pääsemme|saan|saamme))(?!\p{L})/u,
  ),
  sv: new Wording(
    /(?<!\p{L})(?:(?:jag|vi) (?:skriver|fixar|ordnar|tar|ser|skickar|ringer|kollar|svarar|återkommer|hör|ska|kommer|rättar|letar|får|berättar|byter|betalar|gör|stoppar|vill|själv|är där|undersöker|löser|håller|lägger|börjar)|(?:skriver|svarar|berättar|skickar|ordnar|tar|ser) (?:jag|vi|till dig|till er)|(?:tar|gör|sköter|löser|tar) jag|får ett meddelande|är på väg|kommer (?:i ett meddelande|privat)|ligger i|får (?:du|ni)|skickat (?:dig|er)|där står|är min sak|går tillbaka till|tar över|så (?:att )?(?:jag|vi) kan)(?!\p{L})/u,
  ),
};

/** By when: a day, an hour, at once; or as soon as the writer's own message is there. */
export const byWhen: ByLang = {
  en: new Wording(
    /(?<!\p{L})(?:now|today|tonight|tomorrow|at once|right away|straight away|straight|immediately|(?:this|any) (?:minute|moment|morning|afternoon|evening|week)|in (?:a|an|\d+|two|three|five|ten) (?:moment|minutes?|hours?|few minutes|days?)|within|by \p{L}+day|by \d|until \d|till \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:its|their) way|are coming|as soon as|already|i['’]ve (?:written|sent)|(?:dm|message) (?:us|me)|send (?:us|me)|write us|drop us|\d+ ?(?:minutes?|hours?|days?|am|pm))(?!\p{L})/u,
  ),
  fi: new Wording(
    /(?<!\p{L})(?:nyt|tänään|huomenna|heti|saman tien|samalla|samantien|hetken päästä|hetkessä|hetki|kohta|pian|tuota pikaa|jo|viimeistään|mennessä|\p{L}+(?:taina|kona|tuntina)|tunni\p{L}*|minuut\p{L}*|päivä\p{L}*|klo|kello|katso viest\p{L}*|viestinä|viestillä|yksityisvies\p{L}*|kirjoita|kirjoittakaa|laita|laittakaa)(?!\p{L})/u,
  ),
  sv: new Wording(
    /(?<!\p{L})(?:nu|idag|i dag|i kväll|imorgon|i morgon|genast|strax|på en gång|direkt|omedelbart|om en stund|snart|senast|inom|före|till kl|redan|på väg|\p{L}+dag|minut\p{L}*|timm\p{L}*|dm|direktmeddelande|skicka oss|skriv till oss|där)(?!\p{L})/u,
  ),
};

/** A reply that refuses or speaks of rules answers a complaint, even where nobody says what it answers. */
export const turnsDown: ByLang = {
  en: new Wording(
    /(?<!\p{L})(?:we regret|unfortunately|polic(?:y|ies)|inconvenience|terms and conditions|your complaint)(?!\p{L})/u,
  ),
  fi: new Wording(
    /(?<!\p{L})(?:valitettavasti|pahoittelemme|käytän(?:tömme|nön)\p{L}*|palautusehto\p{L}*|reklamaatio\p{L}*)(?!\p{L})/u,
  ),
  sv: new Wording(
    /(?<!\p{L})(?:vi beklagar|tyvärr|olägenhet\p{L}*|(?:vår |butikens )?policy|villkor\p{L}*|din reklamation)(?!\p{L})/u,
  ),
};

/** Any sign that the writer's side was seen: an apology, or a word for how it must have been. */
export const showsFeeling: ByLang = {
  en: new Wording(
    new RegExp(
      `${apology.en.pattern.source}|(?<!\\p{L})(?:frustrat\\p{L}*|(?:we|i) (?:hear|feel) you|understand (?:how|that this|your (?:frustration|concern|disappointment))|must have been|annoying|not (?:good|okay|ok|right)|no fun|that['’]s (?:awful|terrible|not)|(?:hate|sad) to (?:hear|see)|you['’]re right)(?!\\p{L})`,
      "u",
    ),
  ),
  fi: new Wording(
    new RegExp(
      `${apology.fi.pattern.source}|(?<!\\p{L})(?:harmillis\\p{L}*|ikävä\\p{L}*|kurja\\p{L}*|ymmärrän|ymmärrämme|turhauttav\\p{L}*|olet oikeassa|epäreilu\\p{L}*)`,
      "u",
    ),
  ),
  sv: new Wording(
    new RegExp(
      `${apology.sv.pattern.source}|(?<!\\p{L})(?:tråkigt|förstår|frustrerande|jobbigt|du har rätt|inte (?:bra|okej|rätt))`,
      "u",
    ),
  ),
};
