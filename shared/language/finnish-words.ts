/** Word classes of the Finnish grammar, in the syntax of a choice of `compileGrammar`. */

/**
 * The pieces in every order, each pair with up to three words between: Finnish words stand in any order.
 * Meant for two or three pieces; four would make 24 sayings.
 */
export function anyOrder(...pieces: readonly string[]): string[] {
  if (pieces.length < 2) return [...pieces];
  return pieces.flatMap((piece, at) =>
    anyOrder(...pieces.filter((_, i) => i !== at)).map((rest) => `${piece} ~ ${rest}`),
  );
}

/** The company in any case, with the endings of "your" that are no other word ("kaupastanne"). */
export const YOU =
  "te|teitä*|teiltä*|teillä*|teille*|teihin|teissä|teistä|teidän*|*stanne|*stänne|*ssanne|*ssänne|*llanne|*llänne|*llenne|*ltanne|*ltänne|*ananne|*inanne";
export const FROM_YOU = "teiltä*|*stanne|*stänne|*ltanne|*ltänne";
export const AT_YOU = "teillä*|teidän*|*ssanne|*ssänne|*llanne|*llänne";
export const TO_YOU = "teille*|teihin|tänne|*llenne|*oonne|*eenne|*iinne";
export const HERE = "täällä*|täältä*|tänne*|siellä|sieltä|sinne";
/** The company, or the place that is spoken of as it. */
export const YOU_OR_HERE = `${YOU}|${HERE}`;

const COUNT =
  "#|yksi*|kaks*|kahde*|kahte*|kolm*|nelj*|viis*|viid*|viit*|kuus*|kuud*|seits*|seitt*|kaheks*|yhdeks*|yheks*|kymmen*|kymppi*|parik*|pari|parin|toistakymm*|monta|monen|monia|useita|usean|useamman|muutaman|ties";
/** "12 vuotta", "kakskytviis vuotta", "kolmatta vuotta", "19 kesää". */
export const YEARS = `${COUNT} vuotta|vuoden|v|vuosikymmen*|vuos|vuot|kesää|talvea|joulua|syksyä|kevättä|kautta|sukupolvea`;
/** Years that are not counted. */
export const MANY_YEARS =
  "vuosia|vuosikausia|vuosikaudet|vuosikymmeniä|vuosikymmenet|vuosikymmenien|vuosikymmenten|vuosikausien|ikäni|iät|aikojen";
/** What a customer has done, again and again. */
const HAS_BOUGHT =
  "ostanut|ostaneet|ostettu|ostellut|osteltu|tilannut|tilanneet|tilattu|tilaillut|hankkinut|hankittu|käynyt|käyneet|käyty|käytetty|käyttänyt|käyttäneet|asioinut|asioineet|asioitu|syönyt|syöneet|syöty|lounastanut|maksanut|maksaneet|maksettu|maksellut|lentänyt|lentäneet|lennetty|matkustanut|matkustettu|matkannut|kulkenut|kulkeneet|kuljettu|reissannut|risteillyt|tankannut|tankattu|pelannut|treenannut|treenattu|jumpannut|hakenut|hakeneet|haettu|huollettu|huollattanut|huollatettu|huoltanut|vakuuttanut|vakuutettu|vuokrannut|vuokrattu|luottanut|luottaneet|luotettu|teettänyt|teetetty|varannut|varattu|yöpynyt|yövytty|majoittunut|juhlittu|juhlinut|leikkauttanut|shoppaillut|suosinut|suosittu|kuluttanut";
export const BOUGHT = HAS_BOUGHT;
/** With the company named, being there or bringing something there is dealing with it, too. */
export const DEALT = `${HAS_BOUGHT}|ollut|olleet|oltu|pitänyt|pidetty|tuotu|tuonut|viety|vienyt|säästänyt|asunut|asuttu|hoidettu|hoitanut|hoidattanut|leikattu|istunut|istuttu|roikkunut|pysynyt|pysytty|tukenut|kannattanut|mennyt|tultu|tullut|tulleet`;
export const DEAL_NOW =
  "ostan|ostamme|ostetaan|ostelen|tilaan|tilaamme|tilataan|käyn|käymme|käydään|käytän|käytämme|asioin|asioimme|asioidaan|syön|syömme|syödään|lounastan|haen|haemme|haetaan|lennän|lennämme|lennetään|tankkaan|treenaan|istun|istutaan|istumme|pysähdyn|poikkean|piipahdan|matkustan|matkustamme|kuljen|tulen|tulemme|tullaan|menen|hankin|hankimme|yövyn|yövymme|maksan|maksamme|tuon|tuomme|tuodaan|varaan|huollatan";
export const CUSTOMER =
  "asiakas|asiakka*|asiakkuu*|asjakas|jäsenenä|jäseninä|jäsenyy*|tilaajana|tilaajina|vuokralaisena|käyttäjänä|sopimusasiakas|säästäjänä|jäsen|jäsenet|tilaaja|tilaajia|kestotilaaja*|kestotilau*|kausikorttilai*|vuosikorttilai*|vuokralaisia";

/** Sorts of provider, as stems: what a customer changes, or finds another of. */
export const SHOP =
  "kaupa*|kauppa*|liike|liikkee*|liikett*|putiik*|puoti*|puodi*|puljuu*|pulju*|lafka*|myymälä*|firma*|yrity*|yhtiö*|vakuutusyhtiö*|pankki|pankit|pankkia|pankkiin|pankissa|pankista|pankin|pankkeja|pankeissa|operaattori*|sali|salilla|salille|salin|saliin|salit|saleja|salia|kuntosali*|parturi*|kampaamo*|kampaaja*|ravintola*|kahvila*|pizzeri*|kioski*|apteek*|optikko*|optikol*|optikkoa|korjaamo*|autokorjaamo*|huoltamo*|leipomo*|hotelli*|lentoyhtiö*|sähköyhtiö*|sähköfirma*|varustamo*|lääkäriasema*|hammaslääkäri*|klinik*|teleoperaattori*|palveluntarjoaja*|palvelun|palveluun|toimittaj*|ketju*|paikka|paikkaa|paikassa|paikan|paikat|paikasta|paikkaan|paikkoja|paikoista|paikoissa|verkkokaup*|nettikaup*|puutarha|tarjoaja*|vuokranantaja*|huolitsija|lähikaupa*|salongi*|salonki*|autokoulu*|autokoulussa|välittäj*|kiinteistövälittäj*|lääkäri|lääkärille|lääkärin|lääkäriin|eläinlääkäri*|kosmetologi*|hieroja*|remonttifirma*|muuttofirma*|kustantamo|katsastusasema*|laitoks*|appi|appia|appiin|sovellukseen|suoratoisto*";

/** A capital word that is gone to, got from or stood in: the name of a rival that nobody has listed. */
export const TO_NAME = "^*lle|^*oon|^*iin|^*aan|^*een|^*uun|^*ään|^*öön|^*yyn|^*hin|^*seen|^*lleen";
export const FROM_NAME = "^*lta|^*ltä|^*sta|^*stä|^*lt|^*st";
export const AT_NAME = "^*lla|^*llä|^*ssa|^*ssä";
/** The next occasion. */
export const NEXT_TIME =
  "jatkossa|tästedes|vastedes|eteenpäin|vastaisuudessa|seuraavaksi|seuraava|seuraavan|seuraavat|seuraavalla|ensi";
