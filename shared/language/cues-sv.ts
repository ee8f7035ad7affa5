import type { CueRule } from "./cue-rules.ts";
import { COUNT_SV as N } from "./cue-rules.ts";

const SHOP =
  "butik|butiken|affär|affären|firma|firman|företag|företaget|bolag|bolaget|leverantör|ställe|stället|ställen|restaurang|kedja|operatör|verkstad|mäklare|byrå|optiker|frisör|salong|hotell|märke|bank|aktör";
const GO = "köpa|handla|beställa|anlita|använda|gå|åka|komma|återkomma|äta|boka|besöka|sätta|lämna";

/** What Swedish-speaking customers say when the relationship, a rival or leaving is meant. */
export const CUES_SV: readonly CueRule[] = [
  {
    kind: "relationship",
    detail: "tenure",
    say: [
      `kund|kunder|medlem|stamkund|stamkunder ~ i|under|sedan nästan|över|mer? än? ${N} år`,
      "kund|kunder|medlem|stamkund ~ sedan #|länge|många",
      `kund|kunder ~ ${N} år`,
      `${N} års? kund|kunder|relation|samarbete`,
      `${N} år ~ som kund|kunder|medlem`,
      `handlat|köpt|anlitat|ätit|gått|åkt|använt|beställt|varit … i|under många|flera|${N} år`,
      "varit kund|kunder|medlem|stamkund",
      "mångårig|trogen kund",
      `samarbete|anlitat|kund|kunder|handlat ~ under|i ${N} år`,
      "långvarig kund|kundrelation",
    ],
  },
  {
    kind: "relationship",
    detail: "breadth",
    say: [
      "all|allt|alla vår|mitt|min|våra|mina|utrustning|grejer|saker|kläder|skor … hos|från er|dem|dig",
      "köpt allt|alla|mycket … hos|från|av er|dem",
      "köpt många|flera|mycket ~ delar|saker|varor|produkter|bilar|tillbehör … från|hos|av",
    ],
  },
  {
    kind: "relationship",
    detail: "household",
    say: ["hela familjen|släkten|hushållet … hos|er|här|handlar|köper|äter|kunder"],
  },
  {
    kind: "relationship",
    detail: "standing",
    say: [
      "trogen|trogna|lojal|lojala|återkommande|nöjd|fast kund|kunder",
      "stamkund*|stammis*|stamgäst*",
      "bra|god|goda kund hos",
      "alltid varit nöjd|nöjda",
      "alltid nöjd|nöjda",
      "kundrelation*",
      "alltid handlat|köpt|anlitat|ätit|gått|beställt ~ hos|här|er|från",
      "anlitat ~ flera|många|olika|ett gånger|tillfällen|par|år",
      "vid flera|ett|många|par? tillfällen",
      "tidigare rekommenderat|anlitat|handlat|köpt",
      "min|vår favorit|stamrestaurang|stamställe",
    ],
  },
  {
    kind: "relationship",
    detail: "frequency",
    say: [
      "handlar|köper|äter|går|beställer|åker ~ alltid|varje|ofta|regelbundet ~ hos|här|er|vecka|månad|dag",
    ],
  },
  {
    kind: "relationship",
    detail: "spend",
    say: [
      "lagt|spenderat|handlat|betalat ~ tusentals|hundratals|mycket|# kronor|kr|euro|pengar … hos|er|här",
    ],
  },
  {
    kind: "competitor",
    detail: "meant",
    say: [
      "konkurrent*",
      `annan|annat|andra|något|någon annan? annat? ${SHOP}`,
      "någon|nån annanstans",
      "annanstans",
      "på|från annat|andra håll|ställen|ställe",
      "någon|nån annan",
      `ny|nytt|bättre|seriös|seriöst ${SHOP}`,
      "andra butiker|affärer|företag|firmor|ställen|leverantörer|kedjor|bolag|restauranger|aktörer|återförsäljare",
      "grannbutik*|butiken bredvid",
    ],
  },
  {
    kind: "competitor",
    detail: "named",
    say: ["byter|bytt|byta|går|gå över? till @", "jämfört|jämförelse med @"],
  },
  {
    kind: "churn",
    detail: "leaves",
    say: [
      "aldrig mer",
      "aldrig i mitt? livet? ~ köpa|anlita|handla",
      `aldrig|inte|ej ~ ${GO} ~ igen|mer|längre|hos|här|där|dit|hit|dem|dom|er|tillbaka|dessa`,
      `kommer|lär|ska|skall ~ aldrig|inte|ej ~ ${GO}`,
      `går|åker|handlar|köper ~ inte|aldrig ~ längre|mer|igen`,
      "byter|byta|bytt|bytte ~ leverantör|bank|verkstad|operatör|bolag|företag|butik|@|mäklare|optiker",
      "går|gå|vänder|vända|vänd ~ annanstans|konkurrent*|vidare",
      "väljer|välja|väljer|valt ~ annat|annan",
      "sagt|säger|säga upp ~ avtal*|abonnemang*|sammarbete*|samarbete*|medlemskap*|prenumeration*|kontrakt*",
      "avbeställ*|avslutar|avslutat|avsluta ~ kund*|konto*|avtal*|abonnemang*|medlemskap*|beställning*",
      "överger jag|vi",
      "förlorat|förlorar|tappat|tappar ~ kund*",
      "fd|före|f.d|tidigare detta? kund",
      "sista gången jag|vi|ni",
      "kommer|lär|tänker ~ aldrig|inte|ej … hit|dit|igen|mer",
      "inget ställe man|jag|vi ~ till igen",
      "vänder|vände|vänt mig|oss till",
      "ger upp",
      "funderar|fundera|överväger på|att? ~ byta|gå|lämna",
      "kolla|leta|söka|titta runt? ~ konkurrent*|annan|annat|andra",
      "köpa|köper|handla|handlar ~ annanstans|håll",
      "anlitade jag|vi ~ annan",
    ],
  },
  {
    kind: "warning",
    detail: "warns",
    say: [
      "rekommendera* ~ inte|ej|aldrig|ingen|inga",
      "inte|ej|aldrig|knappast|varken|heller … rekommendera*",
      "rekommenderas inte|ej",
      "avråder|avråda|avrådes",
      "undvik|undvika|undviker",
      "varning|varnar|varna",
      "se upp för|med",
      "akta er|dig|dej",
      "köp|köpa ingenting|inget|aldrig|inte ~ här|där|av|från|hos?",
      "anlita|handla|beställ|köp|gå|åk|boka aldrig|inte|ej",
      "håll er|dig borta|undan",
      "sök|ta|välj|anlita hellre|någon|ett|en någon|annan|annat ~ annan|annat|bolag|firma?",
      "berätta|berättar ~ alla|vänner|bekanta",
      "konsumentverk*|arn|konsumentombud*|allmänna reklamationsnämnd*",
      "bojkott*",
    ],
  },
  {
    kind: "rigid-rule",
    detail: "rule",
    say: [
      "policy|policyn|regler|reglerna|regel|regeln|villkor|villkoren|avtalsvillkor*|köpvillkor*",
      "utan kvitto",
      "hänvisar|hänvisade|hänvisa bara? ~ till",
      "systemet tillåter|går inte",
      "finns|fanns inget|ingenting ~ göra",
    ],
  },
  {
    kind: "rigid-rule",
    detail: "refused",
    say: [
      "vägrar|vägrade|vägrat|nekade|nekades|nekad|nekar|avslag|avslog",
      "fick|får inte|ej byta|lämna|återlämna|returnera|ångra|pengarna",
    ],
  },
  {
    kind: "repeated-contact",
    detail: "again",
    say: [
      "andra|tredje|fjärde|femte gången",
      `ringt|ringde|mejlat|mailat|mejlade|mailade|skrivit|kontaktat|frågat|bett|tjatat|påmint ~ ${N} gånger|mejl|mail|samtal`,
      `${N} gånger ~ ringt|mejlat|mailat|skrivit|kontaktat|frågat`,
      "flera|många|upprepade|otaliga gånger|ggr|mejl|mail|samtal|försök|påminnelser|påstötningar",
      "fortfarande inte|ingen|inget|ej ~ svar|fått|kommit|löst|hört",
      "om och om igen",
      "gång på|efter gång",
      "utan|aldrig|inte|inget|ingen ~ svar|återkoppling",
    ],
  },
  {
    kind: "request",
    detail: "asks",
    say: [
      "vill|kräver|begär|önskar|förväntar ~ ha? ~ pengarna|pengar|återbetalning|ersättning|ursäkt|svar|ny|nytt|byta|lämna|återbetalt",
      "pengarna|pengar tillbaka|åter",
      "kan|kunde|skulle ni|du|någon snälla? ~ hjälpa|svara|förklara|kolla|skicka|ringa|byta|återbetala|ordna|kontakta",
      "snälla hjälp|svara|ring|fixa|ordna",
      "hur gör jag|vi|man",
    ],
  },
  {
    kind: "deadline",
    detail: "by",
    say: [
      "senast måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|imorgon|idag",
      "före|innan|till måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|helgen|jul|matchen|bröllopet|resan|kalaset|imorgon",
    ],
  },
  {
    kind: "date",
    detail: "relative",
    say: [
      "igår|idag|förrgår",
      "i går|dag|förrgår|måndags|tisdags|onsdags|torsdags|fredags|lördags|söndags|helgen|våras|somras|höstas|vintras",
      "förra veckan|månaden|året|helgen|måndagen|fredagen",
      "på måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag",
      `för ${N} dagar|veckor|månader sedan|sen`,
    ],
  },
];
