import { USUAL_BELIEVED_PER_YEAR } from "../complaint/believed.ts";
import type { Lang } from "../complaint/ids.ts";
import type { Difference } from "../complaint/playbook-diff.ts";

/**
 * How a difference is said. `at` is its way from the top of the file, `*` any one name, `**` whatever is left; the
 * first that fits is taken. Slots: `{before}`, `{after}`, `{added}`, `{removed}`, `{id}` (the third name, where a list
 * has ids), `{lang}` (the last name, a language), `{path}` (the whole way).
 */
type Saying = { readonly at: string; readonly kind: Difference["kind"] } & Readonly<Record<Lang, string>>;

const changed = (at: string, en: string, fi: string, sv: string): Saying => ({
  at,
  kind: "changed",
  en: `${en} instead of {before}.`,
  fi: `${fi} (ennen {before}).`,
  sv: `${sv} (förut {before}).`,
});

const limitsOf = (role: string, en: string, fi: string, sv: string): Saying[] => {
  const at = `playbook.mandate.roles.${role}`;
  return [
    changed(
      `${at}.perCaseMinor`,
      `${en} may now give up to {after} for one case`,
      `${fi} saa nyt antaa yhdestä tapauksesta enintään {after}`,
      `${sv} får nu ge upp till {after} för ett ärende`,
    ),
    changed(
      `${at}.perCustomerYearMinor`,
      `${en} may now give one customer up to {after} in a year`,
      `${fi} saa nyt antaa yhdelle asiakkaalle vuodessa enintään {after}`,
      `${sv} får nu ge en kund upp till {after} på ett år`,
    ),
    changed(
      `${at}.perAgentDayMinor`,
      `${en} may now give up to {after} in one day`,
      `${fi} saa nyt antaa päivässä enintään {after}`,
      `${sv} får nu ge upp till {after} på en dag`,
    ),
  ];
};

/** Absent it is not nothing but the usual number. */
function believedTimes(): Saying[] {
  const at = "playbook.mandate.believeFirstTimesPerYear";
  const usual = USUAL_BELIEVED_PER_YEAR;
  const said = {
    en: "How often in a year one person's word alone is enough, before a manager gives what is due, is now {after}",
    fi: "Kuinka monta kertaa vuodessa yhden ihmisen pelkkä sana riittää ennen esihenkilöä, on nyt {after}",
    sv: "Hur många gånger om året en persons ord ensamt räcker, innan en chef ger det som ska ges, är nu {after}",
  };
  return [
    changed(at, said.en, said.fi, said.sv),
    {
      at,
      kind: "added",
      en: `${said.en} instead of ${usual}.`,
      fi: `${said.fi} (ennen ${usual}).`,
      sv: `${said.sv} (förut ${usual}).`,
    },
    {
      at,
      kind: "removed",
      en: `${said.en.replace("{after}", `${usual}`)} instead of {before}.`,
      fi: `${said.fi.replace("{after}", `${usual}`)} (ennen {before}).`,
      sv: `${said.sv.replace("{after}", `${usual}`)} (förut {before}).`,
    },
  ];
}

/** Absent it is a whole of the currency, which no sentence here can name. */
function leastSum(): Saying[] {
  const at = "playbook.mandate.leastGoodwillMinor";
  const said = {
    en: "The smallest sum that is given for the trouble alone is now",
    fi: "Pienin summa, joka annetaan pelkästä vaivasta, on nyt",
    sv: "Den minsta summan som ges för enbart besväret är nu",
  };
  return [
    changed(at, `${said.en} {after}`, `${said.fi} {after}`, `${said.sv} {after}`),
    {
      at,
      kind: "added",
      en: `${said.en} {after} instead of the usual one.`,
      fi: `${said.fi} {after} tavallisen sijaan.`,
      sv: `${said.sv} {after} i stället för den vanliga.`,
    },
    {
      at,
      kind: "removed",
      en: `${said.en} the usual one again, no longer {before}.`,
      fi: `${said.fi} taas tavallinen eikä enää {before}.`,
      sv: `${said.sv} den vanliga igen, inte längre {before}.`,
    },
  ];
}

