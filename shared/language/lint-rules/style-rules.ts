// Over 300 lines: the rules of style are one table, its languages side by side, so that a gap shows.
import type { Lang } from "../../complaint/ids.ts";

/** Words that do not get past the checker, with the reason and, per language, patterns and a better wording. */
export type StyleRule = {
  readonly rule: string;
  readonly severity: "hard" | "soft";
  /** Style can be overruled with a reason; what touches money, privacy or recipient never. */
  readonly overrulable: boolean;
  readonly reason: string;
  readonly words: Readonly<Record<Lang, StyleWords>>;
};
export type StyleWords = {
  readonly patterns: readonly RegExp[];
  /** A sentence that says this means something else by the same words. */
  readonly unless?: RegExp;
  readonly better: string;
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
          /(?<!\p{L})(?:we|i)(?: are| am|['’]re|['’]m) (?:unable|not able) to/iu,
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
          /(?<!\p{L})(?:emme|en) valitettavasti(?!\p{L})/iu,
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
          /(?<!\p{L})(?:vi|jag) kan tyvärr (?:inte|ej)(?!\p{L})/iu,
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
          /(?<!\p{L})you(?:['’]ve| must have| may have| might have| have)? misunderstood(?!\p{L})/iu,
          /(?<!\p{L})(?:a|some|the) (?:simple |slight |small )?misunderstanding(?!\p{L})/iu,
          /(?<!\p{L})(?:that|this|it)(?:['’]s| is) (?:not (?:true|correct|accurate|what happened)|incorrect|untrue|impossible|false)(?! (?:that|to|for|how)(?!\p{L}))(?!\p{L})/iu,
          /(?<!\p{L})(?:that|this|it) (?:did not|didn['’]t|never) happen(?:ed)?(?!\p{L})/iu,
          /(?<!\p{L})(?:as|the way) we see it,? (?:that|this|it|you|there|nothing)(?!\p{L})/iu,
          /(?<!\p{L})we (?:do not|don['’]t|cannot|can['’]t) (?:recogni[sz]e|agree with) (?:your|this|that|the) (?:\p{L}+ )?(?:description|account|version|criticism|claim)/iu,
          /(?<!\p{L})(?:we have|there is) no record(?!\p{L})/iu,
          /(?<!\p{L})(?:according to|our) (?:our )?(?:staff|employees?|records|system|logs?) (?:says?|shows?|that|you)/iu,
          /(?<!\p{L})according to our (?:staff|employees?|records|system|logs?)/iu,
          /(?<!\p{L})(?:allegedly|you claim|you allege|as you claim|your claim)(?!\p{L})/iu,
          /(?<!\p{L})we (?:find|found) (?:it|that) hard to believe/iu,
        ],
        // "We misunderstood you", "our misunderstanding" and "it is not what happened to you that is at fault".
        unless:
          /(?<!\p{L})(?:misunderstanding (?:on our|by us|of ours)|our misunderstanding|we misunderstood|is (?:not|never) (?:a|some|the) misunderstanding)/iu,
        better: "Say back what the writer told, as it was told.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})väärinkäsity\p{L}*/iu,
          /(?<!\p{L})(?:näin|sellaista|tällaista|niin) ei (?:ole )?(?:tapahtunut|käynyt|sattunut)(?!\p{L})/iu,
          /(?<!\p{L})(?:käsityksemme|näkemyksemme) mukaan(?!\p{L})/iu,
          /(?<!\p{L})emme tunnista (?:\p{L}+ ){0,2}(?:kuvau|väi|tapah|kriti)\p{L}*/iu,
          /(?<!\p{L})(?:olet|olette|olit|olitte)? ?(?:käsittänyt|käsitit|ymmärtänyt|ymmärsit) väärin/iu,
          /(?<!\p{L})(?:se|tämä|tuo|väite) ei pidä paikkaansa/iu,
          /(?<!\p{L})(?:väität|väitätte|väitteesi|väitteenne|väittämäsi)(?!\p{L})/iu,
          /(?<!\p{L})(?:tietojemme|järjestelmämme|henkilökuntamme|henkilökunnan|myyjän) mukaan/iu,
          /(?<!\p{L})(?:se|tämä) ei ole (?:mahdollista|totta)(?!\p{L})/iu,
        ],
        unless:
          /(?<!\p{L})(?:(?:oma|meidän) väärinkäsity|väärinkäsityksemme|väärinkäsitys oli meidän|ei ole väärinkäsity)/iu,
        better: "Sano takaisin se, mitä kirjoittaja kertoi, niin kuin hän sen kertoi.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})missförst\p{L}*/iu,
          /(?<!\p{L})(?:det|detta) (?:stämmer inte|är inte (?:sant|korrekt|möjligt)|är felaktigt)(?! att(?!\p{L}))/iu,
          /(?<!\p{L})(?:det|detta) (?:har )?(?:inte hänt|hände inte|aldrig hänt|inträffade inte)(?!\p{L})/iu,
          /(?<!\p{L})så var det inte(?!\p{L})/iu,
          /(?<!\p{L})(?:som vi ser det|enligt vår uppfattning)(?!\p{L})/iu,
          /(?<!\p{L})(?:vi|jag) känner inte igen (?:\p{L}+ ){0,2}(?:beskrivning|bild|kritik|händelse)\p{L}*/iu,
          /(?<!\p{L})(?:du|ni) påstår(?!\p{L})/iu,
          /(?<!\p{L})enligt (?:våra uppgifter|vårt system|personalen|vår personal)/iu,
          /(?<!\p{L})(?:ditt|ert) påstående(?!\p{L})/iu,
        ],
        unless:
          /(?<!\p{L})(?:(?:vi|jag) (?:har )?missförst\p{L}*|vårt (?:eget )?missförstånd|inget missförstånd)/iu,
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
          /(?<!\p{L})(?:the|our|that|this|a new|an inexperienced) (?:new |young )?(?:clerk|cashier|employee|sales ?person|salesman|saleswoman|shop assistant|assistant|staff member|waiter|waitress|trainee|worker|colleague|driver|courier|manager|store manager)(?:['’]s (?:mistake|error|fault)| (?:was (?:wrong|mistaken|rude|new|at fault|in error|unaware|misinformed|confused|inexperienced|not)|were (?:wrong|rude)|did(?:n['’]?t| not| wrong)|made (?:a|an|the)|should(?:n['’]?t| not)? have|ha[sd] (?:made|failed|acted|been told|been spoken|misunderstood|forgotten)|failed|acted|misunderstood|forgot|must have))(?!\p{L})/iu,
          /(?<!\p{L})(?:one|a member) of (?:our|the) (?:new |young |temporary )?(?:staff|employees|workers|colleagues|team|cashiers|drivers)(?: members?)? (?:was|made|did|forgot|failed|misunderstood|acted|has (?:made|failed|acted|been))(?!\p{L})/iu,
          /(?<!\p{L})(?:individual|employee|staff|human) (?:error|mistake)(?!\p{L})/iu,
          /(?<!\p{L})(?:speak|talk|spoke|dealt) (?:to|with) the (?:employee|clerk|staff member|person) (?:concerned|in question|involved)/iu,
        ],
        better: "“That was our doing.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:myyjä(?:mme|n|ltä|ltämme)?|kassa(?:mme|henkilö\p{L}*)?|työntekijä(?:mme|n|ltä)?|harjoittelija(?:mme|n)?|tarjoilija(?:mme|n)?|kesätyöntekijä\p{L}*|uusi työntekijä) (?:(?:on |oli |olisi )?(?:toimi (?:väärin|virheellisesti|ohjeiden vastaisesti)|toimin\p{L}*|teki|tehnyt|erehty\p{L}*|unoht\p{L}*|virhe|moka|väärässä|pitänyt)|ei (?:ole |olisi )?(?:osannut|tiennyt|huomannut|ymmärtänyt|toiminut|muistanut|noudattanut|saanut|pitänyt))/iu,
          /(?<!\p{L})inhimillinen (?:virhe|erehdys)(?!\p{L})/iu,
          /(?<!\p{L})keskustel\p{L}* (?:asiasta )?(?:kyseisen|asianomaisen) (?:myyjän|työntekijän|henkilön) kanssa/iu,
        ],
        better: "”Se oli meidän tekemämme.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:säljaren|kassören|kassörskan|expediten|medarbetaren|den anställde|vår (?:nya )?(?:medarbetare|säljare|praktikant)|servitören|servitrisen|praktikanten) (?:var (?:ny|ovan|otrevlig|oartig|fel|inte)|gjorde (?:fel|ett)|borde|skulle (?:inte )?ha|(?:hade|har) (?:gjort|agerat|begått|missat|glömt|varit|missförstått)|glömde|missade|agerade|begick)(?!\p{L})/iu,
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
          /(?<!\p{L})(?:if you had|had you) (?:only )?(?:read|checked|kept|told|brought|asked|called|contacted|followed)(?!\p{L})/iu,
          /(?<!\p{L})you (?:did not|didn['’]t) (?:read|check|follow|keep|tell us|inform|bring|provide)(?!\p{L})/iu,
          /(?<!\p{L})it is (?:the customer['’]s|your) (?:own )?responsibility/iu,
          /(?<!\p{L})(?:next time|in future|in the future),? (?:please |you should |make sure|remember)/iu,
          /(?<!\p{L})(?:your own|because of your) (?:fault|mistake|error|responsibility)/iu,
        ],
        better: "Leave it out.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:sinun|teidän) olisi (?:pitänyt|kannattanut|tullut)(?! (?:\p{L}+ )?(?:saada|kuulla|päästä|tulla|olla))(?!\p{L})/iu,
          /(?<!\p{L})(?:olisit|olisitte) voinut(?!\p{L})/iu,
          /(?<!\p{L})(?:unohdit|unohditte|laiminlöit|jätit (?:tarkistamatta|lukematta|ilmoittamatta))(?!\p{L})/iu,
          /(?<!\p{L})jos (?:olisit|olisitte) (?:lukenut|tarkistanut|kysynyt|ilmoittanut|kertonut|soittanut|säilyttänyt|tuonut)(?!\p{L})/iu,
          /(?<!\p{L})(?:et|ette) (?:ole )?(?:lukenut|tarkistanut|ilmoittanut|noudattanut|säilyttänyt)(?!\p{L})/iu,
          /(?<!\p{L})(?:asiakkaan|omalla) vastuulla(?:si|nne)?(?!\p{L})/iu,
          /(?<!\p{L})ensi kerralla (?:\p{L}+ )?(?:kannattaa|muista|muistathan|tarkista|tarkistathan)/iu,
          /(?<!\p{L})oma(?:ssa|a)? (?:vika|virhe|vastuu|syy)(?:si|nne)(?!\p{L})/iu,
        ],
        better: "Jätä pois.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:du|ni) (?:borde|skulle|kunde) ha (?:läst|kollat|kontrollerat|sparat|vetat|sagt|frågat|ringt|kontaktat|märkt|följt|meddelat)(?!\p{L})/iu,
          /(?<!\p{L})(?:du|ni) (?:glömde|försummade|missade) att(?!\p{L})/iu,
          /(?<!\p{L})(?:om (?:du|ni) hade|hade (?:du|ni)) (?:bara )?(?:läst|kollat|kontrollerat|sparat|sagt|frågat|ringt|följt|meddelat)(?!\p{L})/iu,
          /(?<!\p{L})(?:du|ni) (?:har inte|läste inte|följde inte|kollade inte) ?(?:läst|följt|kollat|sparat|meddelat)?(?!\p{L})(?<=läst|följt|kollat|sparat|meddelat|läste inte|följde inte|kollade inte)/iu,
          /(?<!\p{L})kundens (?:eget )?ansvar(?!\p{L})/iu,
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
          /(?<!\p{L})(?:virhe|erehdys|väärinkäsitys|häiriö) (?:on )?(?:valitettavasti )?(?:tapahtunut|tapahtui|sattunut|sattui|päässyt|pääsi|käynyt|kävi)(?!\p{L})/iu,
          /(?<!\p{L})(?:on )?(?:tapahtunut|tapahtui|sattunut|sattui|käynyt|kävi|(?:päässyt|pääsi) (?:käymään|tapahtumaan|sattumaan)) (?:\p{L}+ )?(?:virhe|erehdys|väärinkäsitys|häiriö)(?!\p{L})/iu,
        ],
        better: "”Teimme virheen.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:ett|något) (?:fel|misstag) har (?:uppstått|skett|inträffat|begåtts)/iu,
          /(?<!\p{L})det har (?:uppstått|skett|blivit|begåtts) (?:ett|något) (?:fel|misstag)/iu,
          /(?<!\p{L})(?:det har blivit|det blev|där blev det|något har blivit|något blev|något gick) (?:tyvärr )?fel(?!\p{L})/iu,
          /(?<!\p{L})(?:ett|något) (?:fel|misstag) (?:uppstod|skedde|inträffade|begicks)(?!\p{L})/iu,
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
          /(?<!\p{L})(?:(?:as )?(?:a )?(?:small )?goodwill gesture|(?:as )?(?:a )?(?:small |kind |nice )?gesture of (?:our )?(?:goodwill|good will|appreciation|apology)|as a (?:small |kind |nice |one-off )?gesture|a kind gesture)(?!\p{L})/iu,
          /(?<!\p{L})(?:out of|as a sign of) (?:our )?(?:goodwill|good will|courtesy|kindness)(?!\p{L})/iu,
          /(?<!\p{L})as a (?:token of|one-off|courtesy|special favou?r)(?!\p{L})/iu,
          /(?<!\p{L})we(?:['’]d| would) like to treat you(?!\p{L})/iu,
          /(?<!\p{L})exceptionally,? (?:we|i)(?!\p{L})/iu,
        ],
        better: "“It is yours.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:hyvän tahdon (?:ele\p{L}*|merk\p{L}*|hyvity\p{L}*)|kädenojennu\p{L}*|ystävälli\p{L}+ ele\p{L}*)/iu,
          /(?<!\p{L})hyvästä tahdosta(?!mme toivo)/iu,
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
          /(?<!\p{L})(?:if|once|when|after|as soon as|provided(?: that)?|so long as) you(?:['’]d|['’]ve| have| could| would| can| will)?(?: \p{L}+)? (?:deleted?|removed?|take down|taken down|edit(?:ed)?|changed?|updated?|withdraw|withdrawn|revised?) (?:\p{L}+ ){0,2}(?:post|comment|review|tweet|rating)(?!\p{L})/iu,
          /(?<!\p{L})(?:please|kindly|(?:could|can|would|will) you|ask (?:that )?you(?: to)?|like you to|appreciate it if you|happy to,? if you)(?: \p{L}+){0,2} (?:delete|remove|take down|edit|change|update|withdraw|revise) (?:your|the|this|that) (?:\p{L}+ )?(?:post|comment|review|tweet|rating)(?!\p{L})/iu,
          /(?<=^|[.!?–—]\s*|,\s)(?:delete|remove|take down|edit|change|update|withdraw|revise) (?:your|this|that) (?:\p{L}+ )?(?:post|comment|review|tweet|rating)(?!\p{L})/iu,
          /(?<!\p{L})(?:in return for|in exchange for) (?:\p{L}+ ){0,3}(?:review|post|comment|silence)/iu,
          /(?<!\p{L})(?:leave|write|post|give)(?: us)? (?:a |another )?(?:good |positive |nice |better |5[- ]star |five[- ]star )?(?:review|rating)(?!\p{L})/iu,
        ],
        // "You needn't delete your post", and a post that shows the writer's own data and should go for that.
        unless:
          /(?<!\p{L})(?:need(?:n['’]t| not)|(?:don['’]t|do not|no) (?:need|have)|without|never|whether or not|e-?mail|phone|address|personal|private|privacy|passwords?|card|account (?:number|details)|contact details|tracking number|order number|your safety|your security)(?!\p{L})/iu,
        better: "Leave it out: the remedy stands whatever the post says.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:poista\p{L}*|muokk?a\p{L}*|muuta(?:t|tte|isit|isitte|than|ttehan|mista|malla|nut|neet)?|korjaa(?:t|tte|isit|isitte|than|malla)?) (?:\p{L}+ ){0,2}(?:julkaisu\p{L}*|kommentti\p{L}*|kommentin\p{L}*|arvostelu\p{L}*|arvio(?:si|nne|n|ta|tasi)?|päivity\p{L}*|twiit\p{L}*)/iu,
          /(?<!\p{L})(?:julkaisu(?:si|nne|n)|kommentti(?:si|nne)|arvostelu(?:si|nne|n)) (?:poist|muok|muut)\p{L}*/iu,
          /(?<!\p{L})(?:vastineeksi|vastapalvelu\p{L}*|jos poistat)(?!\p{L})/iu,
          /(?<!\p{L})(?:jätä|kirjoita|anna) (?:\p{L}+ ){0,2}(?:hyvä|positiivinen|myönteinen) (?:arvostelu|arvio|palaute)/iu,
        ],
        unless:
          /(?<!\p{L})(?:ei (?:tarvitse|pidä|tarvi)|älä|älkää|emme pyydä|en pyydä|henkilötie\p{L}*|puhelinnumero\p{L}*|sähköposti\p{L}*|osoit\p{L}*|korttinumero\p{L}*|yhteystie\p{L}*|tilausnumero\p{L}*|yksityisyy\p{L}*)(?!\p{L})/iu,
        better: "Jätä pois: hyvitys pitää, sanoi julkaisu mitä tahansa.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:ta(?:r)? bort|tagit bort|radera\p{L}*|ändra\p{L}*|redigera\p{L}*|dra(?:r)? tillbaka) (?:\p{L}+ ){0,2}(?:inlägg\p{L}*|kommentar\p{L}*|recension\p{L}*|omdöme\p{L}*)/iu,
          /(?<!\p{L})(?:i utbyte mot|i gengäld)(?!\p{L})/iu,
          /(?<!\p{L})(?:lämna|skriv|ge) (?:\p{L}+ ){0,2}(?:bra|positiv\p{L}*|gott) (?:recension|omdöme|betyg)/iu,
        ],
        unless:
          /(?<!\p{L})(?:behöver (?:du |ni )?inte|ska (?:du |ni )?inte|aldrig|utan att|personuppgift\p{L}*|telefonnummer\p{L}*|mejladress\p{L}*|e-post\p{L}*|adress\p{L}*|kortnummer\p{L}*|ordernummer\p{L}*|personnummer\p{L}*)(?!\p{L})/iu,
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
