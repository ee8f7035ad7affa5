import { describe, expect, it } from "vitest";
import type { PriceListLine } from "../../shared/complaint/playbook.ts";
import { lintPrivacy } from "../../shared/language/lint-privacy.ts";
import { findingsOf, found, playbook as plain } from "./lint-input.ts";

const confirmed = { side: "private", matchConfirmed: true } as const;
const unconfirmed = { side: "private", matchConfirmed: false } as const;

describe("what only the register knows", () => {
  it.each([
    ["Your order 4821 is here", "order-data hard!: order 4821"],
    ["You are a customer since spring", "customer-history hard!: a customer since"],
    ["It was on 12 March", "purchase-date hard!: on 12 March"],
    ["Call +358 40 123 4567", "contact-data hard!: +358 40 123 4567"],
    ["After twelve years with us", "customer-history soft!: twelve years"],
  ])("stands neither in public nor in a message to who is not known: %s", (text, is) => {
    expect(found(lintPrivacy, text)).toEqual([is]);
    expect(found(lintPrivacy, text, { matchConfirmed: true })).toEqual([is]);
    expect(found(lintPrivacy, text, unconfirmed)).toEqual([is]);
    expect(found(lintPrivacy, text, confirmed)).toEqual([]);
  });

  it("is a date that the writer wrote, and never a number that the writer wrote", () => {
    const text = "On 12 March, order 4821.";
    const writerText = "bought ON 12 MARCH, order 4821";
    expect(found(lintPrivacy, text)).toEqual([
      "order-data hard!: order 4821",
      "purchase-date hard!: On 12 March",
    ]);
    expect(found(lintPrivacy, text, { writerText })).toEqual(["order-data hard!: order 4821"]);
    expect(found(lintPrivacy, text, { writerText: "bought in spring" })).toHaveLength(2);
  });

  it("is a number also behind what would make a date one to come", () => {
    expect(found(lintPrivacy, "It was paid by order 4821")).toEqual(["order-data hard!: order 4821"]);
  });

  it.each([
    ["You have it by 12 March.", []],
    ["You have it, at the latest, by 12 March.", []],
    ["12 March was the day, by all means.", ["12 March"]],
    ["You bought it by the way on 12 March.", ["on 12 March"]],
    ["By 12 March.", []],
    ["Saat sen 12.3. mennessä.", []],
    ["Ostit sen 12.3. etkä ole saanut sitä mennessä.", ["12.3."]],
  ])("is no day that lies ahead: %s", (text, dates) => {
    expect(found(lintPrivacy, text)).toEqual(dates.map((date) => `purchase-date hard!: ${date}`));
  });
});

describe("years with us", () => {
  const inDigits: readonly (readonly [number, readonly string[]])[] = [
    [2, ["two", "kaksi", "kahden", "två"]],
    [3, ["three", "kolme", "kolmen", "tre"]],
    [4, ["four", "neljä", "neljän", "fyra"]],
    [5, ["five", "viisi", "viiden", "fem"]],
    [6, ["six", "kuusi", "kuuden", "sex"]],
    [7, ["seven", "seitsemän", "sju"]],
    [8, ["eight", "kahdeksan", "åtta"]],
    [9, ["nine", "yhdeksän", "nio"]],
    [10, ["ten", "kymmenen", "tio"]],
    [11, ["eleven", "yksitoista", "elva"]],
    [12, ["twelve", "kaksitoista", "tolv"]],
    [15, ["fifteen", "viisitoista", "femton"]],
    [20, ["twenty", "kaksikymmentä", "tjugo"]],
    [30, ["thirty", "kolmekymmentä", "trettio"]],
  ];
  it.each(inDigits)("%d of them are said in words where the writer gave the figure", (number, words) => {
    for (const word of words)
      for (const text of [`${word} years`, `${word.toUpperCase()} vuotta`, `${word} år`]) {
        expect(found(lintPrivacy, text, { writerText: `for ${number} of them` }), text).toEqual([]);
        expect(found(lintPrivacy, text, { writerText: `for ${word} of them` }), text).toEqual([]);
        expect(found(lintPrivacy, text, { writerText: "for long" })).toEqual([
          `customer-history hard!: ${text}`,
        ]);
      }
  });

  it("are advice where the writer's words are not known, and no years where nothing is counted", () => {
    expect(found(lintPrivacy, "After 7 years")).toEqual(["customer-history soft!: 7 years"]);
    expect(found(lintPrivacy, "After many years, and last year")).toEqual([]);
    expect(found(lintPrivacy, "After 7 years", { writerText: "my 7 years" })).toEqual([]);
  });
});