const mandate: readonly Saying[] = [
  ...limitsOf("agent", "An agent", "Vastaaja", "En handläggare"),
  ...limitsOf("manager", "A manager", "Esihenkilö", "En chef"),
  changed(
    "playbook.mandate.brandMonthMinor",
    "All agents together may now give up to {after} of goodwill in a month",
    "Kaikki yhdessä saavat nyt antaa hyvää tahtoa kuukaudessa enintään {after}",
    "Alla tillsammans får nu ge upp till {after} i goodwill på en månad",
  ),
  changed(
    "playbook.mandate.shareOfValueAtRisk",
    "Goodwill may now be up to {after} of the value at risk",
    "Hyvää tahtoa voi nyt antaa enintään {after} siitä, mikä on vaakalaudalla",
    "Goodwill får nu vara upp till {after} av det som står på spel",
  ),
  changed(
    "playbook.mandate.priceFactor",
    "All that is given may now be up to {after} times the price",
    "Kaikki yhteensä saa nyt olla enintään {after} kertaa hinta",
    "Allt tillsammans får nu vara upp till {after} gånger priset",
  ),
  changed(
    "playbook.believeFirstMinor",
    "The writer's word is now enough under {after}",
    "Kirjoittajan sana riittää nyt, kun summa on alle {after}",
    "Skribentens ord räcker nu under {after}",
  ),
  ...believedTimes(),
  ...leastSum(),
];

const inSituation = (part: string, en: string, fi: string, sv: string): Saying[] => {
  const at = `playbook.situations.*.${part}`;
  const head = { en: "Situation {id}:", fi: "Tilanne {id}:", sv: "Situationen {id}:" };
  return [
    changed(
      at,
      `${head.en} ${en} is now {after}`,
      `${head.fi} ${fi} on nyt {after}`,
      `${head.sv} ${sv} är nu {after}`,
    ),
    {
      at,
      kind: "added",
      en: `${head.en} ${en} is now {after}; before there was none.`,
      fi: `${head.fi} ${fi} on nyt {after}; ennen ei ollut mitään.`,
      sv: `${head.sv} ${sv} är nu {after}; förut fanns inget.`,
    },
    {
      at,
      kind: "removed",
      en: `${head.en} ${en} is gone; it was {before}.`,
      fi: `${head.fi} ${fi} poistuu; se oli {before}.`,
      sv: `${head.sv} ${sv} försvinner; det var {before}.`,
    },
  ];
};

const situations: readonly Saying[] = [
  {
    at: "playbook.situations.*",
    kind: "added",
    en: "Situation {id} is new: {after}.",
    fi: "Tilanne {id} on uusi: {after}.",
    sv: "Situationen {id} är ny: {after}.",
  },
  {
    at: "playbook.situations.*",
    kind: "removed",
    en: "Situation {id} is gone; nobody gets what it gave any more: {before}.",
    fi: "Tilanne {id} poistuu; kukaan ei enää saa, mitä se antoi: {before}.",
    sv: "Situationen {id} försvinner; ingen får längre det den gav: {before}.",
  },
  {
    at: "playbook.situations",
    kind: "reordered",
    en: "Situations stand in another order; where a text fits several the first is taken: {after}.",
    fi: "Tilanteiden järjestys muuttuu; jos teksti sopii moneen, ensimmäinen otetaan: {after}.",
    sv: "Situationerna står i en annan ordning; passar en text i flera tas den första: {after}.",
  },
  ...inSituation("floor", "the floor", "vähin hyvitys", "minsta gottgörelsen"),
  ...inSituation("owed", "what is owed", "asiakkaalle kuuluva", "det som tillhör kunden"),
  ...inSituation("goodwill", "what goodwill may give", "hyvän tahdon tikapuut", "stegen av goodwill"),
  ...inSituation("loss", "the loss", "menetyksen laji", "förlustens slag"),
  {
    at: "playbook.situations.*.recognise.*",
    kind: "words",
    en: "Situation {id}, how it is recognised in {lang}: {added} new, {removed} gone.",
    fi: "Tilanne {id}, tunnistaminen, {lang}: uutta {added}, poissa {removed}.",
    sv: "Situationen {id}, hur den känns igen på {lang}: nytt {added}, borta {removed}.",
  },
];

const named = (list: string, en: string, fi: string, sv: string): Saying[] => [
  {
    at: `playbook.${list}.*`,
    kind: "added",
    en: `${en} {id} added: {after}.`,
    fi: `${fi} {id} lisätty: {after}.`,
    sv: `${sv} {id} har lagts till: {after}.`,
  },
  {
    at: `playbook.${list}.*`,
    kind: "removed",
    en: `${en} {id} taken out.`,
    fi: `${fi} {id} poistettu.`,
    sv: `${sv} {id} har tagits bort.`,
  },
];

