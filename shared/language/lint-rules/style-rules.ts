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
          /(?<!\p{L})(?:our |company |store |shop |return |refund |common |usual |standard ){0,8}polic(?:y|ies)(?!\p{L}| of (?:your|their) )/u,
          /(?<!\p{L})unfortunately,? (?:we|i) (?:can ?not|can['’]?t|are unable|am unable|are not able|am not able|won['’]?t|do not|don['’]?t)/u,
          /(?<!\p{L})(?:we|i)(?: are| am|['’]re|['’]m) (?:unable|not able) to/u,
          /(?<!\p{L})(?:fill (?:in|out)|complete) (?:\p{L}+ ){0,3}form(?!\p{L})/u,
          /(?<!\p{L})(?:call|phone|ring|contact) (?:us |back |again )*(?:again|later|back|tomorrow|in the (?:morning|afternoon)|during (?:office|business|opening) hours)(?!\p{L})/u,
          /(?<!\p{L})(?:check|discuss|confirm|clear) (?:this |it )?with (?:my|our|the) (?:supervisor|manager|boss|superior)/u,
          /(?<!\p{L})as (?:previously |already )?(?:stated|mentioned|explained)(?!\p{L})/u,
          /(?<!\p{L})terms and conditions(?!\p{L})/u,
          /(?<!\p{L})in accordance with(?!\p{L})/u,
          /(?<!\p{L})(?:according to|as per|per) (?:our|the) (?:rules?|terms|guidelines?|procedures?|instructions?)/u,
          /(?<!\p{L})(?:case|ticket|reference) number(?!\p{L})/u,
          /(?<!\p{L})set up the line(?!\p{L})/u,
          /(?<!\p{L})(?:contact|email|e-mail|write to) (?:our )?customer (?:service|care|support)(?!\p{L})/u,
        ],
        better: "Say what happens now: “You'll have the right size, and I'm messaging you now.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})käytän(?:tömme|nön|töjen|töjemme|tö on|nöt)\p{L}*/u,
          /(?<!\p{L})(?:sääntöjemme|ohjeidemme|ohjeistuksemme|ehtojemme|palautusehto\p{L}*|sopimusehto\p{L}*)(?: mukaan)?/u,
          /(?<!\p{L})valitettavasti (?:emme|en|ei|me emme|tämä ei|se ei)(?!\p{L})/u,
          /(?<!\p{L})(?:emme|en) valitettavasti(?!\p{L})/u,
          /(?<!\p{L})(?:täytä|täyttäkää|täyttämällä) (?:\p{L}+ ){0,3}lomak\p{L}*/u,
          /(?<!\p{L})(?:soita|soittakaa|ota yhteyttä|ottakaa yhteyttä) (?:\p{L}+ ){0,2}(?:uudestaan|uudelleen|myöhemmin|iltapäivällä|huomenna|asiakaspalvelu\p{L}*)/u,
          /(?<!\p{L})(?:tarkist\p{L}*|varmist\p{L}*|kysy\p{L}*) (?:\p{L}+ ){0,2}esimiehelt(?:ä|äni)(?!\p{L})/u,
          /(?<!\p{L})kuten (?:edellä |aiemmin |jo )?(?:todettu|mainittu|todettiin|mainitsimme)/u,
          /(?<!\p{L})(?:asianumero|tikettinumero|tapausnumero)\p{L}*/u,
          /(?<!\p{L})meillä on (?:yhteinen|yleinen) (?:linja|tapa|sääntö)/u,
        ],
        better: "Sano, mitä nyt tapahtuu: ”Korjaan sen nyt ja kirjoitan sinulle yksityisesti.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:vår |butikens |företagets )?policy(?!\p{L})/u,
          /(?<!\p{L})(?:enligt|i enlighet med) (?:våra|vår|gällande) (?:regler|villkor|rutiner|policy|praxis)/u,
          /(?<!\p{L})tyvärr (?:kan vi|kan jag|så kan|har vi|går det) (?:\p{L}+ )?(?:inte|ingen)(?!\p{L})/u,
          /(?<!\p{L})(?:vi|jag) kan tyvärr (?:inte|ej)(?!\p{L})/u,
          /(?<!\p{L})(?:fyll|fylla) i (?:\p{L}+ ){0,3}(?:formulär|blankett)\p{L}*/u,
          /(?<!\p{L})(?:ring|kontakta|hör av dig|hör av er) (?:\p{L}+ ){0,2}(?:igen|senare|i eftermiddag|på eftermiddagen|i morgon|kundtjänst|kundservice)/u,
          /(?<!\p{L})(?:kolla|stämma av|fråga|kontrollera) (?:\p{L}+ ){0,2}(?:med )?min chef(?!\p{L})/u,
          /(?<!\p{L})som (?:tidigare |redan )?(?:nämnts|nämnt|sagts|angivits)(?!\p{L})/u,
          /(?<!\p{L})(?:ärende|referens)nummer\p{L}*/u,
        ],
        better: "Säg vad som händer nu: ”Jag rättar till det nu och skriver till dig privat.”",
      },
    },
  },
  {
    rule: "process-language",
    severity: "hard",
    overrulable: true,
    reason: "Every office says this to everybody; it does not say what happened to this writer.",
    words: {
      en: {
        patterns: [
          /(?<!\p{L})(?:any |the |for )?inconvenience(?!\p{L})/u,
          /(?<!\p{L})we regret(?!\p{L})/u,
          /(?<!\p{L})(?:your )?(?:feedback|satisfaction|opinion) is (?:very )?(?:important|valuable)/u,
          /(?<!\p{L})we (?:strive|take (?:this|all \p{L}+) (?:very )?seriously|value your)/u,
        ],
        better: "Say what you are sorry for: “I'm sorry that the vegetables were missing.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:pahoittelemme|pahoittelut) (?:\p{L}+ ){0,3}(?:haitta|häiriö|vaiva|epämukavuu)\p{L}*/u,
          /(?<!\p{L})aiheutunut\p{L}* (?:haitta|häiriö|vaiva|mielipaha)\p{L}*/u,
          /(?<!\p{L})valitamme(?!\p{L})/u,
          /(?<!\p{L})palaut(?:teesi|teenne) on (?:meille )?tärkeä\p{L}*/u,
        ],
        better: "Sano, mitä pahoittelet: ”Olen pahoillani, että kasvikset puuttuivat.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:eventuell\p{L}* )?(?:olägenhet|besvär)(?:en|et|er)? (?:som )?(?:detta|det|vi) (?:kan ha )?(?:orsakat|medfört)/u,
          /(?<!\p{L})eventuell\p{L}* (?:olägenhet|besvär)\p{L}*/u,
          /(?<!\p{L})vi beklagar(?!\p{L})/u,
          /(?<!\p{L})(?:din|er) (?:feedback|åsikt|synpunkt) är viktig/u,
        ],
        better: "Säg vad du är ledsen för: ”Förlåt att grönsakerna saknades.”",
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
          /(?<!\p{L})if you (?:feel|felt|experienced|were (?:upset|offended|disappointed)|are (?:upset|disappointed|unhappy))/u,
          /(?<!\p{L})(?:sorry|apologi[sz]e|apologies) (?:if|that you (?:feel|felt))(?!\p{L})/u,
          /(?<!\p{L})(?:sorry|apologi[sz]e|apologies) for any(?!\p{L})/u,
          /(?<!\p{L})(?:any|possible|potential) (?:harm|trouble|upset|distress|misunderstanding) (?:caused|this)/u,
          /(?<!\p{L})should (?:this|we) have (?:caused|offended)/u,
        ],
        // "If you feel that this breaks our terms, report it."
        unless: /^(?!.*(?:sorry|apolog)).*(?<!\p{L})(?:report|flag|appeal|dispute)(?!\p{L})/u,
        better: "“I'm sorry.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:mikäli|jos) (?:\p{L}+ )?(?:koet|koette|koit|koitte|tunnet|tunsit|tunsitte|olet pettynyt|pahoitit|petyit|pahastuit)\p{L}*/u,
          /(?<!\p{L})(?:pahoillani|pahoittelen|pahoittelemme|pahoittelut|anteeksi),? (?:jos|mikäli)(?!\p{L})/u,
          /(?<!\p{L})mahdolli(?:nen|sta|sen|sia|sesta|sesti) (?:\p{L}+ )?(?:aiheut|haitta|häiriö|mielipaha|vaiva|harmi|ikävyy|väärinkäsity)\p{L}*/u,
          /(?<!\p{L})(?:pahoittel\p{L}*|anteeksi|pahoillani) (?:\p{L}+ ){0,2}mahdolli\p{L}*/u,
          /(?<!\p{L})ikävää,? että (?:koet|koette|tunnet|tunnette|koit)/u,
        ],
        better: "”Olen pahoillani.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})om (?:du|ni) (?:upplev\p{L}*|känner|kände|känt|blev (?:besviken|upprörd)|är (?:besviken|missnöjd))/u,
          /(?<!\p{L})(?:ledsen|ledsna|beklagar|förlåt|ursäkt),? (?:om|ifall)(?!\p{L})/u,
          /(?<!\p{L})(?:tråkigt|ledsamt|synd),? att (?:du|ni) (?:känner|upplever|tycker)/u,
          /(?<!\p{L})(?:beklagar|ursäkt för|förlåt för) eventuell\p{L}*/u,
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
          /(?<!\p{L})you(?:['’]ve| must have| may have| might have| have)? misunderstood(?!\p{L})/u,
          /(?<!\p{L})(?:a|some|the) (?:simple |slight |small )?misunderstanding(?!\p{L})/u,
          /(?<!\p{L})(?:that|this|it)(?:['’]s| is) (?:not (?:true|correct|accurate|what happened)|incorrect|untrue|impossible|false)(?! (?:that|to|for|how)(?!\p{L}))(?!\p{L})/u,
          /(?<!\p{L})(?:that|this|it) (?:did not|didn['’]t|never) happen(?:ed)?(?!\p{L})/u,
          /(?<!\p{L})(?:as|the way) we see it,? (?:that|this|it|you|there|nothing)(?!\p{L})/u,
          /(?<!\p{L})we (?:do not|don['’]t|cannot|can['’]t) (?:recogni[sz]e|agree with) (?:your|this|that|the) (?:\p{L}+ )?(?:description|account|version|criticism|claim)/u,
          /(?<!\p{L})(?:we have|there is) no record(?!\p{L})/u,
          /(?<!\p{L})(?:according to|our) (?:our )?(?:staff|employees?|records|system|logs?) (?:says?|shows?|that|you)/u,
          /(?<!\p{L})according to our (?:staff|employees?|records|system|logs?)/u,
          /(?<!\p{L})(?:allegedly|you claim|you allege|as you claim|your claim)(?!\p{L})/u,
          /(?<!\p{L})we (?:find|found) (?:it|that) hard to believe/u,
        ],
        // "We misunderstood you", "our misunderstanding" and "it is not what happened to you that is at fault".
        unless:
          /(?<!\p{L})(?:misunderstanding (?:on our|by us|of ours)|our misunderstanding|we misunderstood|is (?:not|never) (?:a|some|the) misunderstanding)/u,
        better: "Say back what the writer told, as it was told.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})väärinkäsity\p{L}*/u,
          /(?<!\p{L})(?:näin|sellaista|tällaista|niin) ei (?:ole )?(?:tapahtunut|käynyt|sattunut)(?!\p{L})/u,
          /(?<!\p{L})(?:käsityksemme|näkemyksemme) mukaan(?!\p{L})/u,
          /(?<!\p{L})emme tunnista (?:\p{L}+ ){0,2}(?:kuvau|väi|tapah|kriti)\p{L}*/u,
          /(?<!\p{L})(?:olet|olette|olit|olitte)? ?(?:käsittänyt|käsitit|ymmärtänyt|ymmärsit) väärin/u,
          /(?<!\p{L})(?:se|tämä|tuo|väite) ei pidä paikkaansa/u,
          /(?<!\p{L})(?:väität|väitätte|väitteesi|väitteenne|väittämäsi)(?!\p{L})/u,
          /(?<!\p{L})(?:tietojemme|järjestelmämme|henkilökuntamme|henkilökunnan|myyjän) mukaan/u,
          /(?<!\p{L})(?:se|tämä) ei ole (?:mahdollista|totta)(?!\p{L})/u,
        ],
        unless:
          /(?<!\p{L})(?:(?:oma|meidän) väärinkäsity|väärinkäsityksemme|väärinkäsitys oli meidän|ei ole väärinkäsity)/u,
        better: "Sano takaisin se, mitä kirjoittaja kertoi, niin kuin hän sen kertoi.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})missförst\p{L}*/u,
          /(?<!\p{L})(?:det|detta) (?:stämmer inte|är inte (?:sant|korrekt|möjligt)|är felaktigt)(?! att(?!\p{L}))/u,
          /(?<!\p{L})(?:det|detta) (?:har )?(?:inte hänt|hände inte|aldrig hänt|inträffade inte)(?!\p{L})/u,
          /(?<!\p{L})så var det inte(?!\p{L})/u,
          /(?<!\p{L})(?:som vi ser det|enligt vår uppfattning)(?!\p{L})/u,
          /(?<!\p{L})(?:vi|jag) känner inte igen (?:\p{L}+ ){0,2}(?:beskrivning|bild|kritik|händelse)\p{L}*/u,
          /(?<!\p{L})(?:du|ni) påstår(?!\p{L})/u,
          /(?<!\p{L})enligt (?:våra uppgifter|vårt system|personalen|vår personal)/u,
          /(?<!\p{L})(?:ditt|ert) påstående(?!\p{L})/u,
        ],
        unless:
          /(?<!\p{L})(?:(?:vi|jag) (?:har )?missförst\p{L}*|vårt (?:eget )?missförstånd|inget missförstånd)/u,
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
          /(?<!\p{L})(?:the|our|that|this|a new|an inexperienced) (?:new |young )?(?:clerk|cashier|employee|sales ?person|salesman|saleswoman|shop assistant|assistant|staff member|waiter|waitress|trainee|worker|colleague|driver|courier|manager|store manager)(?:['’]s (?:mistake|error|fault)| (?:was (?:wrong|mistaken|rude|new|at fault|in error|unaware|misinformed|confused|inexperienced|not)|were (?:wrong|rude)|did(?:n['’]?t| not| wrong)|made (?:a|an|the)|should(?:n['’]?t| not)? have|ha[sd] (?:made|failed|acted|been told|been spoken|misunderstood|forgotten)|failed|acted|misunderstood|forgot|must have))(?!\p{L})/u,
          /(?<!\p{L})(?:one|a member) of (?:our|the) (?:new |young |temporary )?(?:staff|employees|workers|colleagues|team|cashiers|drivers)(?: members?)? (?:was|made|did|forgot|failed|misunderstood|acted|has (?:made|failed|acted|been))(?!\p{L})/u,
          /(?<!\p{L})(?:individual|employee|staff|human) (?:error|mistake)(?!\p{L})/u,
          /(?<!\p{L})(?:speak|talk|spoke|dealt) (?:to|with) the (?:employee|clerk|staff member|person) (?:concerned|in question|involved)/u,
        ],
        better: "“That was our doing.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:myyjä(?:mme|n|ltä|ltämme)?|kassa(?:mme|henkilö\p{L}*)?|työntekijä(?:mme|n|ltä)?|harjoittelija(?:mme|n)?|tarjoilija(?:mme|n)?|kesätyöntekijä\p{L}*|uusi työntekijä) (?:(?:on |oli |olisi )?(?:toimi (?:väärin|virheellisesti|ohjeiden vastaisesti)|toimin\p{L}*|teki|tehnyt|erehty\p{L}*|unoht\p{L}*|virhe|moka|väärässä|pitänyt)|ei (?:ole |olisi )?(?:osannut|tiennyt|huomannut|ymmärtänyt|toiminut|muistanut|noudattanut|saanut|pitänyt))/u,
          /(?<!\p{L})inhimillinen (?:virhe|erehdys)(?!\p{L})/u,
          /(?<!\p{L})keskustel\p{L}* (?:asiasta )?(?:kyseisen|asianomaisen) (?:myyjän|työntekijän|henkilön) kanssa/u,
        ],
        better: "”Se oli meidän tekemämme.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:säljaren|kassören|kassörskan|expediten|medarbetaren|den anställde|vår (?:nya )?(?:medarbetare|säljare|praktikant)|servitören|servitrisen|praktikanten) (?:var (?:ny|ovan|otrevlig|oartig|fel|inte)|gjorde (?:fel|ett)|borde|skulle (?:inte )?ha|(?:hade|har) (?:gjort|agerat|begått|missat|glömt|varit|missförstått)|glömde|missade|agerade|begick)(?!\p{L})/u,
          /(?<!\p{L})(?:den mänskliga faktorn|mänskligt misstag)(?!\p{L})/u,
          /(?<!\p{L})tala med (?:den berörda|berörd) (?:medarbetare|personal)\p{L}*/u,
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
          /(?<!\p{L})you (?:should|could|ought to) have (?:read|checked|kept|known|told|brought|asked|called|contacted|noticed|tried|noted|followed|informed|ordered|come)(?!\p{L})/u,
          /(?<!\p{L})you (?:failed|forgot|neglected) to(?!\p{L})/u,
          /(?<!\p{L})(?:if you had|had you) (?:only )?(?:read|checked|kept|told|brought|asked|called|contacted|followed)(?!\p{L})/u,
          /(?<!\p{L})you (?:did not|didn['’]t) (?:read|check|follow|keep|tell us|inform|bring|provide)(?!\p{L})/u,
          /(?<!\p{L})it is (?:the customer['’]s|your) (?:own )?responsibility/u,
          /(?<!\p{L})(?:next time|in future|in the future),? (?:please |you should |make sure|remember)/u,
          /(?<!\p{L})(?:your own|because of your) (?:fault|mistake|error|responsibility)/u,
        ],
        better: "Leave it out.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:sinun|teidän) olisi (?:pitänyt|kannattanut|tullut)(?! (?:\p{L}+ )?(?:saada|kuulla|päästä|tulla|olla))(?!\p{L})/u,
          /(?<!\p{L})(?:olisit|olisitte) voinut(?!\p{L})/u,
          /(?<!\p{L})(?:unohdit|unohditte|laiminlöit|jätit (?:tarkistamatta|lukematta|ilmoittamatta))(?!\p{L})/u,
          /(?<!\p{L})jos (?:olisit|olisitte) (?:lukenut|tarkistanut|kysynyt|ilmoittanut|kertonut|soittanut|säilyttänyt|tuonut)(?!\p{L})/u,
          /(?<!\p{L})(?:et|ette) (?:ole )?(?:lukenut|tarkistanut|ilmoittanut|noudattanut|säilyttänyt)(?!\p{L})/u,
          /(?<!\p{L})(?:asiakkaan|omalla) vastuulla(?:si|nne)?(?!\p{L})/u,
          /(?<!\p{L})ensi kerralla (?:\p{L}+ )?(?:kannattaa|muista|muistathan|tarkista|tarkistathan)/u,
          /(?<!\p{L})oma(?:ssa|a)? (?:vika|virhe|vastuu|syy)(?:si|nne)(?!\p{L})/u,
        ],
        better: "Jätä pois.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:du|ni) (?:borde|skulle|kunde) ha (?:läst|kollat|kontrollerat|sparat|vetat|sagt|frågat|ringt|kontaktat|märkt|följt|meddelat)(?!\p{L})/u,
          /(?<!\p{L})(?:du|ni) (?:glömde|försummade|missade) att(?!\p{L})/u,
          /(?<!\p{L})(?:om (?:du|ni) hade|hade (?:du|ni)) (?:bara )?(?:läst|kollat|kontrollerat|sparat|sagt|frågat|ringt|följt|meddelat)(?!\p{L})/u,
          /(?<!\p{L})(?:du|ni) (?:har inte|läste inte|följde inte|kollade inte) ?(?:läst|följt|kollat|sparat|meddelat)?(?!\p{L})(?<=läst|följt|kollat|sparat|meddelat|läste inte|följde inte|kollade inte)/u,
          /(?<!\p{L})kundens (?:eget )?ansvar(?!\p{L})/u,
          /(?<!\p{L})nästa gång (?:\p{L}+ )?(?:bör|behöver du|kom ihåg|se till)/u,
          /(?<!\p{L})(?:ditt|ert) eget (?:fel|ansvar|misstag)(?!\p{L})/u,
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
          /(?<!\p{L})mistakes were made(?!\p{L})/u,
          /(?<!\p{L})(?:an|some) (?:error|mistake|issue) (?:has |had )?(?:occurred|happened|arisen)(?!\p{L})/u,
          /(?<!\p{L})there (?:has been|was) an? (?:error|mistake|issue|misunderstanding)(?!\p{L})/u,
        ],
        better: "“We made a mistake.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:virhe|erehdys|väärinkäsitys|häiriö) (?:on )?(?:valitettavasti )?(?:tapahtunut|tapahtui|sattunut|sattui|päässyt|pääsi|käynyt|kävi)(?!\p{L})/u,
          /(?<!\p{L})(?:on )?(?:tapahtunut|tapahtui|sattunut|sattui|käynyt|kävi|(?:päässyt|pääsi) (?:käymään|tapahtumaan|sattumaan)) (?:\p{L}+ )?(?:virhe|erehdys|väärinkäsitys|häiriö)(?!\p{L})/u,
        ],
        better: "”Teimme virheen.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:ett|något) (?:fel|misstag) har (?:uppstått|skett|inträffat|begåtts)/u,
          /(?<!\p{L})det har (?:uppstått|skett|blivit|begåtts) (?:ett|något) (?:fel|misstag)/u,
          /(?<!\p{L})(?:det har blivit|det blev|där blev det|något har blivit|något blev|något gick) (?:tyvärr )?fel(?!\p{L})/u,
          /(?<!\p{L})(?:ett|något) (?:fel|misstag) (?:uppstod|skedde|inträffade|begicks)(?!\p{L})/u,
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
          /(?<!\p{L})(?:(?:as )?(?:a )?(?:small )?goodwill gesture|(?:as )?(?:a )?(?:small |kind |nice )?gesture of (?:our )?(?:goodwill|good will|appreciation|apology)|as a (?:small |kind |nice |one-off )?gesture|a kind gesture)(?!\p{L})/u,
          /(?<!\p{L})(?:out of|as a sign of) (?:our )?(?:goodwill|good will|courtesy|kindness)(?!\p{L})/u,
          /(?<!\p{L})as a (?:token of|one-off|courtesy|special favou?r)(?!\p{L})/u,
          /(?<!\p{L})we(?:['’]d| would) like to treat you(?!\p{L})/u,
          /(?<!\p{L})exceptionally,? (?:we|i)(?!\p{L})/u,
        ],
        better: "“It is yours.”",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:hyvän tahdon (?:ele\p{L}*|merk\p{L}*|hyvity\p{L}*)|kädenojennu\p{L}*|ystävälli\p{L}+ ele\p{L}*)/u,
          /(?<!\p{L})hyvästä tahdosta(?!mme toivo)/u,
          /(?<!\p{L})eleenä(?!\p{L})/u,
          /(?<!\p{L})poikkeuksellisesti (?:voimme|voin|saat|annamme)/u,
          /(?<!\p{L})hyvityslahja\p{L}*/u,
        ],
        better: "”Se on sinun.”",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:som )?en (?:vänlig |fin )?gest(?!\p{L})/u,
          /(?<!\p{L})goodwill(?!\p{L})/u,
          /(?<!\p{L})som (?:plåster på såren|kompensation och tack)(?!\p{L})/u,
          /(?<!\p{L})undantagsvis (?:kan|ger|får)/u,
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
          /(?<!\p{L})(?:if|once|when|after|as soon as|provided(?: that)?|so long as) you(?:['’]d|['’]ve| have| could| would| can| will)?(?: \p{L}+)? (?:deleted?|removed?|take down|taken down|edit(?:ed)?|changed?|updated?|withdraw|withdrawn|revised?) (?:\p{L}+ ){0,2}(?:post|comment|review|tweet|rating)(?!\p{L})/u,
          /(?<!\p{L})(?:please|kindly|(?:could|can|would|will) you|ask (?:that )?you(?: to)?|like you to|appreciate it if you|happy to,? if you)(?: \p{L}+){0,2} (?:delete|remove|take down|edit|change|update|withdraw|revise) (?:your|the|this|that) (?:\p{L}+ )?(?:post|comment|review|tweet|rating)(?!\p{L})/u,
          /(?<=^|[.!?–—]\s*|,\s)(?:delete|remove|take down|edit|change|update|withdraw|revise) (?:your|this|that) (?:\p{L}+ )?(?:post|comment|review|tweet|rating)(?!\p{L})/u,
          /(?<!\p{L})(?:in return for|in exchange for) (?:\p{L}+ ){0,3}(?:review|post|comment|silence)/u,
          /(?<!\p{L})(?:leave|write|post|give)(?: us)? (?:a |another )?(?:good |positive |nice |better |5[- ]star |five[- ]star )?(?:review|rating)(?!\p{L})/u,
        ],
        // "You needn't delete your post", and a post that shows the writer's own data and should go for that.
        unless:
          /(?<!\p{L})(?:need(?:n['’]t| not)|(?:don['’]t|do not|no) (?:need|have)|without|never|whether or not|e-?mail|phone|address|personal|private|privacy|passwords?|card|account (?:number|details)|contact details|tracking number|order number|your safety|your security)(?!\p{L})/u,
        better: "Leave it out: the remedy stands whatever the post says.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:poista\p{L}*|muokk?a\p{L}*|muuta(?:t|tte|isit|isitte|than|ttehan|mista|malla|nut|neet)?|korjaa(?:t|tte|isit|isitte|than|malla)?) (?:\p{L}+ ){0,2}(?:julkaisu\p{L}*|kommentti\p{L}*|kommentin\p{L}*|arvostelu\p{L}*|arvio(?:si|nne|n|ta|tasi)?|päivity\p{L}*|twiit\p{L}*)/u,
          /(?<!\p{L})(?:julkaisu(?:si|nne|n)|kommentti(?:si|nne)|arvostelu(?:si|nne|n)) (?:poist|muok|muut)\p{L}*/u,
          /(?<!\p{L})(?:vastineeksi|vastapalvelu\p{L}*|jos poistat)(?!\p{L})/u,
          /(?<!\p{L})(?:jätä|kirjoita|anna) (?:\p{L}+ ){0,2}(?:hyvä|positiivinen|myönteinen) (?:arvostelu|arvio|palaute)/u,
        ],
        unless:
          /(?<!\p{L})(?:ei (?:tarvitse|pidä|tarvi)|älä|älkää|emme pyydä|en pyydä|henkilötie\p{L}*|puhelinnumero\p{L}*|sähköposti\p{L}*|osoit\p{L}*|korttinumero\p{L}*|yhteystie\p{L}*|tilausnumero\p{L}*|yksityisyy\p{L}*)(?!\p{L})/u,
        better: "Jätä pois: hyvitys pitää, sanoi julkaisu mitä tahansa.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:ta(?:r)? bort|tagit bort|radera\p{L}*|ändra\p{L}*|redigera\p{L}*|dra(?:r)? tillbaka) (?:\p{L}+ ){0,2}(?:inlägg\p{L}*|kommentar\p{L}*|recension\p{L}*|omdöme\p{L}*)/u,
          /(?<!\p{L})(?:i utbyte mot|i gengäld)(?!\p{L})/u,
          /(?<!\p{L})(?:lämna|skriv|ge) (?:\p{L}+ ){0,2}(?:bra|positiv\p{L}*|gott) (?:recension|omdöme|betyg)/u,
        ],
        unless:
          /(?<!\p{L})(?:behöver (?:du |ni )?inte|ska (?:du |ni )?inte|aldrig|utan att|personuppgift\p{L}*|telefonnummer\p{L}*|mejladress\p{L}*|e-post\p{L}*|adress\p{L}*|kortnummer\p{L}*|ordernummer\p{L}*|personnummer\p{L}*)(?!\p{L})/u,
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
          /(?<!\p{L})(?:dear|valued) (?:customer|guest|client|sir|madam)/u,
          /(?<!\p{L})(?:going forward|reach out|touch base|at your earliest convenience|kind(?:ly)? (?:note|be advised))/u,
        ],
        better: "Say it as you would across the counter.",
      },
      fi: {
        patterns: [
          /(?<!\p{L})(?:arvoisa|hyvä) (?:asiakas|asiakkaamme|vastaanottaja)/u,
          /(?<!\p{L})(?:pyydämme huomioimaan|tiedoksenne|toivomme ymmärrystänne|ymmärtänette)/u,
        ],
        better: "Sano niin kuin sanoisit tiskin yli.",
      },
      sv: {
        patterns: [
          /(?<!\p{L})(?:bästa|kära|ärade) (?:kund|gäst)/u,
          /(?<!\p{L})(?:vänligen notera|för er kännedom|vi hoppas på (?:din|er) förståelse)/u,
        ],
        better: "Säg det som du skulle över disken.",
      },
    },
  },
];
