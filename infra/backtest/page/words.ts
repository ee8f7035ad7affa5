import type { Lang } from "../../../shared/complaint/ids.ts";
import type { LimitName } from "../../../shared/complaint/remedy.ts";

/** Every word of the page in one language. */
export type Words = {
  readonly title: (brand: string) => string;
  readonly lead: (cases: number, from: string, to: string) => string;
  readonly empty: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly otherwise: (changed: number, cases: number) => string;
  readonly how: readonly string[];
  readonly asides: (rows: number) => string;
  readonly undated: (rows: number) => string;
  readonly badLines: (lines: number) => string;
  readonly agents: (agents: number) => string;
  readonly totals: string;
  readonly cases: string;
  readonly owed: string;
  readonly floor: string;
  readonly goodwill: string;
  readonly cost: string;
  readonly proportion: string;
  readonly escalated: string;
  readonly byHand: string;
  readonly stop: string;
  readonly goodwillBySituation: string;
  readonly costBySituation: string;
  readonly byLimit: string;
  readonly tooLittleBy: string;
  readonly byProportion: string;
  readonly byDay: string;
  readonly bySituationAndSigner: string;
  readonly situation: string;
  readonly none: string;
  readonly signedBy: string;
  readonly signers: Readonly<Record<"agent" | "manager" | "nobody", string>>;
  readonly limit: string;
  readonly limits: Readonly<Record<LimitName, string>>;
  readonly upTo: (percent: number) => string;
  readonly above: (percent: number) => string;
  readonly nothing: string;
  readonly plot: (what: string, highest: string, before: string, after: string) => string;
};

const en: Words = {
  title: (brand) => `Backtest of a new playbook: ${brand}`,
  lead: (cases, from, to) => `${cases} cases from ${from} to ${to}, replayed under two versions.`,
  empty: "No case was replayed.",
  before: "Before",
  after: "After",
  difference: "Difference",
  otherwise: (changed, cases) => `${changed} of ${cases} cases come out otherwise.`,
  how: [
    "Every proposal counts as approved and given at the moment when the case came. The counters of customers, agents and the month begin empty with the first case.",
    "Where a limit is met, the case is an escalation: the sum is what a manager would have been asked for.",
  ],
  asides: (rows) => `${rows} rows are no case: praise, thanks, chatter or spam.`,
  undated: (rows) => `${rows} rows had no time of their own.`,
  badLines: (lines) => `${lines} lines could not be read.`,
  agents: (agents) => `Where it is not known who signed, ${agents} agents took the cases in turn.`,
  totals: "In all",
  cases: "Cases",
  owed: "Owed",
  floor: "Floor",
  goodwill: "Goodwill",
  cost: "Cost to the brand",
  proportion: "Cost ÷ value at risk",
  escalated: "Escalated",
  byHand: "By hand",
  stop: "Stop cases",
  goodwillBySituation: "Goodwill by situation",
  costBySituation: "Cost by situation",
  byLimit: "Escalations by limit",
  tooLittleBy: "Too little by",
  byProportion: "Remedies by cost ÷ value at risk",
  byDay: "Cost by day",
  bySituationAndSigner: "By situation and signer",
  situation: "Situation",
  none: "none recognised",
  signedBy: "Signed by",
  signers: { agent: "agent", manager: "manager", nobody: "no remedy" },
  limit: "Limit",
  limits: {
    "role-case": "one case",
    "customer-year": "one customer in a year",
    "agent-day": "one agent in a day",
    "brand-month": "the brand in a month",
    "price-factor": "share of the price",
    "value-share": "share of the value at risk",
    "believe-first": "times a year that one person's word is enough",
  },
  upTo: (percent) => `up to ${percent} %`,
  above: (percent) => `above ${percent} %`,
  nothing: "nothing",
  plot: (what, highest, before, after) =>
    `${what}, two bars or lines each. The highest figure is ${highest}. In all ${before} before and ${after} after. The figures stand in the tables.`,
};

