import type { Lang } from "../../../shared/complaint/ids.ts";

/** A noun: English; Finnish nominative, genitive, partitive; Swedish with its article. */
type Noun = { en: string; fi: readonly [string, string, string]; sv: string };

const nouns = (table: string): ReadonlyMap<string, Noun> =>
  new Map(
    table
      .trim()
      .split("\n")
      .map((row) => {
        const [key = "", en = "", fi = "", sv = ""] = row.split("|").map((cell) => cell.trim());
        const [nominative = "", genitive = "", partitive = ""] = fi.split(",").map((form) => form.trim());
        return [key, { en, fi: [nominative, genitive, partitive], sv }] as const;
      }),
  );

/** What people call the sorts of the set. */
const SORTS = nouns(`
Computers Accessories | computer accessory | tietokonetarvike, tietokonetarvikkeen, tietokonetarviketta | ett datortillbehör
Lamps | lamp | valaisin, valaisimen, valaisinta | en lampa
Download Games | download game | latauspeli, latauspelin, latauspeliä | ett nedladdningsspel
Projectors & Screens | projector | projektori, projektorin, projektoria | en projektor
Camcorders | camcorder | videokamera, videokameran, videokameraa | en videokamera
Microwaves | microwave | mikro, mikron, mikroa | en mikrovågsugn
Printers, Scanners & Fax | printer | tulostin, tulostimen, tulostinta | en skrivare
Smart phones & PDAs | smartphone | älypuhelin, älypuhelimen, älypuhelinta | en smarttelefon
Home Theater System | home theater | kotiteatteri, kotiteatterin, kotiteatteria | en hemmabio
Digital Cameras | digital camera | digikamera, digikameran, digikameraa | en digitalkamera
Digital SLR Cameras | SLR camera | järjestelmäkamera, järjestelmäkameran, järjestelmäkameraa | en systemkamera
Home & Office Phones | home phone | lankapuhelin, lankapuhelimen, lankapuhelinta | en hemtelefon
Movie DVD | DVD movie | DVD-elokuva, DVD-elokuvan, DVD-elokuvaa | en DVD-film
Refrigerators | fridge | jääkaappi, jääkaapin, jääkaappia | ett kylskåp
Laptops | laptop | läppäri, läppärin, läppäriä | en bärbar dator
Monitors | monitor | näyttö, näytön, näyttöä | en bildskärm
Fans | fan | tuuletin, tuulettimen, tuuletinta | en fläkt
Coffee Machines | coffee machine | kahvinkeitin, kahvinkeittimen, kahvinkeitintä | en kaffebryggare
Washers & Dryers | washing machine | pesukone, pesukoneen, pesukonetta | en tvättmaskin
Cameras & Camcorders Accessories | camera lens | kameran objektiivi, kameran objektiivin, kameran objektiivia | ett kameraobjektiv
Touch Screen Phones | touch screen phone | kosketusnäyttöpuhelin, kosketusnäyttöpuhelimen, kosketusnäyttöpuhelinta | en mobil med pekskärm
Air Conditioners | air conditioner | ilmastointilaite, ilmastointilaitteen, ilmastointilaitetta | en luftkonditionering
Bluetooth Headphones | bluetooth headphones | bluetooth-kuulokkeet, bluetooth-kuulokkeiden, bluetooth-kuulokkeita | ett par bluetooth-hörlurar
Televisions | TV | televisio, television, televisiota | en teve
Car Video | car video system | autostereo, autostereon, autostereota | en bilstereo
Boxed Games | board game | lautapeli, lautapelin, lautapeliä | ett sällskapsspel
MP4&MP3 | MP3 player | mp3-soitin, mp3-soittimen, mp3-soitinta | en mp3-spelare
Desktops | desktop computer | pöytäkone, pöytäkoneen, pöytäkonetta | en stationär dator
Water Heaters | water heater | lämminvesivaraaja, lämminvesivaraajan, lämminvesivaraajaa | en varmvattenberedare
Cell phones Accessories | phone case | puhelimen suojakuori, puhelimen suojakuoren, puhelimen suojakuorta | ett mobilskal
VCD & DVD | DVD player | dvd-soitin, dvd-soittimen, dvd-soitinta | en dvd-spelare
Recording Pen | recording pen | sanelukynä, sanelukynän, sanelukynää | en inspelningspenna
`);
/** And the eight wide categories. */
const CATEGORIES = nouns(`
Home Appliances | home appliance | kodinkone, kodinkoneen, kodinkonetta | en hushållsapparat
Computers | computer | tietokone, tietokoneen, tietokonetta | en dator
Cameras and camcorders | camera | kamera, kameran, kameraa | en kamera
Cell phones | mobile phone | kännykkä, kännykän, kännykkää | en mobiltelefon
TV and Video | TV set | telkkari, telkkarin, telkkaria | en television
Games and Toys | game | peli, pelin, peliä | ett spel
Audio | audio device | äänilaite, äänilaitteen, äänilaitetta | en ljudanläggning
Music, Movies and Audio Books | film | elokuva, elokuvan, elokuvaa | en film
`);