const rest: readonly Saying[] = [
  ...named("competitors", "Competitor", "Kilpailija", "Konkurrenten"),
  ...named("stores", "Store", "Myymälä", "Butiken"),
  ...named("priceList", "In the price list:", "Hinnastossa:", "I prislistan:"),
  changed(
    "playbook.priceList.*.priceMinor",
    "{id} now costs the customer {after}",
    "{id} maksaa nyt asiakkaalle {after}",
    "{id} kostar nu kunden {after}",
  ),
  changed(
    "playbook.priceList.*.costMinor",
    "{id} now costs us {after}",
    "{id} maksaa nyt meille {after}",
    "{id} kostar nu oss {after}",
  ),
  changed(
    "playbook.onCall.default",
    "On call, where no one else is named, is now {after}",
    "Päivystää, ellei muuta ole sanottu, nyt {after}",
    "I jour, när ingen annan är nämnd, är nu {after}",
  ),
  changed(
    "playbook.onCall.byStopCase.*",
    "On call for {last} is now {after}",
    "Päivystää ({last}) nyt {after}",
    "I jour för {last} är nu {after}",
  ),
  changed(
    "playbook.retention.mentionTextDays",
    "Texts of mentions are now kept for {after} days",
    "Mainintojen tekstit säilyvät nyt {after} päivää",
    "Texterna sparas nu i {after} dagar",
  ),
  changed(
    "playbook.retention.asideTextDays",
    "Texts set aside are now kept for {after} days",
    "Sivuun pantujen tekstit säilyvät nyt {after} päivää",
    "Texter som lagts åt sidan sparas nu i {after} dagar",
  ),
];

/** For what has no words of its own: the way in the file, and what stands there. A limit is still called one. */
const anything: readonly Saying[] = [
  changed(
    "playbook.mandate.**",
    "Limit {path}: now {after}",
    "Raja {path}: nyt {after}",
    "Gränsen {path}: nu {after}",
  ),
  changed("**", "{path}: now {after}", "{path}: nyt {after}", "{path}: nu {after}"),
  {
    at: "playbook.mandate.**",
    kind: "added",
    en: "Limit {path} is new: {after}.",
    fi: "Raja {path} on uusi: {after}.",
    sv: "Gränsen {path} är ny: {after}.",
  },
  {
    at: "**",
    kind: "added",
    en: "{path} is new: {after}.",
    fi: "{path} on uusi: {after}.",
    sv: "{path} är nytt: {after}.",
  },
  {
    at: "playbook.mandate.**",
    kind: "removed",
    en: "Limit {path} is gone; it was {before}.",
    fi: "Raja {path} poistuu; se oli {before}.",
    sv: "Gränsen {path} försvinner; den var {before}.",
  },
  {
    at: "**",
    kind: "removed",
    en: "{path} is gone; it was {before}.",
    fi: "{path} poistuu; se oli {before}.",
    sv: "{path} försvinner; det var {before}.",
  },
  {
    at: "**",
    kind: "words",
    en: "{path}: {added} new, {removed} gone.",
    fi: "{path}: uutta {added}, poissa {removed}.",
    sv: "{path}: nytt {added}, borta {removed}.",
  },
  {
    at: "**",
    kind: "reordered",
    en: "{path}: the order is now {after}.",
    fi: "{path}: järjestys on nyt {after}.",
    sv: "{path}: ordningen är nu {after}.",
  },
];

export const sayings: readonly Saying[] = [...mandate, ...situations, ...rest, ...anything];

/** Words inside a sentence. */
export const changeWords: Record<Lang, Readonly<Record<string, string>>> = {
  en: {
    next: ", then ",
    nothing: "nothing",
    floor: "floor",
    owed: "owed",
    share: "the share in the price list",
    receipt: "as the receipt shows",
    en: "English",
    fi: "Finnish",
    sv: "Swedish",
    true: "yes",
    false: "no",
    goods: "goods",
    money: "money",
    service: "service",
  },
  fi: {
    next: ", sitten ",
    nothing: "ei mitään",
    floor: "vähintään",
    owed: "kuuluu",
    share: "hinnaston osuus",
    receipt: "kuitin mukaan",
    en: "englanti",
    fi: "suomi",
    sv: "ruotsi",
    true: "kyllä",
    false: "ei",
    goods: "tavara",
    money: "raha",
    service: "palvelu",
  },
  sv: {
    next: ", sedan ",
    nothing: "inget",
    floor: "minst",
    owed: "tillhör kunden",
    share: "andelen i prislistan",
    receipt: "enligt kvittot",
    en: "engelska",
    fi: "finska",
    sv: "svenska",
    true: "ja",
    false: "nej",
    goods: "vara",
    money: "pengar",
    service: "tjänst",
  },
};
