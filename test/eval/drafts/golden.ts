import type { Channel, Lang } from "../../../shared/complaint/ids.ts";

/** What a draft for the pair must hold; each is looked for in the text of its side. */
export type Element =
  | "own point"
  | "apology"
  | "outcome"
  | "signer"
  | "private step"
  | "means"
  | "day"
  | "choice"
  | "hand-over"
  | "costs nothing or exact sum"
  | "never a card number";

/** A pair that drafts are measured against, with the post that it answers. */
export type Golden = {
  readonly name: string;
  readonly lang: Lang;
  readonly channel: Channel;
  readonly brand: "kenttakauppa" | "lounaspoyta";
  readonly post: string;
  readonly public: string;
  readonly private: string;
  readonly wants: {
    readonly public: Readonly<Partial<Record<Element, RegExp>>>;
    readonly private: Readonly<Partial<Record<Element, RegExp>>>;
  };
};

const bootsPrivate = {
  means: /marks and all|jälkineen|märken och allt/,
  "costs nothing or exact sum": /costs you nothing|ei maksa sinulle mitään|kostar dig inget/,
  day: /within two days|kahden päivän sisällä|inom två dagar/,
  choice: /\(1\).*\(2\)/,
  signer: / – Laura$/,
  "hand-over": /Mikael/,
};
const lunchPrivate = {
  means: /(?:4\.40|4,40\s€).*(?:yours|sinun|dina)|(?:yours|sinun|dina).*4,40/,
  "costs nothing or exact sum": /€4\.40|4,40\s€/,
  day: /the same day|saman päivän aikana|samana päivänä|samma dag/,
  choice: /\(1\).*\(2\).*3H9/,
  "never a card number": /card numbers|korttinumero|kortnummer/,
  signer: / – Sanna$/,
  "hand-over": /Petri/,
};