describe("what the writer did not name", () => {
  const line = (id: string, en: string[], category: string, fi: string[] = []): PriceListLine => ({
    id,
    names: { en, fi },
    category,
    priceMinor: 1,
    costMinor: 1,
  });
  const playbook = {
    ...plain,
    ownNames: ["Retkilounas"],
    priceList: [
      line("tent", ["Dome tent", "tent (2 persons)", "Outdoor"], "outdoor", ["teltta"]),
      line("skates", ["ice skates"], "ice"),
      line("board", ["skateboard"], "street"),
    ],
    stores: [
      { id: "i", name: "Retkilounas Itäkeskus", city: "Helsinki" },
      { id: "t", name: "Turku", city: "Turku" },
      { id: "o", name: "Retkilounas Iso Omena", city: "Espoo" },
    ],
  };
  const not = (text: string, writerText: string | undefined, changed = {}) =>
    // Names are folded once for each price list; each test is to fold its own.
    found(lintPrivacy, text, {
      playbook: { ...playbook, priceList: [...playbook.priceList], ...changed },
      writerText,
    }).map((each) => each.replace("not-named-by-writer hard!: ", ""));

  it.each([
    { when: "a thing", text: "Your dome tent is here", wrote: "It broke", is: ["dome tent"] },
    {
      when: "a thing in another language",
      text: "Sinun TELTTA on täällä",
      wrote: "It broke",
      is: ["TELTTA"],
    },
    {
      when: "a thing twice",
      text: "A dome tent, a dome tent",
      wrote: "It broke",
      is: ["dome tent", "dome tent"],
    },
    {
      when: "a thing with signs in its name",
      text: "Your tent (2 persons) is here",
      wrote: "It broke",
      is: ["tent (2 persons)"],
    },
    {
      when: "a thing that the writer named by one of its names",
      text: "Your dome tent is here",
      wrote: "My tents leak",
      is: [],
    },
    {
      when: "a thing that the writer named in another language",
      text: "Your dome tent is here",
      wrote: "teltat vuotavat",
      is: [],
    },
    {
      when: "a thing that is inside another word",
      text: "The doodome tents are here",
      wrote: "It broke",
      is: [],
    },
    { when: "a thing before a figure", text: "9dome tent", wrote: "It broke", is: [] },
    { when: "only its sort", text: "All for outdoor", wrote: "It broke", is: [] },
    { when: "a store", text: "It is at Itäkeskus", wrote: "It broke", is: ["Itäkeskus"] },
    { when: "a store of three words", text: "It is at Omena", wrote: "It broke", is: ["Omena"] },
    { when: "a store by no word but the last", text: "Iso apu", wrote: "It broke", is: [] },
    {
      when: "a thing of which the writer wrote a shorter word",
      text: "Your skateboard",
      wrote: "my skates",
      is: [],
    },
    { when: "a store of one word", text: "It is at Turku", wrote: "It broke", is: ["Turku"] },
    {
      when: "a store whose city the writer named",
      text: "It is at Itäkeskus",
      wrote: "in Helsinki it broke",
      is: [],
    },
    { when: "a store that the writer named", text: "It is at Itäkeskus", wrote: "at itäkeskuksessa", is: [] },
    {
      when: "one store beside another that the writer named",
      text: "At Itäkeskus or Turku",
      wrote: "in Turku",
      is: ["Itäkeskus"],
    },
    {
      when: "two things beside one that the writer named",
      text: "A dome tent and ice skates",
      wrote: "my tent",
      is: ["ice skates"],
    },
    {
      when: "anything, where the writer's words are not known",
      text: "Your dome tent at Turku",
      wrote: undefined,
      is: [],
    },
    { when: "by a word of two letters", text: "Your dome tent", wrote: "a te in do", is: ["dome tent"] },
    {
      when: "by a word that begins alike in four letters",
      text: "Your ice skates",
      wrote: "my skateboard",
      is: [],
    },
    {
      when: "by a word that begins alike in three letters",
      text: "Your ice skates",
      wrote: "a skandal",
      is: ["ice skates"],
    },
  ])("may only come from what was bought: $when", ({ text, wrote, is }) => {
    expect(not(text, wrote)).toEqual(is);
  });

  it("is none that the brand's own name says", () => {
    const lunch = { ...line("lunch", ["retkilounas menu"], "food"), names: { en: ["retkilounas menu"] } };
    expect(not("Your retkilounas menu", "It broke", { priceList: [lunch] })).toEqual([]);
    expect(not("Your retkilounas menu", "It broke", { priceList: [lunch], ownNames: [] })).toEqual([
      "retkilounas menu",
    ]);
  });

  it("follows the price list as it is now", () => {
    expect(not("Your canoe", "It broke")).toEqual([]);
    expect(not("Your canoe", "It broke", { priceList: [line("c", ["canoe"], "water")] })).toEqual(["canoe"]);
  });
});

