import { describe, expect, it } from "vitest";
import { cueWords, reading } from "./a-playbook.ts";

describe("cues", () => {
  it.each([
    {
      text: "We have been with you for over 12 years",
      expected: "relationship tenure: been with you for over 12 years",
    },
    {
      text: "I have been a customer since 2014, what a joke",
      expected: "relationship tenure: customer since 2014",
    },
    {
      text: "I am a loyal customer and this is how I am treated",
      expected: "relationship standing: loyal customer",
    },
    {
      text: "Olen ollut asiakkaananne 12 vuotta",
      expected: "relationship tenure: Olen ollut asiakkaananne 12 vuotta",
    },
    {
      text: "Kaikki lasten varusteet on ostettu teiltä",
      expected: "relationship breadth: Kaikki lasten varusteet on ostettu teiltä",
    },
    {
      text: "Vi har varit kunder hos er i tolv år",
      expected: "relationship tenure: varit kunder hos er i tolv år",
    },
    { text: "Menen ensi kerralla Vauhtisportiin", expected: "competitor named: Vauhtisportiin" },
    { text: "I went to VSX instead", expected: "competitor named: VSX" },
    { text: "Naapurikaupasta saa halvemmalla", expected: "competitor meant: Naapurikaupasta" },
    { text: "Kilpailijalla homma toimii", expected: "competitor meant: Kilpailijalla" },
    { text: "Ostan jatkossa muualta", expected: "competitor meant: muualta" },
    { text: "I will buy elsewhere", expected: "competitor meant: elsewhere" },
    { text: "Jag handlar hos konkurrenten nästa gång", expected: "competitor meant: konkurrenten" },
    { text: "You have lost a customer", expected: "churn leaves: lost a customer" },
    { text: "Never again!", expected: "churn leaves: Never again" },
    { text: "En osta teiltä enää koskaan", expected: "churn leaves: En osta teiltä enää" },
    {
      text: "Jag kommer aldrig att handla hos er igen",
      expected: "churn leaves: kommer aldrig att handla hos er igen",
    },
    {
      text: "If this is not fixed I will switch to Vauhtisport",
      expected: "churn considers: switch to Vauhtisport",
    },
    { text: "Stay away from this shop", expected: "warning warns: Stay away" },
    { text: "En suosittele kenellekään", expected: "warning warns: En suosittele" },
    { text: "Jag kan inte rekommendera er", expected: "warning warns: inte rekommendera" },
    { text: "Sorry, that is against our policy, they said", expected: "rigid-rule rule: against our policy" },
    { text: "Soitin teille kolme kertaa", expected: "repeated-contact again: Soitin teille kolme kertaa" },
    { text: "I want my money back", expected: "request asks: want my money back" },
    { text: "Tarvitsen ne perjantaihin mennessä", expected: "deadline by: perjantaihin mennessä" },
    { text: "Order 4455667 is lost", expected: "order-number: 4455667" },
    { text: "It cost me £20", expected: "sum: £20" },
    { text: "Maksoin 1 250,50 € tästä", expected: "sum: 1 250,50 €" },
    { text: "Kävin Porissa, Rantakulma Pori oli kiinni", expected: "place store: Porissa" },
    { text: "Ostin 12.4.2026 kengät", expected: "date day: 12.4.2026" },
    { text: "My son started football and I bought a pair of shoes", expected: "product: shoes" },
  ])("'$text' carries $expected", ({ text, expected }) => expect(cueWords(text)).toContain(expected));

  it.each([
    { text: "I am not a loyal customer", kind: "relationship" },
    { text: "I would never go to your competitor, you are the best", kind: "churn" },
    { text: "Thinking about switching to @rantakulma, any good deals?", kind: "churn" },
    { text: 'The clerk said "you will never come back here again" and laughed', kind: "churn" },
    { text: "Never buy the cheap ones, advice to all", kind: "churn" },
    { text: "@rantakulma is my shop", kind: "competitor" },
    { text: "Both my sons wear football shoes", kind: "product" },
    { text: "30 emails later still nothing", kind: "sum" },
    { text: "I have 2 dogs", kind: "relationship" },
  ])("'$text' carries no $kind", ({ text, kind }) => {
    expect(reading(text).cues.map((cue) => cue.kind)).not.toContain(kind);
  });

  it.each([
    { text: "customer for 12 years", value: 12 },
    { text: "asiakkaana kymmenen vuotta", value: 10 },
    { text: "customer since 2014", value: 12 },
    { text: "customer for many years", value: undefined },
  ])("counts the years of '$text'", ({ text, value }) => {
    expect(reading(text).cues.find((cue) => cue.detail === "tenure")?.value).toBe(value);
  });

  it("names the competitor, the product and the store by their ids", () => {
    const entities = reading("Bought football boots at Rantakulma Kallio, VSX would exchange them").cues.map(
      (c) => c.entity,
    );
    expect(entities.filter(Boolean)).toEqual(["boots", "kallio", "vauhtisport"]);
  });

  it("keeps what is stored of a hostile text small", () => {
    expect(reading("1 € and ".repeat(8_000)).cues.length).toBeLessThan(100);
  });

  it("reads an amount in hundredths and believes no phone number", () => {
    expect(reading("Maksoin 8,80 €").cues.find((c) => c.kind === "sum")?.value).toBe(880);
    expect(reading("Soita 0401234567 €").cues.some((c) => c.kind === "sum")).toBe(false);
  });
});
