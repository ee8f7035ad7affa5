import { describe, expect, it } from "vitest";
import { decide } from "../../shared/complaint/decide.ts";
import type { Lang } from "../../shared/complaint/ids.ts";
import { type LintInput, lint } from "../../shared/language/voice-lint.ts";
import { answering, boots, exampleBrand, factsOf, lunch, relationshipWorth } from "./reply-world.ts";

const shop = exampleBrand("kenttakauppa");
const restaurant = exampleBrand("lounaspoyta");
const check = (text: string, over: Partial<LintInput> = {}) =>
  lint({
    side: "public",
    text,
    lang: "en",
    channel: "facebook",
    playbook: shop.playbook,
    matchConfirmed: false,
    ...over,
  });
const hard = (text: string, over: Partial<LintInput> = {}) =>
  check(text, over)
    .filter((f) => f.severity === "hard")
    .map((f) => f.rule);

describe("words that do not get past the checker", () => {
  it.each([
    ["process-language", "en", "Sorry, this is our policy."],
    [
      "process-language",
      "en",
      "Sometimes it might be difficult to set up the line with returning products and therefore we have the common policy.",
    ],
    ["process-language", "en", "Unfortunately we cannot exchange used shoes."],
    ["process-language", "en", "Please fill in the form on our site."],
    ["process-language", "en", "Please call again in the afternoon."],
    ["process-language", "en", "I must check with my supervisor."],
    ["process-language", "en", "We apologise for any inconvenience."],
    ["process-language", "fi", "Käytäntömme mukaan käytettyjä kenkiä ei vaihdeta."],
    ["process-language", "fi", "Valitettavasti emme voi vaihtaa tuotetta."],
    ["process-language", "fi", "Pahoittelemme aiheutunutta haittaa."],
    ["process-language", "sv", "Tyvärr kan vi inte byta skorna."],
    ["process-language", "sv", "Enligt våra villkor går det inte."],
    ["conditional-apology", "en", "I'm sorry if you felt badly treated."],
    ["conditional-apology", "en", "We're sorry that you feel this way."],
    ["conditional-apology", "fi", "Olemme pahoillamme, mikäli koit palvelun huonoksi."],
    ["conditional-apology", "fi", "Pahoittelut mahdollisesta mielipahasta."],
    ["conditional-apology", "sv", "Vi är ledsna om du upplevde det så."],
    ["disputes-experience", "en", "That is not correct: according to our staff you were helped."],
    ["disputes-experience", "fi", "Kyseessä on varmasti väärinkäsitys."],
    ["disputes-experience", "sv", "Det stämmer inte enligt våra uppgifter."],
    ["blames-clerk", "en", "The cashier made a mistake and has been told."],
    ["blames-clerk", "fi", "Myyjämme toimi väärin."],
    ["blames-clerk", "sv", "Kassören gjorde fel."],
    ["blames-customer", "en", "You should have kept the receipt."],
    ["blames-customer", "fi", "Sinun olisi pitänyt tarkistaa koko."],
    ["blames-customer", "sv", "Du borde ha sparat kvittot."],
    ["nobody-did-it", "en", "An error has occurred in our system."],
    ["nobody-did-it", "fi", "Valitettava virhe on tapahtunut."],
    ["nobody-did-it", "sv", "Ett fel har uppstått."],
    ["gift-wrapped", "en", "As a gesture of goodwill you get it."],
    ["gift-wrapped", "fi", "Saat sen hyvän tahdon eleenä."],
    ["gift-wrapped", "sv", "Som en gest får du den."],
    ["strings-attached", "en", "If you delete your post, we will help."],
    ["strings-attached", "fi", "Poistathan tämän julkaisun, niin hoidamme asian."],
    ["strings-attached", "sv", "Kan du ta bort inlägget så ordnar vi det."],
    ["sum-in-public", "en", "Come and swap the 30 € boots."],
    ["sum-in-public", "en", "You'll have thirty euros back."],
    ["sum-in-public", "en", "You get €4.40 today."],
    ["sum-in-public", "en", "You get 50 % of it."],
    ["sum-in-public", "fi", "Saat neljä euroa takaisin."],
    ["sum-in-public", "fi", "Palautamme kolmekymmentä euroa."],
    ["sum-in-public", "fi", "Saat kaksikymppiä."],
    ["sum-in-public", "sv", "Du får trettio kronor."],
    ["sum-in-public", "sv", "Du får 20 procent."],
    ["money-in-public", "en", "We'll send you a voucher."],
    ["money-in-public", "fi", "Lähetämme lahjakortin."],
    ["money-in-public", "sv", "Du får ett presentkort."],
    ["customer-history", "en", "As a customer since 2014 you have earned it."],
    ["customer-history", "fi", "Näen ostohistoriastasi, mitä on hankittu."],
    ["customer-history", "sv", "Du har varit kund sedan länge."],
    ["order-data", "en", "Your order 48213377 is on its way."],
    ["purchase-date", "en", "You bought it on 12 March."],
    ["contact-data", "en", "I'll call you on +358 40 123 4567."],
    ["contact-data", "en", "Write to laura@example.com."],
    ["asks-for-secrets", "en", "Please send us your card number."],
    ["asks-for-secrets", "fi", "Lähetä meille henkilötunnuksesi."],
    ["asks-for-secrets", "sv", "Skicka ditt kortnummer."],
    ["names-an-employee", "en", "Our manager Mikael was there."],
    ["names-an-employee", "fi", "Myyjämme Pekka oli paikalla."],
    ["unfilled-slot", "en", "Hi {name}, I'm on it."],
    ["unfilled-slot", "en", "Hi undefined, I'm on it."],
    ["link", "en", "Look at kenttakauppa.fi/palautus for more."],
    ["exclamations", "en", "Sorry! We fix it!"],
    ["all-caps", "en", "We are REALLY sorry."],
  ] as const)("finds %s in %s: %s", (rule, lang, text) => {
    const findings = check(text, { lang });
    const found = findings.find((finding) => finding.rule === rule && finding.severity === "hard");
    expect(found, JSON.stringify(findings)).toBeDefined();
    expect(found?.reason.length).toBeGreaterThan(5);
    expect(text.slice(found?.start, found?.end).length).toBeGreaterThan(0);
  });

  it("lets the signer overrule style, never money, privacy, strings or recipient", () => {
    const overrulable = (text: string) =>
      check(text, { answersComplaint: false })
        .filter((f) => f.severity === "hard")
        .map((f) => f.overrulable);
    expect(overrulable("This is our policy.")).toEqual([true]);
    for (const text of [
      "You get 30 €.",
      "A customer since 2014.",
      "Please send your card number.",
      "Delete your post.",
      "Our manager Mikael knows.",
    ]) {
      expect(overrulable(text), text).not.toContain(true);
      expect(overrulable(text).length, text).toBeGreaterThan(0);
    }
  });

  it("says where, in UTF-16 units of the text", () => {
    const text = "🙂 Å, this is our policy.";
    const [finding] = check(text).filter((f) => f.rule === "process-language");
    expect(text.slice(finding?.start, finding?.end)).toBe("our policy");
  });
});

