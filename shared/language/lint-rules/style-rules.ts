// Over 300 lines: the rules of style are one table, its languages side by side, so that a gap shows.
import type { Lang } from "../../complaint/ids.ts";

/** Words that do not get past the checker, with the reason and, per language, patterns and a better wording. */
export type StyleRule = {
  readonly rule: string;
  readonly severity: "hard" | "soft";
  /** Style can be overruled with a reason; what touches money, privacy or recipient never. */
  readonly overrulable: boolean;
  readonly side?: "public" | "private";
  readonly reason: string;
  readonly words: Readonly<Record<Lang, { readonly patterns: readonly RegExp[]; readonly better: string }>>;
};

// `\p{L}` and not `\w`: å, ä and ö are letters.
export const styleRules: readonly StyleRule[] = [
  {
    rule: "process-language",
    severity: "hard",
    overrulable: true,
    reason: "This tells how we work, not what happens for the writer.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})(?:our |company |store |shop |return |refund |common |usual |standard ){0,8}polic(?:y|ies)(?!\p{L})/iu,
          /(?<!\p{L})unfortunately,? (?:we|i) (?:can ?not|can['’]?t|are unable|am unable|are not able|am not able|won['’]?t|do not|don['’]?t)/iu,
          /(?<!\p{L})(?:we|i) (?:are|am) (?:unable|not able) to/iu,
          /(?<!\p{L})(?:fill (?:in|out)|complete) (?:\p{L}+ ){0,3}form(?!\p{L})/iu,
          /(?<!\p{L})(?:call|phone|ring|contact) (?:us |back |again )*(?:again|later|back|tomorrow|in the (?:morning|afternoon)|during (?:office|business|opening) hours)(?!\p{L})/iu,
          /(?<!\p{L})(?:check|discuss|confirm|clear) (?:this |it )?with (?:my|our|the) (?:supervisor|manager|boss|superior)/iu,
          /(?<!\p{L})(?:any |the |for )?inconvenience(?!\p{L})/iu,
          /(?<!\p{L})we regret(?!\p{L})/iu,
          /(?<!\p{L})as (?:previously |already )?(?:stated|mentioned|explained)(?!\p{L})/iu,
          /(?<!\p{L})terms and conditions(?!\p{L})/iu,
          /(?<!\p{L})in accordance with(?!\p{L})/iu,
          /(?<!\p{L})(?:according to|as per|per) (?:our|the) (?:rules?|terms|guidelines?|procedures?|instructions?)/iu,
          /(?<!\p{L})(?:your )?(?:feedback|satisfaction|opinion) is (?:very )?(?:important|valuable)/iu,
          /(?<!\p{L})(?:case|ticket|reference) number(?!\p{L})/iu,
          /(?<!\p{L})we (?:strive|take (?:this|all \p{L}+) (?:very )?seriously|value your)/iu,
          /(?<!\p{L})set up the line(?!\p{L})/iu,
          /(?<!\p{L})(?:contact|email|e-mail|write to) (?:our )?customer (?:service|care|support)(?!\p{L})/iu,
        ],
        better: "Say what happens now: “You'll have the right size, and I'm messaging you now.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})käytän(?:tömme|nön|töjen|töjemme|tö on|nöt)\p{L}*/iu,
          /(?<!\p{L})(?:sääntöjemme|ohjeidemme|ohjeistuksemme|ehtojemme|palautusehto\p{L}*|sopimusehto\p{L}*)(?: mukaan)?/iu,
          /(?<!\p{L})valitettavasti (?:emme|en|ei|me emme|tämä ei|se ei)(?!\p{L})/iu,
          /(?<!\p{L})(?:täytä|täyttäkää|täyttämällä) (?:\p{L}+ ){0,3}lomak\p{L}*/iu,
          /(?<!\p{L})(?:soita|soittakaa|ota yhteyttä|ottakaa yhteyttä) (?:\p{L}+ ){0,2}(?:uudestaan|uudelleen|myöhemmin|iltapäivällä|huomenna|asiakaspalvelu\p{L}*)/iu,
          /(?<!\p{L})(?:tarkist\p{L}*|varmist\p{L}*|kysy\p{L}*) (?:\p{L}+ ){0,2}esimiehelt(?:ä|äni)(?!\p{L})/iu,
          /(?<!\p{L})(?:pahoittelemme|pahoittelut) (?:\p{L}+ ){0,3}(?:haitta|häiriö|vaiva|epämukavuu)\p{L}*/iu,
          /(?<!\p{L})aiheutunut\p{L}* (?:haitta|häiriö|vaiva|mielipaha)\p{L}*/iu,
          /(?<!\p{L})valitamme(?!\p{L})/iu,
          /(?<!\p{L})kuten (?:edellä |aiemmin |jo )?(?:todettu|mainittu|todettiin|mainitsimme)/iu,
          /(?<!\p{L})palaut(?:teesi|teenne) on (?:meille )?tärkeä\p{L}*/iu,
          /(?<!\p{L})(?:asianumero|tikettinumero|tapausnumero)\p{L}*/iu,
          /(?<!\p{L})meillä on (?:yhteinen|yleinen) (?:linja|tapa|sääntö)/iu,
        ],
        better: "Sano, mitä nyt tapahtuu: ”Korjaan sen nyt ja kirjoitan sinulle yksityisesti.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:vår |butikens |företagets )?policy(?!\p{L})/iu,
          /(?<!\p{L})(?:enligt|i enlighet med) (?:våra|vår|gällande) (?:regler|villkor|rutiner|policy|praxis)/iu,
          /(?<!\p{L})tyvärr (?:kan vi|kan jag|så kan|har vi|går det) (?:\p{L}+ )?(?:inte|ingen)(?!\p{L})/iu,
          /(?<!\p{L})(?:fyll|fylla) i (?:\p{L}+ ){0,3}(?:formulär|blankett)\p{L}*/iu,
          /(?<!\p{L})(?:ring|kontakta|hör av dig|hör av er) (?:\p{L}+ ){0,2}(?:igen|senare|i eftermiddag|på eftermiddagen|i morgon|kundtjänst|kundservice)/iu,
          /(?<!\p{L})(?:kolla|stämma av|fråga|kontrollera) (?:\p{L}+ ){0,2}(?:med )?min chef(?!\p{L})/iu,
          /(?<!\p{L})(?:eventuell\p{L}* )?(?:olägenhet|besvär)(?:en|et|er)? (?:som )?(?:detta|det|vi) (?:kan ha )?(?:orsakat|medfört)/iu,
          /(?<!\p{L})eventuell\p{L}* (?:olägenhet|besvär)\p{L}*/iu,
          /(?<!\p{L})vi beklagar(?!\p{L})/iu,
          /(?<!\p{L})som (?:tidigare |redan )?(?:nämnts|nämnt|sagts|angivits)(?!\p{L})/iu,
          /(?<!\p{L})(?:din|er) (?:feedback|åsikt|synpunkt) är viktig/iu,
          /(?<!\p{L})(?:ärende|referens)nummer\p{L}*/iu,
        ],
        better: "Säg vad som händer nu: ”Jag rättar till det nu och skriver till dig privat.”",
      },
    },
  },
  {
    rule: "conditional-apology",
    severity: "hard",
    overrulable: true,
    reason: "An apology with a condition doubts what the writer felt.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})if you (?:feel|felt|experienced|were (?:upset|offended|disappointed)|are (?:upset|disappointed|unhappy))/iu,
          /(?<!\p{L})(?:sorry|apologi[sz]e|apologies) (?:if|that you (?:feel|felt))(?!\p{L})/iu,
          /(?<!\p{L})(?:sorry|apologi[sz]e|apologies) for any(?!\p{L})/iu,
          /(?<!\p{L})(?:any|possible|potential) (?:harm|trouble|upset|distress|misunderstanding) (?:caused|this)/iu,
          /(?<!\p{L})should (?:this|we) have (?:caused|offended)/iu,
        ],
        better: "“I'm sorry.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:mikäli|jos) (?:\p{L}+ )?(?:koet|koette|koit|koitte|tunnet|tunsit|tunsitte|olet pettynyt|pahoitit|petyit|pahastuit)\p{L}*/iu,
          /(?<!\p{L})(?:pahoillani|pahoittelen|pahoittelemme|pahoittelut|anteeksi),? (?:jos|mikäli)(?!\p{L})/iu,
          /(?<!\p{L})mahdolli(?:nen|sta|sen|sia|sesta|sesti) (?:\p{L}+ )?(?:aiheut|haitta|häiriö|mielipaha|vaiva|harmi|ikävyy|väärinkäsity)\p{L}*/iu,
          /(?<!\p{L})(?:pahoittel\p{L}*|anteeksi|pahoillani) (?:\p{L}+ ){0,2}mahdolli\p{L}*/iu,
          /(?<!\p{L})ikävää,? että (?:koet|koette|tunnet|tunnette|koit)/iu,
        ],
        better: "”Olen pahoillani.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})om (?:du|ni) (?:upplev\p{L}*|känner|kände|känt|blev (?:besviken|upprörd)|är (?:besviken|missnöjd))/iu,
          /(?<!\p{L})(?:ledsen|ledsna|beklagar|förlåt|ursäkt),? (?:om|ifall)(?!\p{L})/iu,
          /(?<!\p{L})(?:tråkigt|ledsamt|synd),? att (?:du|ni) (?:känner|upplever|tycker)/iu,
          /(?<!\p{L})(?:beklagar|ursäkt för|förlåt för) eventuell\p{L}*/iu,
        ],
        better: "”Förlåt.”",
      },
    },
  },
  {
    rule: "disputes-experience",
    severity: "hard",
    overrulable: true,
    reason: "A reply never disputes what the writer experienced.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})(?:you (?:must have|may have|might have|have) )?misunder(?:stood|standing)(?!\p{L})/iu,
          /(?<!\p{L})(?:that|this|it)(?:['’]s| is) (?:not (?:true|correct|accurate|what happened)|incorrect|untrue|impossible|false)(?!\p{L})/iu,
          /(?<!\p{L})(?:we have|there is) no record(?!\p{L})/iu,
          /(?<!\p{L})(?:according to|our) (?:our )?(?:staff|employees?|records|system|logs?) (?:says?|shows?|that|you)/iu,
          /(?<!\p{L})according to our (?:staff|employees?|records|system|logs?)/iu,
          /(?<!\p{L})(?:allegedly|you claim|you allege|as you claim|your claim)(?!\p{L})/iu,
          /(?<!\p{L})we (?:find|found) (?:it|that) hard to believe/iu,
        ],
        better: "Say back what the writer told, as it was told.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})väärinkäsity\p{L}*/iu,
          /(?<!\p{L})(?:olet|olette|olit|olitte)? ?(?:käsittänyt|käsitit|ymmärtänyt|ymmärsit) väärin/iu,
          /(?<!\p{L})(?:se|tämä|tuo|väite) ei pidä paikkaansa/iu,
          /(?<!\p{L})(?:väität|väitätte|väitteesi|väitteenne|väittämäsi)(?!\p{L})/iu,
          /(?<!\p{L})(?:tietojemme|järjestelmämme|henkilökuntamme|henkilökunnan|myyjän) mukaan/iu,
          /(?<!\p{L})(?:se|tämä) ei ole (?:mahdollista|totta)(?!\p{L})/iu,
        ],
        better: "Sano takaisin se, mitä kirjoittaja kertoi, niin kuin hän sen kertoi.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})missförst\p{L}*/iu,
          /(?<!\p{L})(?:det|detta) (?:stämmer inte|är inte (?:sant|korrekt|möjligt)|är felaktigt)/iu,
          /(?<!\p{L})(?:du|ni) påstår(?!\p{L})/iu,
          /(?<!\p{L})enligt (?:våra uppgifter|vårt system|personalen|vår personal)/iu,
          /(?<!\p{L})(?:ditt|ert) påstående(?!\p{L})/iu,
        ],
        better: "Säg tillbaka det som skribenten berättade, så som det berättades.",
      },
    },
  },
  {
    rule: "blames-clerk",
    severity: "hard",
    overrulable: true,
    reason: "The rule is the company's; the person at the counter stands alone there.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})(?:the|our|that|this|a new|an inexperienced) (?:new |young )?(?:clerk|cashier|employee|sales ?person|salesman|saleswoman|shop assistant|assistant|staff member|waiter|waitress|trainee|worker|colleague)(?:['’]s)? (?:was|were|did|didn['’]?t|made|should|ha[sd]|failed|acted|mistake|error|fault|misunderstood|forgot|must)/iu,
          /(?<!\p{L})(?:individual|employee|staff|human) (?:error|mistake)(?!\p{L})/iu,
          /(?<!\p{L})(?:speak|talk|spoke|dealt) (?:to|with) the (?:employee|clerk|staff member|person) (?:concerned|in question|involved)/iu,
        ],
        better: "“That was our doing.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:myyjä(?:mme|n|ltä|ltämme)?|kassa(?:mme|henkilö\p{L}*)|työntekijä(?:mme|n|ltä)?|harjoittelija(?:mme|n)?|tarjoilija(?:mme|n)?|kesätyöntekijä\p{L}*|uusi työntekijä) (?:on |oli |olisi )?(?:toimi\p{L}*|teki|tehnyt|ei|erehty\p{L}*|unoht\p{L}*|virhe|moka|väärässä|pitänyt)/iu,
          /(?<!\p{L})inhimillinen (?:virhe|erehdys)(?!\p{L})/iu,
          /(?<!\p{L})keskustel\p{L}* (?:asiasta )?(?:kyseisen|asianomaisen) (?:myyjän|työntekijän|henkilön) kanssa/iu,
        ],
        better: "”Se oli meidän tekemämme.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:säljaren|kassören|kassörskan|expediten|medarbetaren|den anställde|vår (?:nya )?(?:medarbetare|säljare|praktikant)|servitören|servitrisen|praktikanten) (?:var|gjorde|borde|skulle|hade|har|glömde|missade|agerade|begick)/iu,
          /(?<!\p{L})(?:den mänskliga faktorn|mänskligt misstag)(?!\p{L})/iu,
          /(?<!\p{L})tala med (?:den berörda|berörd) (?:medarbetare|personal)\p{L}*/iu,
        ],
        better: "”Det var vårt fel.”",
      },
    },
  },
  {
    rule: "blames-customer",
    severity: "hard",
    overrulable: true,
    reason: "The writer is not to blame, and a reply is not the place to teach.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})you (?:should|could|ought to) have (?:read|checked|kept|known|told|brought|asked|called|contacted|noticed|tried|noted|followed|informed|ordered|come)(?!\p{L})/iu,
          /(?<!\p{L})you (?:failed|forgot|neglected) to(?!\p{L})/iu,
          /(?<!\p{L})(?:next time|in future|in the future),? (?:please |you should |make sure|remember)/iu,
          /(?<!\p{L})(?:your own|because of your) (?:fault|mistake|error|responsibility)/iu,
        ],
        better: "Leave it out.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:sinun|teidän) olisi (?:pitänyt|kannattanut|tullut)(?!\p{L})/iu,
          /(?<!\p{L})(?:olisit|olisitte) voinut(?!\p{L})/iu,
          /(?<!\p{L})(?:unohdit|unohditte|laiminlöit|jätit (?:tarkistamatta|lukematta|ilmoittamatta))(?!\p{L})/iu,
          /(?<!\p{L})ensi kerralla (?:\p{L}+ )?(?:kannattaa|muista|muistathan|tarkista|tarkistathan)/iu,
          /(?<!\p{L})oma(?:ssa|a)? (?:vika|virhe|vastuu|syy)(?:si|nne)(?!\p{L})/iu,
        ],
        better: "Jätä pois.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:du|ni) (?:borde|skulle|kunde) ha (?:läst|kollat|kontrollerat|sparat|vetat|sagt|frågat|ringt|kontaktat|märkt|följt|meddelat)(?!\p{L})/iu,
          /(?<!\p{L})(?:du|ni) (?:glömde|försummade|missade) att(?!\p{L})/iu,
          /(?<!\p{L})nästa gång (?:\p{L}+ )?(?:bör|behöver du|kom ihåg|se till)/iu,
          /(?<!\p{L})(?:ditt|ert) eget (?:fel|ansvar|misstag)(?!\p{L})/iu,
        ],
        better: "Stryk det.",
      },
    },
  },
  {
    rule: "nobody-did-it",
    severity: "hard",
    overrulable: true,
    reason: "A mistake without anybody who made it sounds like a weather report.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})mistakes were made(?!\p{L})/iu,
          /(?<!\p{L})(?:an|some) (?:error|mistake|issue) (?:has |had )?(?:occurred|happened|arisen)(?!\p{L})/iu,
          /(?<!\p{L})there (?:has been|was) an? (?:error|mistake|issue|misunderstanding)(?!\p{L})/iu,
        ],
        better: "“We made a mistake.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:virhe|erehdys|väärinkäsitys|häiriö) on (?:tapahtunut|sattunut|päässyt)/iu,
          /(?<!\p{L})on (?:tapahtunut|sattunut|päässyt (?:käymään|tapahtumaan)) (?:virhe|erehdys|väärinkäsitys|häiriö)/iu,
        ],
        better: "”Teimme virheen.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:ett|något) (?:fel|misstag) har (?:uppstått|skett|inträffat|begåtts)/iu,
          /(?<!\p{L})det har (?:uppstått|skett|blivit) (?:ett|något) (?:fel|misstag)/iu,
        ],
        better: "”Vi gjorde fel.”",
      },
    },
  },
  {
    rule: "gift-wrapped",
    severity: "hard",
    overrulable: true,
    reason: "What is owed is the writer's own and never a gesture.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})(?:as )?(?:a )?(?:goodwill |kind )?gesture(?: of goodwill)?(?!\p{L})/iu,
          /(?<!\p{L})as a (?:token of|one-off|courtesy|special favou?r)(?!\p{L})/iu,
          /(?<!\p{L})we(?:['’]d| would) like to treat you(?!\p{L})/iu,
          /(?<!\p{L})exceptionally,? (?:we|i)(?!\p{L})/iu,
        ],
        better: "“It is yours.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:hyvän tahdon|kädenojennu|ystävällisen) ?\p{L}*(?: ele\p{L}*)?/iu,
          /(?<!\p{L})eleenä(?!\p{L})/iu,
          /(?<!\p{L})poikkeuksellisesti (?:voimme|voin|saat|annamme)/iu,
          /(?<!\p{L})hyvityslahja\p{L}*/iu,
        ],
        better: "”Se on sinun.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:som )?en (?:vänlig |fin )?gest(?!\p{L})/iu,
          /(?<!\p{L})goodwill(?!\p{L})/iu,
          /(?<!\p{L})som (?:plåster på såren|kompensation och tack)(?!\p{L})/iu,
          /(?<!\p{L})undantagsvis (?:kan|ger|får)/iu,
        ],
        better: "”Det är ditt.”",
      },
    },
  },
  {
    rule: "strings-attached",
    severity: "hard",
    overrulable: false,
    reason: "No remedy depends on deleting, changing or writing a post.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})(?:delete|remove|take down|edit|change|update|withdraw) (?:\p{L}+ ){0,2}(?:post|comment|review|tweet|rating)(?!\p{L})/iu,
          /(?<!\p{L})(?:in return for|in exchange for) (?:\p{L}+ ){0,3}(?:review|post|comment|silence)/iu,
          /(?<!\p{L})(?:leave|write|post|give) (?:us )?(?:a |another )?(?:good |positive |nice |better )?(?:review|rating)(?!\p{L})/iu,
        ],
        better: "Leave it out: the remedy stands whatever the post says.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:poista\p{L}*|muokkaa\p{L}*|muuta\p{L}*|korjaa\p{L}*) (?:\p{L}+ ){0,2}(?:julkaisu\p{L}*|kommentti\p{L}*|kommentin\p{L}*|arvostelu\p{L}*|päivity\p{L}*|twiit\p{L}*)/iu,
          /(?<!\p{L})(?:vastineeksi|vastapalvelu\p{L}*|jos poistat)(?!\p{L})/iu,
          /(?<!\p{L})(?:jätä|kirjoita|anna) (?:\p{L}+ ){0,2}(?:hyvä|positiivinen|myönteinen) (?:arvostelu|arvio|palaute)/iu,
        ],
        better: "Jätä pois: hyvitys pitää, sanoi julkaisu mitä tahansa.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:ta bort|radera|ändra|redigera|dra tillbaka) (?:\p{L}+ ){0,2}(?:inlägg\p{L}*|kommentar\p{L}*|recension\p{L}*|omdöme\p{L}*)/iu,
          /(?<!\p{L})(?:i utbyte mot|i gengäld)(?!\p{L})/iu,
          /(?<!\p{L})(?:lämna|skriv|ge) (?:\p{L}+ ){0,2}(?:bra|positiv\p{L}*|gott) (?:recension|omdöme|betyg)/iu,
        ],
        better: "Stryk det: gottgörelsen gäller vad inlägget än säger.",
      },
    },
  },
  {
    rule: "stiff-address",
    severity: "soft",
    overrulable: true,
    reason: "Nobody in a village shop says this.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})(?:dear|valued) (?:customer|guest|client|sir|madam)/iu,
          /(?<!\p{L})(?:going forward|reach out|touch base|at your earliest convenience|kind(?:ly)? (?:note|be advised))/iu,
        ],
        better: "Say it as you would across the counter.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:arvoisa|hyvä) (?:asiakas|asiakkaamme|vastaanottaja)/iu,
          /(?<!\p{L})(?:pyydämme huomioimaan|tiedoksenne|toivomme ymmärrystänne|ymmärtänette)/iu,
        ],
        better: "Sano niin kuin sanoisit tiskin yli.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:bästa|kära|ärade) (?:kund|gäst)/iu,
          /(?<!\p{L})(?:vänligen notera|för er kännedom|vi hoppas på (?:din|er) förståelse)/iu,
        ],
        better: "Säg det som du skulle över disken.",
      },
    },
  },
];
