import type { Lang } from "../../../shared/complaint/ids.ts";

type IncidentWords = {
  readonly heading: string;
  readonly lead: string;
  readonly none: string;
  readonly over: string;
  readonly openOne: string;
  readonly title: string;
  readonly titleHint: string;
  readonly situation: string;
  readonly words: string;
  readonly wordsHint: string;
  readonly product: string;
  readonly place: string;
  readonly any: string;
  readonly from: string;
  readonly open: string;
  readonly notYours: string;
  readonly since: (when: string) => string;
  readonly closedAt: (when: string) => string;
  readonly cases: (n: number) => string;
  readonly unknown: (n: number) => string;
  readonly going: string;
  readonly lookAgain: string;
  readonly close: string;
  readonly closeHint: string;
  readonly isNotSet: string;
  readonly isSet: (what: string, when: string) => string;
  readonly remedy: string;
  readonly core: (what: string) => string;
  readonly owed: (sum: string) => string;
  readonly goodwill: (sum: string) => string;
  readonly left: (sum: string) => string;
  readonly texts: string;
  readonly slots: string;
  readonly within: string;
  readonly keep: string;
  readonly set: string;
  readonly setAnew: string;
  readonly setHint: string;
  readonly its: string;
  readonly is: Record<"waits" | "set" | "left", string>;
  readonly waitsFor: (title: string) => string;
  readonly answeredWith: (title: string) => string;
  readonly leave: string;
  readonly faults: Record<"empty" | "brackets" | "no-signer" | "no-step", string> & {
    readonly "too-long": (most: number) => string;
    readonly "unknown-slot": (slot: string) => string;
    readonly "needs-brackets": (slot: string) => string;
  };
  readonly refusals: Record<
    "bad-form" | "not-allowed" | "stale" | "new-playbook" | "closed" | "no-such" | "words" | "needs-reason",
    string
  > & {
    readonly "beyond-mandate": (over: string) => string;
    readonly "beyond-budget": (over: string) => string;
  };
};

