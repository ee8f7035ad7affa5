import type { Lang } from "../complaint/ids.ts";
import type { RelationshipStep } from "../complaint/relationship.ts";

/** Words around the figures of a relationship. They could be read to the customer's face. */
export type RelationshipPhrases = {
  readonly since: (year: string) => string;
  readonly purchases: (count: number) => string;
  readonly kinds: (count: number) => string;
  readonly expected: (amount: string) => string;
  readonly range: (least: string, most: string) => string;
  readonly byModel: (day: string, customers: string) => string;
  readonly byDecay: string;
  readonly labels: Readonly<Record<RelationshipStep["label"], string>>;
  readonly sources: {
    readonly purchases: string;
    readonly model: string;
    readonly decay: string;
    readonly greatest: (of: string) => string;
  };
};

const en: RelationshipPhrases = {
  since: (year) => `customer since ${year}`,
  purchases: (count) => (count === 1 ? "one purchase" : `${count} purchases`),
  kinds: (count) => (count === 1 ? "in one kind of goods" : `in ${count} kinds of goods`),
  expected: (amount) => `about ${amount} margin expected in two years`,
  range: (least, most) => `In eight cases of ten between ${least} and ${most}.`,
  byModel: (day, customers) => `From how ${customers} customers bought until now, reckoned on ${day}.`,
  byDecay: "By a rule of thumb: each purchase counts half as much after a year.",
  labels: {
    spent: "Bought and kept",
    "margin-share": "Share of it that is margin",
    margin: "Margin earned",
    "thanks-share": "Share given back as thanks",
    thanks: "Thanks",
    "chance-alive": "Chance of still being a customer",
    "purchases-expected": "Purchases expected in two years",
    "spend-at-a-time": "Spend expected at a time",
    expected: "Margin expected in two years, as of today",
    highest: "The same, highest on any day of a purchase",
    "segment-default": "What a stranger is worth",
    level: "What the relationship is worth",
    "churn-rise": "Rise in the chance of leaving",
    "at-risk": "At risk",
  },
  sources: {
    purchases: "purchase history",
    model: "fitted on all customers (BG/NBD, Gamma-Gamma)",
    decay: "rule of thumb: half after a year",
    greatest: (of) => `the greatest of: ${of}`,
  },
};

const fi: RelationshipPhrases = {
  since: (year) => `asiakas vuodesta ${year}`,
  purchases: (count) => (count === 1 ? "yksi ostos" : `${count} ostosta`),
  kinds: (count) => (count === 1 ? "yhdestä tavararyhmästä" : `${count} tavararyhmästä`),
  expected: (amount) => `kahdessa vuodessa odotettavissa noin ${amount} katetta`,
  range: (least, most) => `Kahdeksassa tapauksessa kymmenestä ${least}–${most}.`,
  byModel: (day, customers) => `Laskettu ${day} siitä, miten ${customers} asiakasta on tähän asti ostanut.`,
  byDecay: "Nyrkkisäännöllä: ostos painaa vuoden päästä puolet.",
  labels: {
    spent: "Ostettu ja pidetty",
    "margin-share": "Katteen osuus siitä",
    margin: "Kertynyt kate",
    "thanks-share": "Kiitokseksi annettava osuus",
    thanks: "Kiitos",
    "chance-alive": "Todennäköisyys, että on yhä asiakas",
    "purchases-expected": "Odotettavissa ostoksia kahdessa vuodessa",
    "spend-at-a-time": "Odotettavissa kertaostokselta",
    expected: "Kahdessa vuodessa odotettava kate tänään",
    highest: "Sama, suurimmillaan jonakin ostospäivänä",
    "segment-default": "Tuntemattoman arvo",
    level: "Asiakassuhteen arvo",
    "churn-rise": "Lähtemisen riskin kasvu",
    "at-risk": "Vaarassa",
  },
  sources: {
    purchases: "ostohistoria",
    model: "sovitettu kaikkiin asiakkaisiin (BG/NBD, Gamma-Gamma)",
    decay: "nyrkkisääntö: vuoden päästä puolet",
    greatest: (of) => `suurin näistä: ${of}`,
  },
};

const sv: RelationshipPhrases = {
  since: (year) => `kund sedan ${year}`,
  purchases: (count) => (count === 1 ? "ett köp" : `${count} köp`),
  kinds: (count) => (count === 1 ? "av ett slags varor" : `av ${count} slags varor`),
  expected: (amount) => `omkring ${amount} i marginal att vänta på två år`,
  range: (least, most) => `I åtta fall av tio mellan ${least} och ${most}.`,
  byModel: (day, customers) => `Beräknat ${day} efter hur ${customers} kunder har köpt hittills.`,
  byDecay: "Efter en tumregel: ett köp väger hälften efter ett år.",
  labels: {
    spent: "Köpt och behållet",
    "margin-share": "Andel av det som är marginal",
    margin: "Intjänad marginal",
    "thanks-share": "Andel som ges tillbaka som tack",
    thanks: "Tack",
    "chance-alive": "Chans att ännu vara kund",
    "purchases-expected": "Köp att vänta på två år",
    "spend-at-a-time": "Att vänta per köp",
    expected: "Marginal att vänta på två år, från i dag",
    highest: "Detsamma, som högst någon dag med köp",
    "segment-default": "Vad en okänd är värd",
    level: "Vad relationen är värd",
    "churn-rise": "Ökad risk att de går",
    "at-risk": "Står på spel",
  },
  sources: {
    purchases: "köphistorik",
    model: "anpassat efter alla kunder (BG/NBD, Gamma-Gamma)",
    decay: "tumregel: hälften efter ett år",
    greatest: (of) => `det största av: ${of}`,
  },
};

export const relationshipPhrases: Readonly<Record<Lang, RelationshipPhrases>> = { en, fi, sv };
