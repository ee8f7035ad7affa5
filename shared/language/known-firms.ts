/**
 * Well-known firms by trade, so that a rival can be seen where no brand file names it: whoever writes to one network
 * and names another compares the two. A brand's own list always comes first. General knowledge, not from any data
 * set; short forms that people use stand beside the names. Names that are also common words stand in `AMBIGUOUS` and
 * count only with a capital letter, inside a sentence, or as a handle.
 */
const BY_TRADE: Readonly<Record<string, string>> = {
  telecom:
    "EE, O2, Three, Vodafone, BT, Sky, Virgin Media, TalkTalk, giffgaff, Tesco Mobile, Plusnet, Sky Mobile, iD Mobile, Voxi, Smarty, Lebara, Lyca, Lycamobile, AT&T, Verizon, T-Mobile, Sprint, Comcast, Xfinity, Cricket Wireless, Metro PCS, Spectrum, Cox, Rogers, Telus, Fido, Optus, Telstra, Airtel, Jio, Vi, BSNL, Eir, Elisa, Saunalahti, DNA, Telia, Moi, Sonera, Lounea, Globetel, Tele2, Telenor, Comviq, Hallon, Halebop, Vimla, Fello, Chilimobil, Bredbandsbolaget, Com Hem, Ownit, Bahnhof, Comhem, Tre",
  airline:
    "British Airways, BA, easyJet, Ryanair, Virgin Atlantic, Jet2, Wizz Air, Wizzair, Flybe, Aer Lingus, KLM, Lufthansa, Air France, Iberia, Vueling, Emirates, Qatar Airways, Etihad, Turkish Airlines, Delta, United, American Airlines, JetBlue, Southwest, Alaska Airlines, Spirit, Frontier, WestJet, Air Canada, Qantas, Jetstar, IndiGo, SpiceJet, Vistara, Finnair, SAS, Norwegian, Braathens, airBaltic, Nordica",
  travel:
    "Booking.com, Expedia, Hotels.com, Airbnb, TUI, Thomas Cook, Lastminute, Hilton, Marriott, Holiday Inn, Premier Inn, Travelodge, Scandic, Sokos Hotels, Radisson, Best Western, Omena, Uber, Lyft, Bolt, Yango, Viking Line, Tallink, Silja, Eckerö Line, Finnlines, Stena Line, Apollo, Ving, Aurinkomatkat, Tjäreborg, Trivago",
  transport:
    "VR, Onnibus, Matkahuolto, HSL, Föli, Nysse, SJ, MTR, FlixBus, Västtrafik, SL, Skånetrafiken, Snälltåget, Trainline, Northern, Southern, Southeastern, Thameslink, LNER, Avanti, GWR, ScotRail, TfL, National Express, Megabus, Amtrak, Greyhound",
  parcel:
    "Posti, PostNord, DHL, UPS, FedEx, Hermes, Evri, Yodel, DPD, Royal Mail, Parcelforce, USPS, GLS, Bring, Budbee, Instabox, Schenker, DB Schenker, Airmee, InPost, Smartpost",
  grocery:
    "Tesco, Sainsbury's, Sainsburys, Asda, Aldi, Lidl, Morrisons, Waitrose, Ocado, Iceland, Co-op, M&S, Marks & Spencer, Walmart, Costco, Kroger, Whole Foods, Trader Joe's, Target, Publix, Safeway, Woolworths, Coles, Dunnes, SuperValu, Prisma, S-market, S-Market, Alepa, Sale, K-Market, K-Supermarket, K-Citymarket, Citymarket, Minimani, Tokmanni, Halpa-Halli, Kärkkäinen, R-kioski, Stockmann, Herkku, ICA, Coop, Willys, Hemköp, City Gross, Mathem, Mat.se, Pressbyrån, Systembolaget, Alko",
  clothing:
    "ASOS, Next, Primark, River Island, New Look, Topshop, Zara, H&M, Uniqlo, Gap, Boohoo, PrettyLittleThing, Missguided, Shein, Zalando, Boozt, Ellos, Nelly, Lindex, KappAhl, Gina Tricot, Cubus, Dressmann, Bik Bok, Marimekko, Halonen, Sokos, Debenhams, John Lewis, House of Fraser, Selfridges, Nordstrom, Macy's, Old Navy, Forever 21, Urban Outfitters, Nike, Adidas, Puma, Reebok, Foot Locker, Vans, Converse, Skechers, Clarks, Myntra, Flipkart Fashion, Vinted, Tradera",
  sports:
    "XXL, Stadium, Intersport, Budget Sport, Sportia, Kesport, Top-Sport, Partioaitta, Scandinavian Outdoor, Decathlon, Sports Direct, JD Sports, Halfords, Naturkompaniet, Team Sportia, Sportamore, Varuste.net, Suomalainen Sportia, REI, Dick's, Evans Cycles, Wiggle, Bikester, Hobby Hall",
  home: "IKEA, Jysk, Asko, Sotka, Masku, Vepsäläinen, Isku, Mio, Em Home, Svenska Hem, Chilli, Trademax, Homebase, B&Q, Wickes, Screwfix, Toolstation, Wayfair, Dunelm, Argos, The Range, Home Depot, Lowe's, Bauhaus, K-Rauta, Byggmax, Hornbach, Stark, Puuilo, Motonet, Biltema, Clas Ohlson, Jula, Rusta, ÖoB, Dollarstore, Plantagen, Granngården",
  electronics:
    "Gigantti, Power, Verkkokauppa.com, Verkkokauppa, Jimms, Elgiganten, MediaMarkt, Media Markt, NetOnNet, Kjell, Webhallen, Inet, Komplett, Currys, PC World, Dixons, Best Buy, Newegg, Apple, Samsung, Huawei, Google, Microsoft, Sony, Dell, HP, Lenovo, Acer, Asus, Nokia, OnePlus, Xiaomi, LG, Motorola, Bose, Sonos, Garmin, Fitbit, GoPro, Canon, Nikon, Philips, Dyson, Miele, Electrolux, Bosch",
  market:
    "Amazon, eBay, Etsy, AliExpress, Wish, Temu, Alibaba, Flipkart, Snapdeal, Tori, Huuto, Blocket, CDON, Fyndiq, Allegro, Adlibris, Bokus, Akateeminen, Suomalainen Kirjakauppa, Waterstones, Barnes & Noble, WHSmith",
  digital:
    "Netflix, Hulu, Disney+, HBO, HBO Max, Viaplay, C More, Ruutu, Katsomo, Yle Areena, Spotify, Tidal, Deezer, YouTube, Dropbox, Google Drive, OneDrive, Zoom, Skype, Teams, Slack, Steam, Epic Games, Xbox, PlayStation, Nintendo, Adobe, QuickBooks, Xero, Shopify, Wix, Squarespace, GoDaddy, Norton, McAfee, WhatsApp, Telegram, Signal, Gmail, Outlook, Firefox, Chrome, Safari, Android, iPhone, Storytel, BookBeat, Nextory, Audible",
  finance:
    "Barclays, Lloyds, HSBC, NatWest, Santander, Halifax, Nationwide, Monzo, Starling, Revolut, Chase, Bank of America, Wells Fargo, Citi, Capital One, Amex, PayPal, Klarna, Nordea, OP, Osuuspankki, Danske, Danske Bank, S-Pankki, Säästöpankki, Aktia, Handelsbanken, Swedbank, SEB, Länsförsäkringar, ICA Banken, LähiTapiola, Pohjola, If, Fennia, Turva, Pohjantähti, Trygg-Hansa, Folksam, Aviva, AXA, Admiral, Direct Line, Geico, Allstate",
  energy:
    "British Gas, EDF, E.ON, Eon, SSE, Octopus, Bulb, Scottish Power, OVO, npower, Fortum, Helen, Vattenfall, Vattenfal, Väre, Oomi, Caruna, Elenia, Lumme, Tibber, Göta Energi, Skellefteå Kraft, GodEl, Bixia",
  food: "McDonald's, McDonalds, Mäkkäri, Burger King, KFC, Subway, Domino's, Dominos, Pizza Hut, Papa John's, Starbucks, Costa, Greggs, Pret, Nando's, Nandos, Wagamama, Five Guys, Chipotle, Taco Bell, Wendy's, Hesburger, Hese, Max, Espresso House, Wayne's Coffee, Robert's Coffee, Kotipizza, Rax, Sibylla, Fazer, Picnic, Deliveroo, Just Eat, Uber Eats, DoorDash, Wolt, Foodora, Zomato, Swiggy",
  health:
    "Boots, Superdrug, CVS, Walgreens, Yliopiston Apteekki, Apotea, Apoteket, Kronans Apotek, Apotek Hjärtat, Lyko, Kicks, Sephora, The Body Shop, Terveystalo, Mehiläinen, Pihlajalinna, Aava, Capio, Kry, Specsavers, Vision Express, Instrumentarium, Silmäasema, Nissen, Synsam, Smarteyes, Specsaver, Elixia, Fitness24Seven, SATS, Puregym, PureGym, The Gym, Planet Fitness, EasyFit, Fressi, Nordic Wellness, Friskis",
  cars: "Toyota, Ford, Volkswagen, VW, Volvo, BMW, Audi, Mercedes, Skoda, Škoda, Kia, Hyundai, Nissan, Honda, Mazda, Tesla, Renault, Peugeot, Citroën, Opel, Saab, Subaru, Vauxhall, Fiat, Seat, Kwik Fit, Euromaster, Vianor, Mekonomen, Hedin, Bilia, Veho, Delta Auto, Saka, Kamux, Neste, Shell, ABC, Teboil, St1, Circle K, OKQ8, Preem",
};

