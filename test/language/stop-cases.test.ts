import { describe, expect, it } from "vitest";
import { reading } from "./a-playbook.ts";

describe("stop cases", () => {
  it.each([
    ["injury", "My son cut his hand on the broken skate and needed stitches"],
    ["injury", "Liukastuin myymälänne lattialla ja ranne murtui"],
    ["injury", "Jag halkade i er butik och bröt armen"],
    ["allergy", "You said it had no nuts, she had an allergic reaction"],
    ["allergy", "Poikani sai allergisen reaktion, vaikka kysyimme pähkinästä"],
    ["allergy", "Min dotter är allergisk och fick ändå jordnötter"],
    ["food-illness", "We all got food poisoning from your buffet"],
    ["food-illness", "Lounaasta tuli koko perhe kipeäksi"],
    ["food-illness", "Vi blev magsjuka av er mat"],
    ["death", "My father passed away and you still send him offers"],
    ["death", "Isäni kuoli keväällä ja silti hän sai onnittelukupongin"],
    ["death", "Min pappa dog i våras och ni skickar fortfarande reklam"],
    ["danger", "The charger caught fire while we slept"],
    ["danger", "Akku syttyi tuleen yöllä"],
    ["danger", "Jag orkar inte mer, jag vill inte leva"],
    ["child-writing", "I am 11 years old and I bought the wrong game"],
    ["child-writing", "Olen 12-vuotias ja ostin teiltä pyörän"],
    ["child-writing", "Jag är 11 år och köpte fel spel"],
    ["discrimination", "Your guard followed us only because we are black"],
    ["discrimination", "Myyjä haukkui minua ihonvärin takia"],
    ["discrimination", "Jag kom inte in med min rullstol"],
    ["crime", "Somebody stole my bike from your service"],
    ["crime", "Tein tästä rikosilmoituksen"],
    ["crime", "Jag har polisanmält det här"],
    ["others-data", "I can see another customer's order and address in my account"],
    ["others-data", "Sain toisen asiakkaan tilaustiedot sähköpostiini"],
    ["others-data", "Jag fick någon annans faktura med personnummer"],
    ["lawyer", "You will hear from my lawyer"],
    ["lawyer", "Asianajajani ottaa teihin yhteyttä"],
    ["lawyer", "Min advokat hör av sig"],
    ["authority", "I reported this to trading standards"],
    ["authority", "Ilmoitin asiasta kuluttaja-asiamiehelle"],
    ["authority", "Jag anmäler er till Konsumentverket"],
    ["journalist", "I'm a journalist, who can comment on this?"],
    ["journalist", "Olen toimittaja ja teen juttua teistä"],
    ["journalist", "Jag är journalist och skriver en artikel om er"],
    ["employee", "I work in your store and my overtime is unpaid"],
    ["employee", "Olen töissä teillä eikä palkkaa ole maksettu"],
    ["employee", "Jag jobbar hos er och har inte fått lön"],
    ["boycott", "Time to boycott this shop, everyone"],
    ["boycott", "Boikotoidaan koko kauppa!"],
    ["boycott", "Bojkotta den här butiken"],
  ])("%s: %s", (stopCase, text) => expect(reading(text)).toMatchObject({ lane: "stop", stopCase }));

  it.each([
    "Nobody was hurt, but the frame cracked on the first ride",
    "Kukaan ei loukkaantunut, mutta runko katkesi",
    "Ingen skadades, men ramen gick sönder",
    "My phone died after two days, I want a new one",
    "The price is daylight robbery",
    "We love your new bikes",
  ])('does not stop for "%s"', (text) => expect(reading(text).lane).not.toBe("stop"));

  it("takes the gravest of several", () => {
    expect(reading("My lawyer will write to you: my mother died after your food").stopCase).toBe("death");
  });

  it("stops on a grave word although a denial stands in front of the act", () => {
    expect(reading("Your staff did not call an ambulance").lane).toBe("stop");
  });

  it("reads the stop words of all three languages where the language is in doubt", () => {
    expect(reading("Hospital! Sairaala!", { pageLang: "sv" }).lane).toBe("stop");
  });

  it("says 4 where life and health are touched", () => {
    expect(reading("We all got food poisoning from your buffet").severity).toBe(4);
    expect(reading("You will hear from my lawyer").severity).toBe(3);
  });
});
