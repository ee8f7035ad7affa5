import type { JourneyStage } from "../complaint/assessment.ts";
import type { Lang } from "../complaint/ids.ts";
import type { Token } from "./tokens.ts";

/** Beginnings of words that belong to a stage of the journey, by language; the more particular stage first. */
const BEGINNINGS: readonly { stage: JourneyStage; begin: Readonly<Record<Lang, string>> }[] = [
  {
    stage: "return",
    begin: {
      en: "return refund exchang warrant guarantee replacement reimburs swap money-back",
      fi: "palaut takuu reklamaatio reklamoi vaihto-oik vaihdet hyvity rahat",
      sv: "retur returner återbetal reklam garanti pengarna",
    },
  },
  {
    stage: "invoice",
    begin: {
      en: "invoice bill overcharg charged charging charges debit fee fees tariff premium payment",
      fi: "lasku laskut velo perint perit maksumuistut eräpäiv kuukausimaksu maksusuunn",
      sv: "faktur debiter dragit räkning avgift autogiro påminnelse inkasso",
    },
  },
  {
    stage: "delivery",
    begin: {
      en: "deliver parcel courier tracking shipp shipment dispatch package postman depot arriv",
      fi: "paket paketti toimit lähety kuljet kuriiri seuranta saapu posti nouto noutopist pakettiautom",
      sv: "leverans leverer paket frakt bud spårning försändelse utlämning ombud postnord",
    },
  },
  {
    stage: "contact",
    begin: {
      en: "call called calling phone phoned rang hold queue chat chatbot email emailed emails support helpline reply replied answer answered answering ticket",
      fi: "asiakaspalvelu aspa asiakaspalvelij soit puhelim jono jonot chat chatti vasta vastat sähköposti yhteydeno viest",
      sv: "kundtjänst kundservice ring ringt ringde telefonkö kö svar svarar svarat mejl mejlat mail chatt supporten ärende",
    },
  },
  {
    stage: "before-buying",
    begin: {
      en: "advert ad ads stock brochure quote showroom sale offer offers promotion website listing appointment",
      fi: "mainos mainoks tarjou kampanja saatavu esite verkkosiv nettisiv varaus ajanvara valikoima",
      sv: "annons erbjudande kampanj lager hemsida broschyr offert utbud rea tidsbokning",
    },
  },
  {
    stage: "buying",
    begin: {
      en: "checkout cart basket order ordered ordering till cashier staff assistant waiter waitress seller salesman bought",
      fi: "kassa kassal ostoskori tilas tilau tilat myyj henkilökun tarjoili palvelu ostin osto",
      sv: "kassa kassan varukorg beställ personal säljare expedit servitör servitris köpte köp",
    },
  },
];

type Shelf = { longest: number; stages: ReadonlyMap<string, JourneyStage> };
const shelfOf = (lang: Lang): Shelf => {
  const stages = new Map<string, JourneyStage>();
  for (const { stage, begin } of BEGINNINGS) {
    for (const word of begin[lang].split(" ")) if (!stages.has(word)) stages.set(word, stage);
  }
  return { stages, longest: Math.max(...[...stages.keys()].map((word) => word.length)) };
};
const SHELVES: Readonly<Record<Lang, Shelf>> = { en: shelfOf("en"), fi: shelfOf("fi"), sv: shelfOf("sv") };

/** Shorter beginnings would begin too many words: they count only as the whole word. */
const SHORTEST_BEGINNING = 4;

function stageOfWord({ stages, longest }: Shelf, word: string): JourneyStage | undefined {
  for (let length = Math.min(longest, word.length); length > 0; length--) {
    if (length < SHORTEST_BEGINNING && length !== word.length) continue;
    const stage = stages.get(word.slice(0, length));
    if (stage !== undefined) return stage;
  }
  return undefined;
}

/**
 * At which stage of the journey a complaint arose: the stage that most of its words belong to, of equals the more
 * particular one. What names no stage is about using what was bought.
 */
export function stageOf(tokens: readonly Token[], lang: Lang): JourneyStage {
  const counts = new Map<JourneyStage, number>();
  for (const { word, kind } of tokens) {
    if (kind !== "word") continue;
    const stage = stageOfWord(SHELVES[lang], word);
    if (stage !== undefined) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  let best: JourneyStage = "use";
  let most = 0;
  for (const { stage } of BEGINNINGS) {
    const count = counts.get(stage) ?? 0;
    if (count > most) {
      best = stage;
      most = count;
    }
  }
  return best;
}
