import type { Lang } from "../../../shared/complaint/ids.ts";
import type { CannotBecause } from "../../../shared/complaint/promise.ts";

/** What a place reads under its link. No word here knows who the customer is. */
export type PlaceWords = Record<
  | "heading"
  | "code"
  | "codeHow"
  | "by"
  | "late"
  | "done"
  | "cannot"
  | "why"
  | "sendCannot"
  | "ask"
  | "question"
  | "questionHint"
  | "sendQuestion"
  | "youAsked"
  | "answer"
  | "noAnswerYet"
  | "isDone"
  | "isCannot"
  | "isCancelled"
  | "unreadable"
  | "busy"
  | "nowhereTitle"
  | "nowhere"
  | "noteHeading"
  | "noBlame"
  | "read"
  | "isRead"
  | "isWithdrawn",
  string
> & {
  /** What became of a no, with what was decided. */
  overturned: (decided: string) => string;
  decidedGoods: (goods: string | undefined) => string;
  decidedMoney: (sum: string | undefined) => string;
  because: Record<CannotBecause, string>;
  /** What is handed over, with the goods and the sum where they are known. */
  exchange: (goods: string | undefined) => string;
  replacement: (goods: string | undefined) => string;
  redo: (goods: string | undefined) => string;
  money: (sum: string | undefined) => string;
  voucher: (sum: string | undefined) => string;
  agreed: string;
};

const after = (words: string, goods: string | undefined): string =>
  goods === undefined ? `${words}.` : `${words}: ${goods}.`;