export const goldens: readonly Golden[] = [
  {
    name: "The football boots",
    lang: "en",
    channel: "facebook",
    brand: "kenttakauppa",
    post: "My older son plays ice-hockey, salibandy. Both my sons ride bikes. All the equipments for those I bought you're your store. Always pleased. My younger son started football and I bought a pair of shoes one size too small this week. Went to exchange it for the right size shoes and was denied a exchange because there were some marks – from one practise. I understand the logic – this cannot be sold any more. However, I am sure all my purchases so far would have paid up for the 30 euros that those shoe costed. Now you will have an unsatisfied customer who will not buy from or reccomend you. This is not how one creates business relationship. Especially when your competitor has set up shop in the same location. Good luck!",
    public:
      "You took the trouble to see our side. We didn't see yours: hockey, floorball, bikes, all from us, against the marks of one practice. I'm sorry. Your younger one will have boots that fit, and I'm messaging you now so that you needn't explain it all again. – Laura",
    private:
      "Hi, Laura from Kenttäkauppa. I'm sorry you were sent home with boots that don't fit. We swap them for the right size, marks and all; it costs you nothing and needs no receipt. You choose: (1) tell me the size and the store that suits you; I have a pair put aside, the staff told, and write when it is there, before you set out; (2) tell me the size and I post the pair, you return the old ones in the same box. Is there a practice they should make? I'm here till 18, then Mikael, who knows the story. – Laura",
    wants: {
      public: {
        "own point": /hockey, floorball(?:,| and) bikes/i,
        apology: /I'm (?:truly |very )?sorry|I am sorry|I apologise/,
        outcome: /boots that fit|right size|size that|a pair that fits/,
        "private step": /messag|private|inbox/,
        signer: / – Laura$/,
      },
      private: bootsPrivate,
    },
  },
  {
    name: "The football boots, in Finnish",
    lang: "fi",
    channel: "facebook",
    brand: "kenttakauppa",
    post: "Vanhempi poikani pelaa lätkää ja salibandya, ja molemmat pojat pyöräilevät. Kaikki varusteet niihin olen ostanut teiltä, aina tyytyväisenä. Nuorempi poika aloitti jalkapallon, ja ostin tällä viikolla jalkapallokengät, jotka ovat numeroa liian pienet. Menin vaihtamaan ne oikeaan kokoon, mutta vaihtoa ei suostuttu tekemään, koska kengissä oli jälkiä yksistä treeneistä. Ymmärrän logiikan, mutta kaikki ostokseni olisivat kyllä maksaneet ne 30 euroa. Nyt teillä on tyytymätön asiakas, joka ei osta teiltä eikä suosittele teitä. Kilpailijanne avasi juuri samassa paikassa.",
    public:
      "Sinä näit meidän puolemme, me emme nähneet sinun: lätkä, salibandy ja pyörät, kaikki meiltä, ja vaakakupissa yksien treenien jäljet. Olen pahoillani. Nuorempasi saa kengät, jotka sopivat, ja kirjoitan sinulle nyt, ettei mitään tarvitse selittää uudestaan. – Laura",
    private:
      "Hei, Laura Kenttäkaupasta. Olen pahoillani, että lähdit meiltä ilman sopivia kenkiä. Vaihdamme ne oikeaan kokoon jälkineen; se ei maksa sinulle mitään, eikä kuittia tarvita. Valitse: (1) kerro koko ja sopiva myymälä; varaan parin, kerron väelle ja kirjoitan, kun se on siellä, ennen kuin lähdet; (2) kerro koko, niin postitan parin, ja vanhat tulevat takaisin samassa laatikossa. Onko tulossa treenit, joihin niiden pitää ehtiä? Olen täällä klo 18 asti, sitten Mikael, joka tietää asian. – Laura",
    wants: {
      public: {
        "own point": /lätkä, salibandy ja pyörät/i,
        apology: /pahoillani|anteeksi/i,
        outcome: /sopi|oike(?:a|an) ko/,
        "private step": /yksityi|viest/,
        signer: / – Laura$/,
      },
      private: bootsPrivate,
    },
  },
  {
    name: "The football boots, in Swedish",
    lang: "sv",
    channel: "facebook",
    brand: "kenttakauppa",
    post: "Min äldre son spelar hockey och innebandy, och båda cyklar. All utrustning till det har jag köpt hos er, har alltid varit nöjd. Min yngre son började med fotboll och jag köpte fotbollsskor en storlek för små den här veckan. Jag ville byta dem till rätt storlek men ni vägrade byta för att det fanns några märken från en träning. Jag förstår logiken, men alla mina köp borde ha betalat de där 30 euro. Nu har ni en missnöjd kund som inte köper av er och inte rekommenderar er. Er konkurrent har öppnat på samma ställe.",
    public:
      "Du tog dig tid att se vår sida. Vi såg inte din: hockey, innebandy, cyklar, allt från oss, mot märkena från en träning. Förlåt. Ditt yngre barn ska få skor som passar, och jag skriver till dig nu, så att inget behöver berättas igen. – Laura",
    private:
      "Hej, Laura på Kenttäkauppa här. Förlåt att du gick hem med skor som inte passar. Vi byter dem till rätt storlek, märken och allt; det kostar dig inget, och inget kvitto behövs. Välj: (1) säg storleken och en butik som passar; jag lägger undan ett par, säger till dem och skriver när det är där, innan du ger dig av; (2) säg storleken, så postar jag paret, och det gamla går tillbaka i samma låda. Finns det en träning som de ska hinna till? Jag är här till kl. 18, sedan Mikael, som vet allt. – Laura",
    wants: {
      public: {
        "own point": /hockey, innebandy och cyklar/i,
        apology: /förlåt|ledsen|ursäkt/i,
        outcome: /passar|rätt storlek|sitter|är rätt/,
        "private step": /privat|meddelande/,
        signer: / – Laura$/,
      },
      private: bootsPrivate,
    },
  },
  {
    name: "The lunch",
    lang: "fi",
    channel: "facebook",
    brand: "lounaspoyta",
    post: "Ensimmäinen työpäivä loman jälkeen ja lounaalle tuttuun paikkaan. Linjastosta puuttui KAIKKI kasvikset, mutta buffetista otettiin silti täysi 8,80 €. Kysyin esimieheltä: vihanneskuorma ei kuulemma ollut tullut. Ymmärrän kyllä että kuormat joskus myöhästyy, mutta miksi minun lounasasiakkaana pitää se maksaa? Ei kai puolikkaasta lounaasta voi periä täyttä hintaa.",
    public:
      "Täysi hinta lounaasta, josta puuttuivat kaikki kasvikset, on epäreilua. Olet oikeassa. Myöhästynyt kuorma on meidän vastuullamme eikä sinun maksettavasi. Olen pahoillani, ettemme korjanneet sitä heti, kun kysyit. Korjaan sen nyt ja kirjoitan sinulle yksityisesti. – Sanna",
    private:
      "Hei, Sanna Lounaspöydästä. Maksoit 8,80 € ja sait siitä puolet, joten 4,40 € on sinun. Valitse: (1) kerro maksutapa ja kellonaika, niin palautan sen samalle kortille tänään (älä lähetä korttinumeroa); (2) sano kassalla ensi kerralla koodi 3H9, niin saat sen rahana, kassa tietää jo. Kuittia en tarvitse. – Sanna, klo 15 asti, sitten Petri",
    wants: {
      public: {
        "own point": /kasviksia|täyttä hintaa/,
        apology: /pahoillani|anteeksi/i,
        outcome: /kuorma.*(?:vastuullamme|huolemme|murheemme|meille|piikkiimme|vastaamme me)/i,
        "private step": /yksityi|viest/,
        signer: / – Sanna$/,
      },
      private: lunchPrivate,
    },
  },
  {
    name: "The lunch, in English",
    lang: "en",
    channel: "facebook",
    brand: "lounaspoyta",
    post: "First day at work after the holidays and lunch at my usual place. ALL the vegetables were missing from the buffet line, but I was charged the full price of 8.80 all the same. I asked the manager: the vegetable delivery had not come. I understand that loads are late sometimes, but why should I as the lunch guest pay for it? You can't charge full price for half a lunch buffet.",
    public:
      "Full price for a lunch without any vegetables is unfair. You're right. A late load is ours to carry, not yours to pay. I'm sorry we didn't put it right when you asked. I'm putting it right now and writing to you privately. – Sanna",
    private:
      "Hi, Sanna from Lounaspöytä. You paid €8.80 and got half of it, so €4.40 is yours. You choose: (1) tell me how you paid and when, and I return it to the same card today (never send the card number); (2) say the code 3H9 at the till next time and you have it in cash, the till knows already. I need no receipt. – Sanna, till 15, then Petri",
    wants: {
      public: {
        "own point": /without any vegetables/,
        apology: /sorry|apologise/,
        outcome: /(?:load|supplier|delivery).*(?:yours to pay|for you to pay)/,
        "private step": /messag|private|inbox/,
        signer: / – Sanna$/,
      },
      private: lunchPrivate,
    },
  },
  {
    name: "The lunch, in Swedish",
    lang: "sv",
    channel: "facebook",
    brand: "lounaspoyta",
    post: "Första arbetsdagen efter semestern och lunch på mitt vanliga lunchställe. ALLA grönsaker saknades i lunchbuffén, men de tog ändå fullt pris, 8,80 €. Jag frågade chefen: leveransen kom inte i tid. Jag förstår att leveranser ibland är försenade, men varför ska jag som lunchgäst betala det? Fullt pris för en halv lunch kan man väl inte ta.",
    public:
      "Fullt pris för en lunch utan grönsaker är orättvist. Du har rätt. En sen leverans är vår sak att bära, inte din att betala. Förlåt att vi inte rättade till det genast när du frågade. Jag rättar till det nu och skriver till dig privat. – Sanna",
    private:
      "Hej, Sanna på Lounaspöytä här. Du betalade 8,80 € och fick hälften, så 4,40 € är dina pengar. Välj: (1) säg hur du betalade och när, så går det tillbaka till samma kort i dag (skicka inte kortnumret); (2) säg koden 3H9 i kassan nästa gång, så får du det kontant; kassan vet redan. Inget kvitto behövs. – Sanna, till kl. 15, sedan Petri",
    wants: {
      public: {
        "own point": /utan grönsaker/,
        apology: /förlåt|ledsen|ursäkt/i,
        outcome: /leveran.*(?:att betala|stå för)/,
        "private step": /privat|meddelande/,
        signer: / – Sanna$/,
      },
      private: lunchPrivate,
    },
  },
  {
    name: "Charged twice in an outage",
    lang: "sv",
    channel: "facebook",
    brand: "kenttakauppa",
    post: "Jag betalade två gånger i er kassa i går när systemet låg nere, två dragningar på kortet. Och ni skickar mig till banken!",
    public:
      "Att betala två gånger och sedan bli skickad till banken, så ska det inte vara. Felet är vårt. Förlåt. Du behöver inte ringa någon: jag ser till att det blir rätt, på samma sätt för alla som drabbades, och skriver till dig privat nu. – Johanna",
    private:
      "Hej, Johanna här. Den dubbla dragningen går tillbaka till samma kort i dag; banken kan visa den först om ett par bankdagar. Du behöver inte göra något. Syns den inte på fredag, svara ”nej” här, så tar jag det med banken. Jag frågar aldrig efter kortnummer eller bankkoder. – Johanna, till kl. 20, sedan Oskar",
    wants: {
      public: {
        "own point": /två gånger/,
        apology: /förlåt|ledsen|ursäkt/i,
        "private step": /privat|meddelande/,
        signer: / – Johanna$/,
      },
      private: {
        "never a card number": /kortnummer/,
        day: /inom ett dygn/,
        signer: / – Johanna$/,
        "hand-over": /Oskar/,
      },
    },
  },
  {
    name: "The third lost parcel, with irony",
    lang: "en",
    channel: "x",
    brand: "kenttakauppa",
    post: "@kenttakauppa Third parcel lost, third chat, third form. Fantastic service, truly a treasure hunt. Where is my order?",
    public:
      "Three parcels, three chats, three forms. That's a maze, not service, and I'm sorry we sent you round it. It stops with me: no more forms, and you won't tell it a fourth time. Send us a DM, just \"hi\" will do, and I'll answer within the hour. – Aino",
    private:
      'Thanks for the "hi". I need one order number, never card details. You choose: (1) a new parcel today, other carrier; if it isn\'t there by Thursday 18:00, all money back without asking; (2) the money today. Both are simply owed. For asking three times, our doing: 15 €, as money or off an order. – Aino, till 20, then Mikael, who has read it all',
    wants: {
      public: { apology: /sorry|apologise/, "private step": /DM/, signer: / – Aino$/ },
      private: { signer: / – Aino$/, "hand-over": /Mikael/ },
    },
  },
  {
    name: "Grief: a birthday coupon to a father who has died",
    lang: "fi",
    channel: "facebook",
    brand: "kenttakauppa",
    post: "Isäni kuoli keväällä. Olen pyytänyt teiltä kolme kertaa, että postitus lopetetaan, ja tänään hänelle tuli syntymäpäiväkuponki.",
    public:
      "Otan osaa. Pyysit kolmesti, ja silti isällesi tuli onnittelukuponki. Se on meidän virheemme, ja olen siitä todella pahoillani. Pysäytän hänen postinsa itse tänään ja kirjoitan sinulle nyt yksityisesti. Sinun ei tarvitse todistaa eikä selittää enää mitään. – Leena",
    private: "(written by the agent)",
    wants: {
      public: {
        "own point": /otan osaa/i,
        apology: /pahoillani/,
        "private step": /yksityis/,
        signer: / – Leena$/,
      },
      private: {},
    },
  },
  {
    name: "The “nut free” cake, a child in hospital",
    lang: "en",
    channel: "facebook",
    brand: "lounaspoyta",
    post: "Your cake said nut free. My daughter had an allergic reaction and is in hospital now.",
    public:
      "I'm so sorry. I hope your child is safe now; that comes first. This has gone straight to our head of food safety, who is on it now and would like to speak with you today, at whatever hour suits you. I'm sending you a private message with a direct line to a person. – Maria",
    private: "(written by the agent)",
    wants: {
      public: { apology: /so sorry/, outcome: /food safety/, "private step": /privat/, signer: / – Maria$/ },
      private: {},
    },
  },
];