/** What is told of a purchase; what is absent is not told. */
export type Told = {
  what?: {
    words: "product" | "part" | "sort" | "category";
    product: string;
    sort: string;
    category: string;
    brand: string;
  };
  store?: readonly [string, string, string];
  isOnline?: boolean;
  when?: string;
  sum?: string;
};
export const LANGS: readonly Lang[] = ["fi", "sv", "en"];

/** The thing in the case that a Finnish sentence wants: 0 nominative, 1 genitive, 2 partitive. */
function thing(lang: Lang, what: Told["what"], form: 0 | 1 | 2): string {
  const some = { en: "something", fi: ["tuote", "tuotteen", "tuotetta"], sv: "en vara" } as const;
  if (what === undefined) return lang === "fi" ? (some.fi[form] ?? "") : some[lang];
  const noun = SORTS.get(what.sort) ?? CATEGORIES.get(what.category);
  if (noun === undefined) return what.product;
  const wide = CATEGORIES.get(what.category) ?? noun;
  const named = what.words === "category" ? wide : noun;
  const bare = lang === "fi" ? (named.fi[form] ?? "") : lang === "sv" ? named.sv : named.en;
  if (what.words === "product") {
    if (lang === "fi") return `${what.product} -${(noun.fi[form] ?? "").split(" ").at(-1)}`;
    return lang === "en" ? `the ${what.product}` : `${/^ett /.test(noun.sv) ? "ett" : "en"} ${what.product}`;
  }
  if (what.words === "part") {
    const code = /\b[A-Z]+\d+\w*\b/.exec(what.product.replace(what.brand, ""))?.[0] ?? "";
    const head = [what.brand, code].filter(Boolean).join(" ");
    if (lang === "fi") return `${head} -${bare.split(" ").at(-1)}`;
    if (lang === "sv") return bare.replace(/^(ett par|ett|en) /, (article) => `${article}${head} `);
    return `${/^[AEIO]/.test(head) ? "an" : "a"} ${head} ${bare}`;
  }
  return lang === "en" ? (/headphones/.test(bare) ? bare : `a ${bare}`) : bare;
}

type Slots = { w0: string; w1: string; w2: string; ine: string; ela: string; when: string; sum: string };

function slots(lang: Lang, told: Told): Slots {
  const [place = "", inside = "", from = ""] = told.store ?? [];
  const at = {
    en: told.isOnline ? " from your web shop" : place === "" ? "" : ` at your ${place} store`,
    sv: told.isOnline ? " i er webbutik" : place === "" ? "" : ` i er butik i ${place}`,
    fi: told.isOnline ? " verkkokaupassanne" : place === "" ? "" : ` ${inside}`,
  };
  return {
    w0: thing(lang, told.what, 0),
    w1: thing(lang, told.what, 1),
    w2: thing(lang, told.what, 2),
    ine: at[lang],
    ela: lang !== "fi" ? at[lang] : told.isOnline ? " verkkokaupastanne" : place === "" ? "" : ` ${from}`,
    when: told.when === undefined ? "" : ` ${told.when}`,
    sum:
      told.sum === undefined
        ? ""
        : { en: ` for ${told.sum}`, fi: ` (${told.sum})`, sv: ` för ${told.sum}` }[lang],
  };
}

type Template = (s: Slots) => string;