const fi: Words = {
  title: (brand) => `Uuden ohjekirjan koeajo: ${brand}`,
  lead: (cases, from, to) => `${cases} tapausta ajalta ${from} – ${to}, ratkaistuna kahdella versiolla.`,
  empty: "Yhtään tapausta ei ajettu.",
  before: "Ennen",
  after: "Jälkeen",
  difference: "Ero",
  otherwise: (changed, cases) => `${cases} tapauksesta ${changed} päättyy toisin.`,
  how: [
    "Jokainen ehdotus lasketaan hyväksytyksi ja annetuksi sillä hetkellä, kun tapaus tuli. Asiakkaan, käsittelijän ja kuukauden laskurit alkavat tyhjinä ensimmäisestä tapauksesta.",
    "Jos raja tulee vastaan, tapaus siirtyy esimiehelle: summa on se, mitä esimieheltä olisi pyydetty.",
  ],
  asides: (rows) => `Rivejä, jotka eivät ole tapauksia (kehu, kiitos, jutustelu, roskaposti): ${rows}.`,
  undated: (rows) => `Rivejä ilman omaa aikaa: ${rows}.`,
  badLines: (lines) => `Rivejä, joita ei voitu lukea: ${lines}.`,
  agents: (agents) =>
    `Kun allekirjoittajaa ei tiedetä, tapaukset on jaettu vuorotellen. Käsittelijöitä: ${agents}.`,
  totals: "Yhteensä",
  cases: "Tapauksia",
  owed: "Asiakkaalle kuuluva",
  floor: "Vähimmäishyvitys",
  goodwill: "Hyvän tahdon osuus",
  cost: "Kustannus yritykselle",
  proportion: "Kustannus ÷ vaarassa oleva arvo",
  escalated: "Siirtyi esimiehelle",
  byHand: "Käsin hoidettavia",
  stop: "Pysäytettyjä",
  goodwillBySituation: "Hyvän tahdon osuus tilanteittain",
  costBySituation: "Kustannus tilanteittain",
  byLimit: "Siirrot esimiehelle rajoittain",
  tooLittleBy: "Rajasta puuttui",
  byProportion: "Hyvitykset: kustannus ÷ vaarassa oleva arvo",
  byDay: "Kustannus päivittäin",
  bySituationAndSigner: "Tilanteittain ja allekirjoittajittain",
  situation: "Tilanne",
  none: "ei tunnistettu",
  signedBy: "Allekirjoittaa",
  signers: { agent: "käsittelijä", manager: "esimies", nobody: "ei hyvitystä" },
  limit: "Raja",
  limits: {
    "role-case": "yksi tapaus",
    "customer-year": "asiakas vuodessa",
    "agent-day": "käsittelijä päivässä",
    "brand-month": "yritys kuukaudessa",
    "price-factor": "osuus hinnasta",
    "value-share": "osuus vaarassa olevasta arvosta",
    "believe-first": "kerrat vuodessa, joina yhden ihmisen sana riittää",
  },
  upTo: (percent) => `enintään ${percent} %`,
  above: (percent) => `yli ${percent} %`,
  nothing: "ei mitään",
  plot: (what, highest, before, after) =>
    `${what}, aina kaksi palkkia tai viivaa. Suurin luku on ${highest}. Yhteensä ${before} ennen ja ${after} jälkeen. Luvut ovat taulukoissa.`,
};

const sv: Words = {
  title: (brand) => `Provkörning av en ny handbok: ${brand}`,
  lead: (cases, from, to) => `${cases} ärenden från ${from} till ${to}, avgjorda enligt två versioner.`,
  empty: "Inget ärende kördes.",
  before: "Före",
  after: "Efter",
  difference: "Skillnad",
  otherwise: (changed, cases) => `${changed} av ${cases} ärenden slutar annorlunda.`,
  how: [
    "Varje förslag räknas som godkänt och givet i den stund då ärendet kom. Räknarna för kund, handläggare och månad börjar tomma med det första ärendet.",
    "När en gräns nås går ärendet till chefen: summan är det som chefen skulle ha tillfrågats om.",
  ],
  asides: (rows) => `Rader som inte är ärenden (beröm, tack, småprat, skräppost): ${rows}.`,
  undated: (rows) => `Rader utan egen tid: ${rows}.`,
  badLines: (lines) => `Rader som inte kunde läsas: ${lines}.`,
  agents: (agents) => `När det inte är känt vem som skrev under togs ärendena i tur. Handläggare: ${agents}.`,
  totals: "Totalt",
  cases: "Ärenden",
  owed: "Kundens rätt",
  floor: "Minsta gottgörelse",
  goodwill: "Goodwill",
  cost: "Kostnad för företaget",
  proportion: "Kostnad ÷ värde i fara",
  escalated: "Gick till chefen",
  byHand: "För hand",
  stop: "Stoppade",
  goodwillBySituation: "Goodwill per situation",
  costBySituation: "Kostnad per situation",
  byLimit: "Till chefen, per gräns",
  tooLittleBy: "För lite med",
  byProportion: "Gottgörelser efter kostnad ÷ värde i fara",
  byDay: "Kostnad per dag",
  bySituationAndSigner: "Per situation och den som skriver under",
  situation: "Situation",
  none: "ej igenkänd",
  signedBy: "Skriver under",
  signers: { agent: "handläggare", manager: "chef", nobody: "ingen gottgörelse" },
  limit: "Gräns",
  limits: {
    "role-case": "ett ärende",
    "customer-year": "en kund per år",
    "agent-day": "en handläggare per dag",
    "brand-month": "företaget per månad",
    "price-factor": "andel av priset",
    "value-share": "andel av värdet i fara",
    "believe-first": "gånger om året som en persons ord räcker",
  },
  upTo: (percent) => `högst ${percent} %`,
  above: (percent) => `över ${percent} %`,
  nothing: "inget",
  plot: (what, highest, before, after) =>
    `${what}, två staplar eller linjer för varje. Den högsta siffran är ${highest}. Totalt ${before} före och ${after} efter. Siffrorna står i tabellerna.`,
};

export const wordsOf: Readonly<Record<Lang, Words>> = { en, fi, sv };
