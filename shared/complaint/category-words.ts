import { foldName } from "./names.ts";

/**
 * Words that name a sort of goods in English, Finnish and Swedish; `*` stands for any ending, `_` for a space within
 * one name. Folded when read, so that "pyörä" is also found as "pyora". A sort is only of use where the brand sells
 * it: where a category is called so, or a product bears one of the words. What is missing here is not lost: names of
 * goods are read as they stand in the price list (`said-goods.ts`).
 */
const WORDS: Readonly<Record<string, string>> = {
  "ice-hockey": "hockey* jääkieko* jääkiekk* lätkä* lätkää ishockey*",
  floorball: "floorball* salibandy* sählyä sähly* innebandy* säbä*",
  cycling: "bike* biking bicycle* cycling cyclist* pyörä* pyöriä pyörien polkupyör* fillari* cykel* cykl*",
  football: "football* soccer* jalkapallo* futis* futiks* fotboll*",
  running:
    "running_shoe* running_gear jogging* trail_run* juoksu* juoksen* lenkkari* lenkkare* lenkkitossu* löparsk* löpsk* löpning*",
  skiing:
    "ski skis skiing ski_boot* ski_pole* hiihto* hiihtä* sukset suksia suksi suksien laskettelu* skidor skidorna skidåkning* skidsk* skidsta*",
  clothing:
    "clothes clothing jacket* vaate vaatteet vaatteita vaatteiden takki takin takkia kläder* jacka jackan jackor",
  shoes:
    "shoe shoes boot boots sneaker* kengät kenkiä kenkien kengistä kengän saappaat saappaita sko skor skorna stövlar*",
  laptop: "laptop* notebook* kannettava* kannettav* läppär* bärbar* laptopp*",
  desktop: "desktop* pöytäko* pöytätietoko* stationär*",
  computer: "computer* pc tietoko* dator* datorer*",
  tablet: "tablet* tabletti* tabletin* surfplatt* läsplatt*",
  monitor:
    "monitor* näyttö näytön näytöstä näytössä näyttöä näytöt näyttöni bildskärm* skärm skärmen skärmar*",
  printer: "printer* tulosti* tulostime* skrivare*",
  scanner: "scanner* skanneri* bildläsare*",
  phone:
    "phone phones cell_phone* mobile_phone* puhelin puhelimen puhelinta puhelimesta puhelimeen puhelimeni puhelimia puhelimessa puhelimella kännyk* kännyn luuri* telefon* mobiltelefon* mobil mobilen",
  smartphone: "smartphone* smart_phone* pda pdas älypuhel* smarttelefon*",
  "touch-screen-phone":
    "touch_screen_phone* touchscreen_phone* kosketusnäyttöpuhel* kosketusnäytö* pekskärm*",
  "home-phone":
    "home_phone* office_phone* home_&_office_phone* landline_phone* cordless_phone* lankapuhel* pöytäpuhel* hemtelefon* fast_telefon*",
  "phone-accessory":
    "phone_case* phone_cover* phone_charger* suojakuor* kännykänkuor* puhelinkuor* mobilskal* mobilladdare*",
  camera: "camera* kamera*",
  "slr-camera": "slr järjestelmäkamera* järkkäri* järkkär* systemkamera*",
  "digital-camera": "digital_camera* digikamera* digikuvaus* digitalkamera*",
  camcorder: "camcorder* video_camera* videokamera*",
  lens: "lens lenses objektiivi* objektiv*",
  television: "tv tvs tv:n television* televisio* telkkari* telkkar* töllö* teve teveen teven",
  projector: "projector* projektori* videotykki* videotyki* projektor*",
  "home-theater": "home_theater* home_theatre* kotiteatteri* hemmabio*",
  "dvd-player": "dvd_player* vcd dvd-soitin* dvd_soitti* dvdsoitti* dvd_spelare*",
  "car-video": "car_video* car_stereo* autostereo* autosoitti* bilstereo* bilvideo*",
  movie: "movie* film films dvd_movie* dvd_disc* elokuva* leffa* leffoj* filmi* filmer* filmen",
  music: "music cd cds musiikki* levy levyn levyä skiva skivan musik*",
  "audio-book": "audio_book* audiobook* äänikirj* ljudb*",
  game: "game games videogame* video_game* peli pelin peliä pelit pelejä pelistä videopel* lautapel* spel spelet spelen tv-spel* sällskapsspel*",
  "boxed-game": "boxed_game* board_game* lautapel* sällskapsspel*",
  "download-game": "download_game* downloadable_game* latauspel* ladattav* nedladdning*",
  toy: "toy toys lelu* leluj* leksak*",
  headphones: "headphone* headset* earphone* earbud* kuulok* nappikuulok* hörlur*",
  "mp3-player": "mp3 mp4 mp3-soitin* mp3_soit* musiikkisoit* mp3-spelare* musikspelare*",
  recorder:
    "recording_pen* voice_recorder* dictaphone* sanelukynä* nauhuri* tallenninkynä* diktafon* inspelningspenn* diktafonpenn*",
  speaker: "speaker speakers kaiutti* kaiutin* högtalare*",
  audio: "audio stereo* äänentoist* äänilait* ljudanläggning* ljudutrustning*",
  microwave:
    "microwave* mikroaaltouun* mikro mikron mikroa mikrosta mikroon mikroni mikrovågsugn* mikrougn* micro micron",
  refrigerator: "refrigerator* fridge* jääkaap* jääkaappi* kylskåp*",
  freezer: "freezer* pakastin* pakastim* frys frysen frysbox*",
  washer: "washer* washing_machine* pesukone* pyykinpesukone* tvättmaskin*",
  dryer: "dryer* kuivausrum* torktumlare*",
  dishwasher: "dishwasher* astianpesuko* tiskiko* diskmaskin*",
  "coffee-maker":
    "coffee_machine* coffee_maker* coffeemaker* espresso_machine* kahvinkeit* kahviko* kaffebryggar* kaffemaskin*",
  "water-heater": "water_heater* lämminvesivar* vedenlämmit* varmvattenbered*",
  "air-conditioner": "air_conditioner* air_conditioning* ilmastoin* ilmastointilait* luftkonditioner*",
  fan: "fan fans tuulet* pöytätuulet* fläkt fläkten fläktar*",
  lamp: "lamp lamps chandelier* valaisin* valaisim* lamppu* lampu* kattokruunu* lampa* lampor*",
  vacuum: "vacuum_cleaner* hoover pölynimur* imuri* dammsugar*",
  stove: "stove* oven* liesi lieden uuni uunin spis spisen ugn ugnen",
  appliance: "appliance* kodinko* hushållsmaskin* hushållsapparat* vitvar*",
  mouse: "mouse hiiri hiiren hiirtä datormus*",
  keyboard: "keyboard* näppäimist* tangentbord*",
  "hard-disk": "hard_disk* hard_drive* kovalevy* hårddisk*",
  accessory: "accessor* lisävarust* lisälait* oheislait* tillbehör*",
  furniture:
    "furniture sofa* couch* table tables chair* sohva* pöytä pöydän tuoli* huonekalu* soffa* bord bordet stol stolen stolar möbel* möbler*",
  bed: "bed beds mattress* sänky* sängy* patja* säng sängen madrass*",
  book: "book books kirja kirjan kirjaa kirjat kirjoja bok boken böcker*",
  watch: "watch watches kello kellon kelloa rannekello* klocka klockan armbandsur*",
  jewellery: "jewel* ring necklace* koru korut korun sormus* smycke*",
  cosmetics: "cosmetic* makeup perfume* meikki* meikkej* kosmetiikka* hajuve* smink* parfym*",
  bag: "bag bags backpack* suitcase* laukku* laukun reppu* repun väska väskan ryggsäck* resväsk*",
  tool: "tool tools drill* työkalu* porakone* porako* verktyg* borrmaskin*",
  garden: "garden* lawn_mower* puutarha* ruohonleikk* trädgård* gräsklippar*",
  toiletries: "shampoo* soap* shampo* saippua* tvål*",
  tyre: "tyre* tire tires rengas renkaat renkaita däck däcken",
  bread: "bread bun buns leipä leivän leipää pulla* bröd brödet bulle*",
  lunch: "lunch* lounas* lounaa*",
};