/** Also words of a language, or names of other things. */
const AMBIGUOUS = new Set(
  "three next boots gap target apple sky power spirit frontier united delta southwest northern southern subway max costa iceland signal teams wish sale pret moi tre if op sl sj ving apollo bolt chase stark rusta star shell seat saka mio chilli helen turva inet safari chrome android outlook steam zoom slack halifax vi elisa fido cox spectrum citi octopus bulb hermes ups bring kicks stadium herkku the gym the range asko isku abc picnic express safeway tori dna vr ee bt ba ica sas eir".split(
    " ",
  ),
);

/** A firm that people know: its names, its trade, and whether its name needs a capital letter to be one. */
export type KnownFirm = { id: string; names: readonly string[]; trade: string };

export const isAmbiguous = (name: string): boolean => AMBIGUOUS.has(name.toLowerCase());

export const KNOWN_FIRMS: readonly KnownFirm[] = Object.entries(BY_TRADE).flatMap(([trade, names]) =>
  names
    .split(",")
    .map((name) => name.trim())
    .map((name) => ({ id: name, names: [name], trade })),
);

const TRADES: ReadonlyMap<string, string> = new Map(KNOWN_FIRMS.map(({ id, trade }) => [id, trade]));
const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const BY_LETTERS: ReadonlyMap<string, string> = new Map(KNOWN_FIRMS.map(({ id }) => [letters(id), id]));