/** At least twenty ways of telling it in each language; each bears any of the facts to be absent. */
const TEMPLATES: Readonly<Record<Lang, readonly Template[]>> = {
  en: [
    ({ w0, ine, when, sum }) =>
      `Bought ${w0}${ine}${when}${sum} and it stopped working already. Really disappointed.`,
    ({ w0, ine, when, sum }) =>
      `I got ${w0}${sum}${ine}${when}. It broke on the second day and nobody answers me.`,
    ({ w0, ine, when, sum }) =>
      `So${when} I ordered ${w0}${ine}${sum}, and it still has not arrived. Not good enough.`,
    ({ w0, ine, when, sum }) => `My complaint: ${w0}${ine}, bought${when}${sum}, was faulty out of the box.`,
    ({ w0, ine, when, sum }) => `You refused to take back ${w0} I purchased${ine}${when}${sum}. Why?`,
    ({ w0, ine, when, sum }) =>
      `Paid you${sum === "" ? "" : sum.replace(" for", "")} for ${w0}${ine}${when} and it does not even turn on.`,
    ({ w0, ine, when, sum }) =>
      `Terrible service. I bought ${w0}${ine}${when}${sum} and the box was missing parts.`,
    ({ w0, ine, when, sum }) =>
      `${when.trim() || "A while ago"} I picked up ${w0}${ine}${sum}. It is broken and your staff just shrugged.`,
    ({ w0, ine, when, sum }) => `How can ${w0} bought${ine}${when}${sum} be dead already?`,
    ({ w0, ine, when, sum }) =>
      `Tried to return ${w0}${ine}. I bought it${when}${sum}, have the receipt, and still got a no.`,
    ({ w0, ine, when, sum }) => `The wrong item was delivered. I ordered ${w0}${ine}${when}${sum}.`,
    ({ w0, ine, when, sum }) => `Just want my money back for ${w0}. Purchased${ine}${when}${sum}.`,
    ({ w0, ine, when, sum }) => `Third time I write. ${w0} that I bought${ine}${when}${sum} is defective.`,
    ({ w0, ine, when, sum }) => `I was charged twice for ${w0}${ine}${when}${sum}. Please fix it.`,
    ({ w0, ine, when, sum }) =>
      `Not happy. We bought ${w0}${ine}${when}${sum}, and the warranty is apparently worth nothing.`,
    ({ w0, ine, when, sum }) => `Your shop sold me ${w0}${ine}${when}${sum} that somebody had used before.`,
    ({ w0, ine, when, sum }) =>
      `Hello, ${w0} which I bought${ine}${when}${sum} makes an awful noise. What now?`,
    ({ w0, ine, when, sum }) => `What a waste: ${w0}, bought${ine}${when}${sum}, scratched when I opened it.`,
    ({ w0, ine, when, sum }) =>
      `I have waited for a refund since I returned ${w0}, bought${ine}${when}${sum}.`,
    ({ w0, ine, when, sum }) =>
      `Does anybody read this? I bought ${w0}${ine}${when}${sum}, it failed, and I am left with nothing.`,
    ({ w0, ine, when, sum }) => `Got ${w0} as a present for my dad${ine}${when}${sum}. Broken. Embarrassing.`,
  ],
  fi: [
    ({ w1, ela, when, sum }) => `Ostin${ela}${when} ${w1}${sum} ja se meni heti rikki. Todella pettynyt.`,
    ({ w1, ela, when, sum }) => `Tilasin teiltä${when} ${w1}${ela}${sum}, eikä sitä ole vieläkään näkynyt.`,
    ({ w0, ela, when, sum }) => `Teiltä${ela}${when} ostettu ${w0}${sum} ei toimi ollenkaan.`,
    ({ w1, ine, when, sum }) => `Palautin ${w1}${ine}, ostettu${when}${sum}, ja rahoja ei kuulu.`,
    ({ w2, ine, when, sum }) =>
      `Yritin vaihtaa ${w2}${ine}, jonka ostin${when}${sum}. Ei onnistunut, vaikka kuitti oli mukana.`,
    ({ w0, ela, when, sum }) => `Aivan surkeaa. ${w0}${sum} lakkasi toimimasta, ostin sen${ela}${when}.`,
    ({ w1, ela, when, sum }) => `Hain${ela}${when} ${w1}${sum} ja laatikosta puuttui osia.`,
    ({ w1, ela, when, sum }) =>
      `Maksoin${sum.replace(/[()]/g, "")} ja sain${ela}${when} viallisen tuotteen: ${w1} saa laittaa suoraan roskiin.`,
    ({ w0, ela, when, sum }) => `Miten voi ${w0} hajota näin pian? Ostettu${ela}${when}${sum}.`,
    ({ w1, ine, when, sum }) => `Myyjä möi minulle${ine}${when} käytetyn tavaran uutena: ${w1}${sum}.`,
    ({ w1, ela, when, sum }) =>
      `Ostettiin${when}${ela} ${w1}${sum}. Toisena päivänä se sammui eikä enää käynnisty.`,
    ({ w0, ela, when, sum }) =>
      `Kolmas kerta kun kirjoitan: ${w0}, ostettu${ela}${when}${sum}, on viallinen.`,
    ({ w1, ela, when, sum }) => `Väärä tuote tuli. Tilasin${ela}${when} ${w1}${sum}.`,
    ({ w1, ela, when, sum }) => `Minulta veloitettiin kahdesti, kun ostin${ela}${when} ${w1}${sum}.`,
    ({ w0, ela, when, sum }) => `Takuu ei kuulemma korvaa. ${w0} on ostettu${ela}${when}${sum}.`,
    ({ w1, ela, when, sum }) => `Hei, ostin${when} ${w1}${ela}${sum} ja siinä oli naarmuja jo paketissa.`,
    ({ w2, ela, when, sum }) => `En suosittele. ${w2}, jonka ostin${ela}${when}${sum}, ei voi käyttää.`,
    ({ w1, ine, when, sum }) => `Kävin${ine}${when} ja ostin ${w1}${sum}. Rikki kahdessa päivässä!`,
    ({ w1, ela, when, sum }) => `Haluan rahat takaisin. Ostin${ela} ${w1}${when}${sum} ja se on rikki.`,
    ({ w0, ela, when, sum }) =>
      `Isälle lahjaksi hankittu ${w0}${sum} oli rikki, ostettu${ela}${when}. Noloa.`,
    ({ w1, ela, when, sum }) => `Lukeeko tätä kukaan? Hankin${ela}${when} ${w1}${sum}, ja nyt se on kuollut.`,
  ],
  sv: [
    ({ w0, ine, when, sum }) =>
      `Köpte ${w0}${ine}${when}${sum} och den gick sönder direkt. Väldigt besviken.`,
    ({ w0, ine, when, sum }) => `Jag beställde ${w0}${ine}${when}${sum} och den har fortfarande inte kommit.`,
    ({ w0, ine, when, sum }) => `Ni vägrade ta tillbaka ${w0} som jag köpte${ine}${when}${sum}. Varför?`,
    ({ w0, ine, when, sum }) => `Jag köpte${when} ${w0}${ine}${sum}. Efter två dagar slutade den fungera.`,
    ({ w0, ine, when, sum }) => `Försökte byta ${w0}${ine}, köpt${when}${sum}, men fick nej trots kvitto.`,
    ({ w0, ine, when, sum }) => `Uselt. Vi köpte ${w0}${ine}${when}${sum} och delar saknades i lådan.`,
    ({ w0, ine, when, sum }) =>
      `Betalade${sum.replace(" för", "")} till er${ine}${when} för ${w0} som inte ens startar.`,
    ({ w0, ine, when, sum }) => `Hur kan ${w0} köpt${ine}${when}${sum} redan vara trasig?`,
    ({ w0, ine, when, sum }) => `Fel vara levererades. Jag beställde ${w0}${ine}${when}${sum}.`,
    ({ w0, ine, when, sum }) => `Jag vill ha pengarna tillbaka för ${w0}. Köpt${ine}${when}${sum}.`,
    ({ w0, ine, when, sum }) => `Tredje gången jag skriver: ${w0} jag köpte${ine}${when}${sum} är defekt.`,
    ({ w0, ine, when, sum }) => `Ni drog pengar två gånger för ${w0}${ine}${when}${sum}. Rätta till det.`,
    ({ w0, ine, when, sum }) => `Garantin är tydligen inget värd. Köpte ${w0}${ine}${when}${sum}.`,
    ({ w0, ine, when, sum }) =>
      `Er personal sålde${when} ${w0} till mig${ine}${sum} som någon redan hade använt.`,
    ({ w0, ine, when, sum }) =>
      `Hej, ${w0} som jag köpte${ine}${when}${sum} låter förfärligt. Vad gör jag nu?`,
    ({ w0, ine, when, sum }) =>
      `Vilket slöseri: ${w0}, köpt${ine}${when}${sum}, var repig när jag öppnade paketet.`,
    ({ w0, ine, when, sum }) => `Jag väntar på min återbetalning för ${w0}, köpt${ine}${when}${sum}.`,
    ({ w0, ine, when, sum }) => `Läser någon det här? Jag köpte ${w0}${ine}${when}${sum} och nu är den död.`,
    ({ w0, ine, when, sum }) => `Köpte ${w0} i present till pappa${ine}${when}${sum}. Trasig. Pinsamt.`,
    ({ w0, ine, when, sum }) => `Rekommenderar inte. Hämtade ${w0}${ine}${when}${sum} och den var felaktig.`,
    ({ w0, ine, when, sum }) =>
      `Dålig service! Jag reklamerade ${w0} köpt${ine}${when}${sum} och fick inget svar.`,
  ],
};