describe("what is fine", () => {
  it.each([
    [
      "en",
      "public",
      "You took the trouble to see our side. We didn't see yours: hockey, floorball, bikes, all from us, against the marks of one practice. I'm sorry. Your younger one will have boots that fit, and I'm messaging you now so that you needn't explain it all again. – Laura",
      boots,
    ],
    [
      "en",
      "private",
      "Hi, Laura from Kenttäkauppa. I'm sorry you were sent home with boots that don't fit. We swap them for the right size, marks and all; it costs you nothing and needs no receipt. You choose: (1) tell me the size and the store that suits you; I have a pair put aside, the staff told, and write when it is there, before you set out; (2) tell me the size and I post the pair, you return the old ones in the same box. Is there a practice they should make? I'm here till 18, then Mikael, who knows the story. – Laura",
      boots,
    ],
    [
      "fi",
      "public",
      "Täysi hinta lounaasta, josta puuttuivat kaikki kasvikset, on epäreilua. Olet oikeassa. Myöhästynyt kuorma on meidän vastuullamme eikä sinun maksettavasi. Olen pahoillani, ettemme korjanneet sitä heti, kun kysyit. Korjaan sen nyt ja kirjoitan sinulle yksityisesti. – Sanna",
      lunch,
    ],
    [
      "fi",
      "private",
      "Hei, Sanna Lounaspöydästä. Maksoit 8,80 € ja sait siitä puolet, joten 4,40 € on sinun. Valitse: (1) kerro maksutapa ja kellonaika, niin palautan sen samalle kortille tänään (älä lähetä korttinumeroa); (2) sano kassalla ensi kerralla koodi 3H9, niin saat sen rahana, kassa tietää jo. Kuittia en tarvitse. – Sanna, klo 15 asti, sitten Petri",
      lunch,
    ],
    [
      "sv",
      "public",
      "Att betala två gånger och sedan bli skickad till banken, så ska det inte vara. Felet är vårt. Förlåt. Du behöver inte ringa någon: jag ser till att det blir rätt, på samma sätt för alla som drabbades, och skriver till dig privat nu. – Johanna",
      "Ni drog pengarna två gånger.",
    ],
    [
      "sv",
      "private",
      "Hej, Johanna här. Den dubbla dragningen går tillbaka till samma kort i dag; banken kan visa den först om ett par bankdagar. Du behöver inte göra något. Syns den inte på fredag, svara ”nej” här, så tar jag det med banken. Jag frågar aldrig efter kortnummer eller bankkoder. – Johanna, till kl. 20, sedan Oskar",
      "Ni drog pengarna två gånger.",
    ],
    [
      "en",
      "public",
      "Three parcels, three chats, three forms. That's a maze, not service, and I'm sorry we sent you round it. It stops with me: no more forms, and you won't tell it a fourth time. Send us a DM, just \"hi\" will do, and I'll answer within the hour. – Aino",
      "Third parcel lost.",
    ],
    [
      "fi",
      "public",
      "Otan osaa. Pyysit kolmesti, ja silti isällesi tuli onnittelukuponki. Se on meidän virheemme, ja olen siitä todella pahoillani. Pysäytän hänen postinsa itse tänään ja kirjoitan sinulle nyt yksityisesti. Sinun ei tarvitse todistaa eikä selittää enää mitään. – Leena",
      "Isäni kuoli, ja hänelle tuli onnittelukuponki.",
    ],
    [
      "en",
      "public",
      "I'm so sorry. I hope your child is safe now; that comes first. This has gone straight to our head of food safety, who is on it now and would like to speak with you today, at whatever hour suits you. I'm sending you a private message with a direct line to a person. – Maria",
      "The nut free cake",
    ],
  ] as const)("%s %s passes: %s", (lang, side, text, writerText) => {
    expect(hard(text, { lang, side, writerText })).toEqual([]);
  });

  it("says never to send card numbers", () => {
    expect(hard("I never ask for card numbers or bank codes.", { side: "private" })).toEqual([]);
    expect(hard("Älä lähetä korttinumeroa tai pankkitunnuksia.", { side: "private", lang: "fi" })).toEqual(
      [],
    );
  });

  it("says back years, dates and products that the writer wrote, and none that the writer did not", () => {
    const text = "Twelve years with us, and then a tent that leaks. I'm sorry.";
    expect(hard(text, { writerText: "12 years your customer and the tent leaks" })).toEqual([]);
    expect(hard(text, { writerText: "It leaks" })).toEqual(["customer-history", "not-named-by-writer"]);
  });
});