export const placeWords: Record<Lang, PlaceWords> = {
  en: {
    heading: "To hand over",
    code: "Code",
    codeHow: "The customer says this code. It is used once. Ask for no receipt and no name.",
    by: "By",
    late: "The last day has passed. Tell us what came of it all the same.",
    done: "Handed over",
    cannot: "We cannot do it",
    why: "Why",
    sendCannot: "Say that we cannot",
    ask: "Ask us first",
    question: "Your question",
    questionHint: "One or two sentences, without a customer’s name or number.",
    sendQuestion: "Send the question",
    youAsked: "You asked",
    answer: "Our answer",
    noAnswerYet: "We answer here. Open this link again in a moment.",
    isDone: "Thank you. It is written down as handed over; the code gives nothing more.",
    isCannot: "Thank you for saying so. We find another way. Hand nothing over for this code.",
    isCancelled: "This order is no longer needed. Hand nothing over for its code.",
    unreadable: "Something is missing. Choose a reason, or write your question.",
    busy: "Somebody else was writing at the same moment. Press once more.",
    nowhereTitle: "This link leads nowhere",
    nowhere: "It may have expired, or is not whole. Ask those who sent it for a new one.",
    noteHeading: "A no that became a yes",
    noBlame:
      "The decision is the company’s, and nobody is blamed. We tell you so that you hear it from us first.",
    read: "Read",
    isRead: "Thank you. You need do nothing more.",
    isWithdrawn: "This has been taken back. You need do nothing.",
    overturned: (decided) =>
      `A customer got a no in your store. We have looked at it again and decided: ${decided}`,
    decidedGoods: (goods) => `${after("the customer gets the right one", goods)}`,
    decidedMoney: (sum) => `the customer gets ${sum ?? "the money"} back.`,
    because: {
      "not-in-stock": "We do not have it in stock",
      "not-sold-here": "We do not sell it here",
      "closed-then": "We are closed until then",
      other: "Another reason",
    },
    exchange: (goods) =>
      `${after("Exchange for the right one", goods)} Take the old one back as it is. It costs the customer nothing.`,
    replacement: (goods) => `${after("Give a new one", goods)} It costs the customer nothing.`,
    redo: (goods) => `${after("Do it again", goods)} It costs the customer nothing.`,
    money: (sum) =>
      sum === undefined ? "Give back in money what was paid too much." : `Give back ${sum} in money.`,
    voucher: (sum) =>
      sum === undefined ? "Give the voucher that was agreed." : `Give a voucher for ${sum}.`,
    agreed: "Do what we agreed with the customer. Ask us below if you have not been told.",
  },
  fi: {
    heading: "Luovutettava",
    code: "Koodi",
    codeHow: "Asiakas sanoo tämän koodin. Se käy kerran. Älä kysy kuittia äläkä nimeä.",
    by: "Viimeistään",
    late: "Viimeinen päivä on ohi. Kerro silti, miten kävi.",
    done: "Luovutettu",
    cannot: "Emme pysty",
    why: "Miksi",
    sendCannot: "Ilmoita, ettemme pysty",
    ask: "Kysy ensin meiltä",
    question: "Kysymyksesi",
    questionHint: "Virke tai kaksi, ilman asiakkaan nimeä tai numeroa.",
    sendQuestion: "Lähetä kysymys",
    youAsked: "Kysyit",
    answer: "Vastauksemme",
    noAnswerYet: "Vastaamme tähän. Avaa linkki hetken päästä uudelleen.",
    isDone: "Kiitos. Merkitty luovutetuksi; koodilla ei saa enää mitään.",
    isCannot: "Kiitos, että kerroit. Keksimme toisen tavan. Älä luovuta tällä koodilla mitään.",
    isCancelled: "Tätä tilausta ei enää tarvita. Älä luovuta sen koodilla mitään.",
    unreadable: "Jotain puuttuu. Valitse syy tai kirjoita kysymys.",
    busy: "Joku toinen tallensi samalla hetkellä. Paina uudelleen.",
    nowhereTitle: "Linkki ei johda mihinkään",
    nowhere: "Se on voinut vanhentua, tai siitä puuttuu osa. Pyydä lähettäjältä uusi.",
    noteHeading: "Ei muuttui kylläksi",
    noBlame: "Päätös on yhtiön, eikä ketään moitita. Kerromme, jotta kuulette tämän ensin meiltä.",
    read: "Luettu",
    isRead: "Kiitos. Muuta ei tarvita.",
    isWithdrawn: "Tämä on peruttu. Mitään ei tarvita.",
    overturned: (decided) =>
      `Asiakas sai liikkeessänne kieltävän vastauksen. Katsoimme asian uudelleen ja päätimme: ${decided}`,
    decidedGoods: (goods) => `${after("asiakas saa oikean tuotteen", goods)}`,
    decidedMoney: (sum) => `asiakas saa rahansa takaisin${sum === undefined ? "" : `, ${sum}`}.`,
    because: {
      "not-in-stock": "Sitä ei ole varastossa",
      "not-sold-here": "Meillä ei myydä sitä",
      "closed-then": "Olemme siihen asti kiinni",
      other: "Muu syy",
    },
    exchange: (goods) =>
      `${after("Vaihda oikeaan", goods)} Ota vanha takaisin sellaisena kuin se on. Asiakkaalle tämä on maksutonta.`,
    replacement: (goods) => `${after("Anna uusi", goods)} Asiakkaalle tämä on maksutonta.`,
    redo: (goods) => `${after("Tehdään uudelleen", goods)} Asiakkaalle tämä on maksutonta.`,
    money: (sum) =>
      sum === undefined ? "Palauta rahana se, mikä maksettiin liikaa." : `Palauta rahana ${sum}.`,
    voucher: (sum) => (sum === undefined ? "Anna sovittu lahjakortti." : `Anna lahjakortti, ${sum}.`),
    agreed: "Tee se, mitä asiakkaan kanssa sovittiin. Kysy alta, jos et ole kuullut siitä.",
  },
  sv: {
    heading: "Att lämna ut",
    code: "Kod",
    codeHow: "Kunden säger den här koden. Den gäller en gång. Fråga inte efter kvitto eller namn.",
    by: "Senast",
    late: "Sista dagen har gått. Berätta ändå hur det gick.",
    done: "Utlämnat",
    cannot: "Vi kan inte",
    why: "Varför",
    sendCannot: "Meddela att vi inte kan",
    ask: "Fråga oss först",
    question: "Din fråga",
    questionHint: "En eller två meningar, utan kundens namn eller nummer.",
    sendQuestion: "Skicka frågan",
    youAsked: "Du frågade",
    answer: "Vårt svar",
    noAnswerYet: "Vi svarar här. Öppna länken igen om en stund.",
    isDone: "Tack. Det är noterat som utlämnat; koden ger inget mer.",
    isCannot: "Tack för att du sade till. Vi hittar ett annat sätt. Lämna inte ut något på den här koden.",
    isCancelled: "Beställningen behövs inte längre. Lämna inte ut något på dess kod.",
    unreadable: "Något saknas. Välj en orsak eller skriv din fråga.",
    busy: "Någon annan sparade i samma ögonblick. Tryck en gång till.",
    nowhereTitle: "Länken leder ingenstans",
    nowhere: "Den kan ha gått ut, eller så är den inte hel. Be avsändaren om en ny.",
    noteHeading: "Ett nej som blev ett ja",
    noBlame: "Beslutet är företagets, och ingen klandras. Vi berättar det så att ni hör det av oss först.",
    read: "Läst",
    isRead: "Tack. Ni behöver inte göra något mer.",
    isWithdrawn: "Detta har tagits tillbaka. Ni behöver inte göra något.",
    overturned: (decided) => `En kund fick nej i er butik. Vi har sett på saken igen och bestämt: ${decided}`,
    decidedGoods: (goods) => `${after("kunden får rätt vara", goods)}`,
    decidedMoney: (sum) => `kunden får tillbaka ${sum ?? "pengarna"}.`,
    because: {
      "not-in-stock": "Den finns inte i lager",
      "not-sold-here": "Vi säljer den inte här",
      "closed-then": "Vi har stängt till dess",
      other: "En annan orsak",
    },
    exchange: (goods) =>
      `${after("Byt till rätt vara", goods)} Ta tillbaka den gamla som den är. Det kostar kunden ingenting.`,
    replacement: (goods) => `${after("Ge en ny", goods)} Det kostar kunden ingenting.`,
    redo: (goods) => `${after("Gör om", goods)} Det kostar kunden ingenting.`,
    money: (sum) =>
      sum === undefined ? "Betala tillbaka det som togs för mycket." : `Betala tillbaka ${sum} i pengar.`,
    voucher: (sum) =>
      sum === undefined ? "Ge det presentkort som avtalades." : `Ge ett presentkort på ${sum}.`,
    agreed: "Gör det som vi kom överens om med kunden. Fråga oss nedan om du inte har hört om det.",
  },
};