/** Tell it in one of the ways of a language. @param at any number from 0 up to 1 */
export function tell(lang: Lang, told: Told, at: number): string {
  const templates = TEMPLATES[lang];
  const text = templates[Math.floor(at * templates.length)]?.(slots(lang, told)) ?? "";
  return (text.charAt(0).toUpperCase() + text.slice(1)).replace(/ {2,}/g, " ");
}

/** How long ago, in words that hold for so many days. `on` is the day itself. */
export function tellTime(lang: Lang, daysAgo: number, on: string, roll: number): string {
  const [year = "", month = "", day = ""] = on.split("-").map(Number);
  const weeks = Math.round(daysAgo / 7);
  if (roll < 0.2)
    return {
      en: `on ${day} ${MONTHS_EN[Number(month) - 1]}`,
      fi: `${day}.${month}.`,
      sv: `den ${day} ${MONTHS_SV[Number(month) - 1]}`,
    }[lang];
  if (roll < 0.25)
    return {
      en: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
      fi: `${day}.${month}.${year}`,
      sv: `${day}.${month}.${year}`,
    }[lang];
  if (daysAgo === 0) return { en: "today", fi: "tänään", sv: "i dag" }[lang];
  if (daysAgo === 1) return { en: "yesterday", fi: "eilen", sv: "i går" }[lang];
  if (daysAgo <= 4)
    return { en: "a few days ago", fi: "pari päivää sitten", sv: "för några dagar sedan" }[lang];
  if (daysAgo <= 10)
    return roll < 0.7
      ? { en: "last week", fi: "viime viikolla", sv: "förra veckan" }[lang]
      : { en: "a week ago", fi: "viikko sitten", sv: "för en vecka sedan" }[lang];
  if (weeks <= 5)
    return {
      en: `${["", "", "two", "three", "four", "five"][weeks]} weeks ago`,
      fi: `${["", "", "kaksi", "kolme", "neljä", "viisi"][weeks]} viikkoa sitten`,
      sv: `för ${["", "", "två", "tre", "fyra", "fem"][weeks]} veckor sedan`,
    }[lang];
  return {
    en: `in ${MONTHS_EN[Number(month) - 1]}`,
    fi: `${MONTHS_FI[Number(month) - 1]}ssa`,
    sv: `i ${MONTHS_SV[Number(month) - 1]}`,
  }[lang];
}
const MONTHS_EN =
  "January February March April May June July August September October November December".split(" ");
const MONTHS_FI =
  "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu".split(
    " ",
  );
const MONTHS_SV =
  "januari februari mars april maj juni juli augusti september oktober november december".split(" ");

export const tellSum = (lang: Lang, minor: number, isRounded: boolean): string => {
  const euros = isRounded ? String(Math.round(minor / 100)) : (minor / 100).toFixed(2);
  return { en: `${euros} euros`, fi: `${euros.replace(".", ",")} €`, sv: `${euros.replace(".", ",")} euro` }[
    lang
  ];
};