describe("asking for secrets", () => {
  it.each([
    ["en", "Please send your card number.", "card number"],
    ["en", "Your card number is what I need.", "card number"],
    ["en", "If it's not too much trouble, send your card number.", "card number"],
    ["en", "Not yet: send your card number.", "card number"],
    ["en", "Send your card number. Never mind.", "card number"],
    ["en", "Please send your password.", "password"],
    ["fi", "Lähetä korttinumerosi.", "korttinumerosi"],
    ["fi", "Korttinumerosi tarvitaan.", "Korttinumerosi"],
    ["sv", "Skicka ditt kortnummer.", "kortnummer"],
  ] as const)("%s: “%s” does", (lang, text, words) => {
    for (const over of [{ lang }, { lang, ...confirmed }])
      expect(found(lintPrivacy, text, over)).toEqual([`asks-for-secrets hard!: ${words}`]);
  });

  it.each([
    ["en", "Never send your card number."],
    ["en", "Send one order number, never card details."],
    ["en", "A card number is never what I need."],
    ["en", "Your card number is safe with your bank."],
    ["en", "Please do not ever send your card number."],
    ["en", "Send a new password to yourself: reset it."],
    ["en", "Forgot your password? Tell me."],
    ["en", "Send it today. Card numbers stay with you."],
    ["fi", "Älä lähetä korttinumeroa."],
    ["fi", "Henkilötunnusta en tarvitse."],
    ["sv", "Skicka aldrig kortnummer."],
    ["sv", "Kortnummer behövs inte."],
  ] as const)("%s: “%s” does not", (lang, text) => {
    expect(found(lintPrivacy, text, { lang })).toEqual([]);
  });

  it("is told of a reset by its own sentence only, and of a password only", () => {
    expect(found(lintPrivacy, "Reset it. Then send your password.")).toHaveLength(1);
    expect(found(lintPrivacy, "Reset it and send your card number.")).toHaveLength(1);
  });

  it.each([
    ["en", "Please send your card number.", /never ask/],
    ["fi", "Lähetä korttinumerosi.", /En koskaan/],
    ["sv", "Skicka ditt kortnummer.", /aldrig/],
  ] as const)("has a better wording in %s", (lang, text, better) => {
    expect(findingsOf(lintPrivacy, text, { lang })[0]?.better).toMatch(better);
  });
});

describe("a person of ours", () => {
  const signed = { signerName: "Laura" } as const;
  const followed = { ...signed, followedByName: "Mikael" } as const;
  it.each([
    { when: "by role and name", text: "Our manager Pekka was there", over: signed, is: ["Pekka"] },
    { when: "by role, comma and name", text: "Myyjämme, Pekka, oli siellä", over: signed, is: ["Pekka"] },
    {
      when: "by a name that the role holds too",
      text: "Our chef Cheffy was there",
      over: signed,
      is: ["Cheffy"],
    },
    { when: "not by role alone", text: "Our manager was there", over: signed, is: [] },
    { when: "not by a word in capitals", text: "Our manager WAS there", over: signed, is: [] },
    { when: "not by a word with a capital inside", text: "Our manager iPad was there", over: signed, is: [] },
    { when: "not by a word with the role in it", text: "The chefmanager Pekka", over: signed, is: [] },
    { when: "not as the signer", text: "Our manager Laura is here", over: signed, is: [] },
    { when: "as who follows, in public", text: "Our manager Mikael is here", over: followed, is: ["Mikael"] },
    {
      when: "not as who follows, in a message",
      text: "Our manager Mikael is here",
      over: { ...followed, ...confirmed },
      is: [],
    },
    { when: "as another signer", text: "It is here. – Pekka", over: signed, is: ["Pekka"] },
    {
      when: "as another signer with a stop and a space",
      text: "It is here. -Pekka. ",
      over: signed,
      is: ["Pekka"],
    },
    { when: "not as the signer at the end", text: "It is here. – Laura", over: signed, is: [] },
    {
      when: "not as whoever signs, where the signer is not known",
      text: "It is here. – Pekka",
      over: {},
      is: [],
    },
    { when: "not before the end", text: "It – Pekka – is here", over: signed, is: [] },
    { when: "not in small letters at the end", text: "It is here – pekka", over: signed, is: [] },
  ])("is named $when", ({ text, over, is }) => {
    expect(found(lintPrivacy, text, over)).toEqual(is.map((name) => `names-an-employee hard!: ${name}`));
  });

  it("is named in public and in private, whoever is confirmed", () => {
    for (const over of [{ matchConfirmed: true }, unconfirmed, confirmed])
      expect(found(lintPrivacy, "Our manager Pekka was there", over)).toHaveLength(1);
  });
});

describe("names and addresses in other scripts", () => {
  it.each([
    ["Write to иван@mail.ru.", "contact-data hard!: иван@mail.ru"],
    ["Write to ngọc@mail.com, please.", "contact-data hard!: ngọc@mail.com"],
    ["Our manager Hồng said so.", "names-an-employee hard!: Hồng"],
    ["Our manager Иван's shift.", "names-an-employee hard!: Иван"],
  ])("are found whole: %s", (text, is) => {
    expect(found(lintPrivacy, text)).toEqual([is]);
  });

  it("may sign", () => {
    const text = "Your colleague Nguyễn writes. – Nguyễn";
    expect(found(lintPrivacy, text, { signerName: "Nguyễn" })).toEqual([]);
  });
});