describe("what the decision holds", () => {
  const facts = {
    assessment: answering("part-missing"),
    product: "lounasbuffet",
    relationship: relationshipWorth(0),
  };
  const decision = decide(factsOf(restaurant, facts));
  const inPrivate = { side: "private" as const, lang: "fi" as Lang, playbook: restaurant.playbook, decision };
  it.each([
    ["its own sum and the listed price", "Maksoit 8,80 €, joten 4,40 € on sinun.", []],
    ["another sum", "Saat 14,40 € takaisin.", ["sum-not-decided"]],
    ["a sum in words", "Saat kymmenen euroa takaisin.", ["sum-not-decided"]],
  ])("%s: %s", (_, text, rules) => {
    expect(hard(text, inPrivate)).toEqual(rules);
  });

  it("promises no voucher and no money that was not decided", () => {
    const exchange = decide(factsOf(shop, { relationship: relationshipWorth(0) }));
    expect(hard("You get a gift card.", { side: "private", decision: exchange })).toEqual([
      "remedy-not-decided",
    ]);
    expect(hard("You get your money back.", { side: "private", decision: exchange })).toEqual([
      "remedy-not-decided",
    ]);
  });

  it("takes no money and no cheer in a stop case", () => {
    const stop = decide(factsOf(shop, { assessment: { lane: "stop", stopCase: "death", cues: [] } }));
    expect(
      hard("So sorry. Have a nice day, here is a voucher.", { side: "private", decision: stop }),
    ).toEqual(expect.arrayContaining(["stop-case-tone"]));
  });
});