type Pattern = readonly { start: string; isWhole: boolean }[];
const patternOf = (phrase: string): Pattern =>
  phrase.split("_").flatMap((piece) => {
    const words = foldWithDigits(piece).split(" ").filter(Boolean);
    return words.map((start, at) => ({ start, isWhole: at < words.length - 1 || !piece.endsWith("*") }));
  });
const foldWithDigits = (word: string): string =>
  /\d/.test(word) ? word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ") : foldName(word);

/** Other ids that brands give to the same sort. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  "ice-hockey": ["hockey"],
  cycling: ["bikes"],
  football: ["soccer"],
};

/** A sort that is always of another, too. */
const IMPLIES: Readonly<Record<string, string>> = {
  laptop: "computer",
  desktop: "computer",
  smartphone: "phone",
  "touch-screen-phone": "phone",
  "home-phone": "phone",
  "phone-accessory": "phone",
  "slr-camera": "camera",
  "digital-camera": "camera",
  camcorder: "camera",
  lens: "camera",
  "boxed-game": "game",
  "download-game": "game",
};

const PATTERNS = Object.entries(WORDS).map(([sort, words]) => ({
  sort,
  patterns: words.split(" ").map(patternOf),
}));
/** Patterns by the first two letters of their first word: each word of a text is tried against a few. */
const BY_START = new Map<string, { sort: string; pattern: Pattern }[]>();
const START = 2;
for (const { sort, patterns } of PATTERNS) {
  for (const pattern of patterns) {
    const key = pattern[0]?.start.slice(0, START) ?? "";
    const of = BY_START.get(key);
    if (of === undefined) BY_START.set(key, [{ sort, pattern }]);
    else of.push({ sort, pattern });
  }
}

const isAt = (tokens: readonly string[], at: number, pattern: Pattern): boolean =>
  pattern.every(({ start, isWhole }, i) => {
    const token = tokens[at + i];
    return token !== undefined && (isWhole ? token === start : token.startsWith(start));
  });

/** The sorts of goods that folded words name, whether or not anybody sells them. */
export function sortsSaid(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  words.forEach((word, at) => {
    for (const { sort, pattern } of BY_START.get(word.slice(0, START)) ?? [])
      if (!found.has(sort) && isAt(words, at, pattern)) found.add(sort);
  });
  for (const sort of [...found]) {
    const wider = IMPLIES[sort];
    if (wider !== undefined) found.add(wider);
  }
  return found;
}

/** The sorts that a product is of: what its names say (folded words each), and what its category is called. */
export function sortsOfWords(names: readonly (readonly string[])[], category: string): Set<string> {
  const sorts = new Set(names.flatMap((words) => [...sortsSaid(words)]));
  for (const sort of Object.keys(WORDS))
    if (sort === category || (SAME[sort] ?? []).includes(category)) sorts.add(sort);
  return sorts;
}

/** The categories that the folded words of a text name. */
export const categoriesNamed = (foldedTokens: readonly string[]): Set<string> =>
  new Set([...sortsSaid(foldedTokens)].flatMap((sort) => [sort, ...(SAME[sort] ?? [])]));