/** What the pages of incidents say, beside what every page says. */
export const incidentWords: Record<Lang, IncidentWords> = {
  en: {
    heading: "Incidents",
    lead: "A fault that many people meet: one remedy and one text for all. Until they are set, nothing is drafted for the topic.",
    none: "No incident is open.",
    over: "Over",
    openOne: "Open an incident",
    title: "Name",
    titleHint: "as colleagues will see it, such as “Tills down on Friday”",
    situation: "What people complain of",
    words: "Words, one of which a post must name",
    wordsHint: "Parted by commas, each by its beginning. Empty: any post of the situation.",
    product: "A product that it must name",
    place: "A place that it must name",
    any: "any",
    from: "Posts since",
    open: "Open, and freeze the topic",
    notYours: "Marketing or a manager opens, sets and closes incidents.",
    since: (when) => `since ${when}`,
    closedAt: (when) => `closed ${when}`,
    cases: (n) => (n === 1 ? "1 case" : `${n} cases`),
    unknown: (n) => `the price is not known for ${n}`,
    going: "The cases are being gone through.",
    lookAgain: "Look for earlier cases once more",
    close: "Close the incident",
    closeHint: "New cases go the ordinary way. Those that still wait and have no remedy do too.",
    isNotSet: "Nothing is set yet. The cases wait.",
    isSet: (what, when) => `Set ${when}: ${what}`,
    remedy: "The one remedy",
    core: (what) => `What everybody with this loss gets: ${what}`,
    owed: (sum) => `owed ${sum}`,
    goodwill: (sum) => `goodwill ${sum}`,
    left: (sum) =>
      `The brand has ${sum} of goodwill left this month. What is owed is not counted against it.`,
    texts: "The one text",
    slots:
      "{signer} signs. In public also [. {step}|other words]: on X it asks for a message, on Facebook the other words stand. In private also {brand} and {until}; in brackets, which go where it is not known: [{next}], [{amount}] and [{code}].",
    within: "Done within how many hours",
    keep: "Your reason for keeping words that are marked",
    set: "Set for all",
    setAnew: "Set anew for all",
    setHint: "Each case gets its own draft with it. A person approves each. What has been sent stays.",
    its: "Its cases",
    is: { waits: "waits", set: "has it", left: "not of it any more" },
    waitsFor: (title) => `Waits for the incident “${title}”`,
    answeredWith: (title) => `Answered as all are in the incident “${title}”`,
    leave: "It is a matter of its own",
    faults: {
      empty: "The text is missing.",
      "too-long": (most) => `It is too long: ${most} characters at most. Shorten it.`,
      brackets: "A bracket or brace does not close, or holds nothing that may be missing.",
      "no-signer": "{signer} is missing: a person signs.",
      "no-step":
        "On X we may message only those who have written to us, so the public text must ask for it. Put [. {step}|, and messaging you now] where it says that you write: on X the request stands there, on Facebook the words after the bar.",
      "unknown-slot": (slot) => `{${slot}} cannot stand here.`,
      "needs-brackets": (slot) => `{${slot}} is not always known: put it in brackets with its words.`,
    },
    refusals: {
      "bad-form": "Something is missing or cannot be read. Look at the fields once more.",
      "not-allowed": "That is for marketing or a manager.",
      stale: "Somebody has changed the incident meanwhile. Look at it as it is now.",
      "new-playbook":
        "A new playbook has been published meanwhile. Nothing has been set: look at the remedies as they are now, and choose again.",
      closed: "The incident is closed.",
      "no-such": "There is no such incident.",
      words: "The words cannot go out like this. What is wrong stands below.",
      "needs-reason": "Some words are marked. Change them, or say why they stand.",
      "beyond-mandate": (over) =>
        `For one case this is ${over} beyond your mandate. A manager can set it; nothing has been set.`,
      "beyond-budget": (over) =>
        `The goodwill of all cases is ${over} more than is left this month. Nothing has been set.`,
    },
  },
  fi: {
    heading: "Häiriöt",
    lead: "Vika, joka osuu moneen: yksi hyvitys ja yksi teksti kaikille. Ennen niitä aiheesta ei luonnostella mitään.",
    none: "Yhtään häiriötä ei ole auki.",
    over: "Ohi",
    openOne: "Avaa häiriö",
    title: "Nimi",
    titleHint: "niin kuin työtoverit sen näkevät, esimerkiksi ”Kassat alhaalla perjantaina”",
    situation: "Mistä valitetaan",
    words: "Sanat, joista yksi julkaisussa on oltava",
    wordsHint: "Pilkuin erotettuina, kukin alustaan. Tyhjä: mikä tahansa tilanteen julkaisu.",
    product: "Tuote, joka on mainittava",
    place: "Paikka, joka on mainittava",
    any: "mikä tahansa",
    from: "Julkaisut alkaen",
    open: "Avaa ja jäädytä aihe",
    notYours: "Markkinointi tai esihenkilö avaa, asettaa ja sulkee häiriöt.",
    since: (when) => `alkaen ${when}`,
    closedAt: (when) => `suljettu ${when}`,
    cases: (n) => (n === 1 ? "1 tapaus" : `${n} tapausta`),
    unknown: (n) => `hintaa ei tiedetä: ${n}`,
    going: "Tapauksia käydään läpi.",
    lookAgain: "Etsi aiempia tapauksia vielä kerran",
    close: "Sulje häiriö",
    closeHint: "Uudet tapaukset kulkevat tavallista tietä. Samoin ne, jotka vielä odottavat ilman hyvitystä.",
    isNotSet: "Mitään ei ole vielä asetettu. Tapaukset odottavat.",
    isSet: (what, when) => `Asetettu ${when}: ${what}`,
    remedy: "Yksi hyvitys",
    core: (what) => `Mitä jokainen tämän vahingon kärsinyt saa: ${what}`,
    owed: (sum) => `kuuluu heille ${sum}`,
    goodwill: (sum) => `hyvää tahtoa ${sum}`,
    left: (sum) =>
      `Brändillä on tässä kuussa hyvää tahtoa jäljellä ${sum}. Sitä, mikä kirjoittajille kuuluu, ei lasketa siihen.`,
    texts: "Yksi teksti",
    slots:
      "{signer} allekirjoittaa. Julkisesti myös [. {step}|muut sanat]: X:ssä se pyytää viestiä, Facebookissa ovat muut sanat. Yksityisesti myös {brand} ja {until}; hakasulkeissa, jotka jäävät pois, kun tietoa ei ole: [{next}], [{amount}] ja [{code}].",
    within: "Hoidettu monenko tunnin sisällä",
    keep: "Syysi pitää merkityt sanat",
    set: "Aseta kaikille",
    setAnew: "Aseta uudelleen kaikille",
    setHint: "Jokainen tapaus saa siitä oman luonnoksensa. Ihminen hyväksyy jokaisen. Lähetetty pysyy.",
    its: "Sen tapaukset",
    is: { waits: "odottaa", set: "on saanut", left: "ei enää sen" },
    waitsFor: (title) => `Odottaa häiriötä ”${title}”`,
    answeredWith: (title) => `Vastataan kuten kaikille häiriössä ”${title}”`,
    leave: "Tämä on oma asiansa",
    faults: {
      empty: "Teksti puuttuu.",
      "too-long": (most) => `Se on liian pitkä: enintään ${most} merkkiä. Lyhennä sitä.`,
      brackets: "Sulku jää auki, tai hakasulkeissa ei ole mitään, mikä voisi puuttua.",
      "no-signer": "{signer} puuttuu: ihminen allekirjoittaa.",
      "no-step":
        "X:ssä saa kirjoittaa yksityisesti vain niille, jotka ovat kirjoittaneet ensin, joten julkisen tekstin on pyydettävä viestiä. Pane [. {step}|, ja kirjoitan sinulle nyt yksityisesti] siihen, missä lupaat kirjoittaa: X:ssä siinä on pyyntö, Facebookissa pystyviivan jälkeiset sanat.",
      "unknown-slot": (slot) => `{${slot}} ei voi olla tässä.`,
      "needs-brackets": (slot) => `{${slot}} ei ole aina tiedossa: pane se sanoineen hakasulkeisiin.`,
    },
    refusals: {
      "bad-form": "Jotain puuttuu tai ei ole luettavissa. Katso kentät vielä kerran.",
      "not-allowed": "Sen tekee markkinointi tai esihenkilö.",
      stale: "Joku on muuttanut häiriötä sillä välin. Katso, millainen se on nyt.",
      "new-playbook":
        "Sillä välin on julkaistu uusi ohjekirja. Mitään ei asetettu: katso, millaisia hyvitykset ovat nyt, ja valitse uudelleen.",
      closed: "Häiriö on suljettu.",
      "no-such": "Sellaista häiriötä ei ole.",
      words: "Sanat eivät voi lähteä näin. Alla lukee, mikä on vialla.",
      "needs-reason": "Joitakin sanoja on merkitty. Muuta ne tai kerro, miksi ne jäävät.",
      "beyond-mandate": (over) =>
        `Yhdessä tapauksessa tämä on ${over} yli valtuutesi. Päällikkö voi asettaa sen; mitään ei asetettu.`,
      "beyond-budget": (over) =>
        `Kaikkien tapausten hyvä tahto on ${over} enemmän kuin tässä kuussa on jäljellä. Mitään ei asetettu.`,
    },
  },
  sv: {
    heading: "Händelser",
    lead: "Ett fel som många råkar ut för: en gottgörelse och en text för alla. Innan de är satta skrivs inget utkast i ämnet.",
    none: "Ingen händelse är öppen.",
    over: "Över",
    openOne: "Öppna en händelse",
    title: "Namn",
    titleHint: "så som kolleger ser det, till exempel ”Kassorna låg nere i fredags”",
    situation: "Vad man klagar på",
    words: "Ord, varav ett måste nämnas",
    wordsHint: "Skilda med komma, vart och ett med sin början. Tomt: vilket inlägg som helst i situationen.",
    product: "En vara som måste nämnas",
    place: "En plats som måste nämnas",
    any: "vilken som helst",
    from: "Inlägg sedan",
    open: "Öppna och frys ämnet",
    notYours: "Marknadsföringen eller en chef öppnar, sätter och stänger händelser.",
    since: (when) => `sedan ${when}`,
    closedAt: (when) => `stängd ${when}`,
    cases: (n) => (n === 1 ? "1 ärende" : `${n} ärenden`),
    unknown: (n) => `priset är inte känt för ${n}`,
    going: "Ärendena gås igenom.",
    lookAgain: "Leta efter tidigare ärenden en gång till",
    close: "Stäng händelsen",
    closeHint: "Nya ärenden går den vanliga vägen. Det gör också de som ännu väntar utan gottgörelse.",
    isNotSet: "Inget är satt än. Ärendena väntar.",
    isSet: (what, when) => `Satt ${when}: ${what}`,
    remedy: "Den enda gottgörelsen",
    core: (what) => `Vad alla med den här förlusten får: ${what}`,
    owed: (sum) => `tillhör dem ${sum}`,
    goodwill: (sum) => `goodwill ${sum}`,
    left: (sum) =>
      `Varumärket har ${sum} goodwill kvar den här månaden. Det som tillhör skribenterna räknas inte av.`,
    texts: "Den enda texten",
    slots:
      "{signer} skriver under. Offentligt också [. {step}|andra ord]: på X ber det om ett meddelande, på Facebook står de andra orden. Privat också {brand} och {until}; inom hakparentes, som faller bort när det inte är känt: [{next}], [{amount}] och [{code}].",
    within: "Klart inom hur många timmar",
    keep: "Ditt skäl att behålla ord som är märkta",
    set: "Sätt för alla",
    setAnew: "Sätt på nytt för alla",
    setHint:
      "Varje ärende får ett eget utkast med den. En människa godkänner vart och ett. Det som är skickat står kvar.",
    its: "Dess ärenden",
    is: { waits: "väntar", set: "har fått", left: "hör inte dit längre" },
    waitsFor: (title) => `Väntar på händelsen ”${title}”`,
    answeredWith: (title) => `Besvaras som alla i händelsen ”${title}”`,
    leave: "Det är en sak för sig",
    faults: {
      empty: "Texten saknas.",
      "too-long": (most) => `Den är för lång: högst ${most} tecken. Korta den.`,
      brackets: "En parentes stängs inte, eller innehåller inget som kan saknas.",
      "no-signer": "{signer} saknas: en människa skriver under.",
      "no-step":
        "På X får vi skriva privat bara till den som har skrivit till oss, så den offentliga texten måste be om det. Sätt [. {step}|, och skriver till dig privat nu] där det står att du skriver: på X står där en begäran, på Facebook orden efter strecket.",
      "unknown-slot": (slot) => `{${slot}} kan inte stå här.`,
      "needs-brackets": (slot) => `{${slot}} är inte alltid känt: sätt det med sina ord inom hakparentes.`,
    },
    refusals: {
      "bad-form": "Något saknas eller kan inte läsas. Se på fälten en gång till.",
      "not-allowed": "Det är för marknadsföringen eller en chef.",
      stale: "Någon har ändrat händelsen under tiden. Se hur den är nu.",
      "new-playbook":
        "En ny handbok har publicerats under tiden. Inget har satts: se vilka gottgörelser som finns nu och välj igen.",
      closed: "Händelsen är stängd.",
      "no-such": "Det finns ingen sådan händelse.",
      words: "Orden kan inte gå ut så här. Nedan står vad som är fel.",
      "needs-reason": "Några ord är märkta. Ändra dem, eller säg varför de står kvar.",
      "beyond-mandate": (over) =>
        `För ett ärende är det ${over} mer än du får ge. En chef kan sätta det; inget har satts.`,
      "beyond-budget": (over) =>
        `Den goda viljan för alla ärenden är ${over} mer än vad som är kvar den här månaden. Inget har satts.`,
    },
  },
};