/** What firms put round their name in a handle: "@AskPlayStation", "@VodafoneUK", "@DeltaAssist". */
const HANDLE_HEAD = ["ask", "team", "the"];
const HANDLE_TAIL = [
  "uk",
  "us",
  "usa",
  "gb",
  "ie",
  "fi",
  "se",
  "suomi",
  "sverige",
  "finland",
  "sweden",
  "india",
  "help",
  "helps",
  "support",
  "care",
  "cares",
  "service",
  "services",
  "official",
  "assist",
  "store",
  "stores",
  "online",
  "customer",
  "mobile",
  "bank",
  "group",
  "news",
  "in",
  "au",
  "ca",
  "de",
  "dk",
  "no",
];

/** The firm behind a handle or behind a brand's name. */
export function firmOf(name: string): string | undefined {
  let rest = letters(name);
  for (let tries = 0; tries < 3; tries++) {
    const known = BY_LETTERS.get(rest);
    if (known !== undefined) return known;
    const head = HANDLE_HEAD.find((piece) => rest.startsWith(piece) && rest.length > piece.length + 1);
    const tail = HANDLE_TAIL.find((piece) => rest.endsWith(piece) && rest.length > piece.length + 1);
    if (tail !== undefined) rest = rest.slice(0, -tail.length);
    else if (head !== undefined) rest = rest.slice(head.length);
    else return undefined;
  }
  return BY_LETTERS.get(rest);
}

export const tradeOfFirm = (firm: string | undefined): string | undefined =>
  firm === undefined ? undefined : TRADES.get(firm);

/** The firm that a brand is, where its name is well known. */
export function firmOfBrand(ownNames: readonly string[]): string | undefined {
  for (const name of ownNames) {
    const firm = firmOf(name);
    if (firm !== undefined) return firm;
  }
  return undefined;
}