describe("form", () => {
  it("counts as X counts", () => {
    expect(hard(`I'm sorry. ${"a b ".repeat(70)}`, { channel: "x" })).toContain("too-long");
    expect(hard(`I'm sorry. ${"a b ".repeat(70)}`, { channel: "facebook" })).not.toContain("too-long");
    expect(hard("本".repeat(141), { channel: "x" })).toContain("too-long");
    expect(hard("x".repeat(2001), { channel: "facebook", side: "private" })).toContain("too-long");
  });

  it("finds another language than the writer's", () => {
    expect(hard("I'm sorry about the wait, and I will find your order today.", { lang: "fi" })).toContain(
      "language",
    );
    expect(hard("Olen pahoillani odotuksesta ja etsin tilauksen tänään itse.", { lang: "fi" })).not.toContain(
      "language",
    );
  });

  it("finds what was already sent almost word for word", () => {
    const sent =
      "You waited and nobody told you why. I'm sorry. I'm finding out where your order is and will tell you the day. – Laura";
    expect(hard(sent.replace("Laura", "Aino"), { recentReplies: [sent] })).toContain("near-duplicate");
    expect(
      hard("Your bike broke. I'm sorry. I'm messaging you now. – Aino", { recentReplies: [sent] }),
    ).toEqual([]);
    const ownBesideIt = `${sent.replace("Laura", "Aino")} Twice you stood at our counter in Itäkeskus with the receipt in your hand, and twice the parcel was said to be on the lorry.`;
    expect(hard(ownBesideIt, { recentReplies: [sent] })).not.toContain("near-duplicate");
  });

  it("misses an apology, a name and a next step, as advice", () => {
    const soft = check("We look into it.")
      .filter((f) => f.severity === "soft")
      .map((f) => f.rule);
    expect(soft).toEqual(expect.arrayContaining(["no-apology", "no-signer", "no-private-step"]));
    expect(check("I'm sorry. I'm messaging you now. – Laura", { signerName: "Laura" })).toEqual([]);
  });

  it("finds a signature that is not the signer's", () => {
    expect(hard("I'm sorry. I'm messaging you now. – Pekka", { signerName: "Laura" })).toEqual([
      "names-an-employee",
    ]);
  });
});

describe("the code of an order", () => {
  it("is no sum, also where it looks like one", () => {
    const text = "Say the code 345KR at the till. – Laura";
    const decision = decide(factsOf(shop, { relationship: relationshipWorth(0) }));
    const about = { side: "private" as const, decision, signerName: "Laura" };
    expect(hard(text, about)).toContain("sum-not-decided");
    expect(hard(text, { ...about, storeOrderCode: "345KR" })).not.toContain("sum-not-decided");
  });
});
