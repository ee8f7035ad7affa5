import { describe, expect, it } from "vitest";
import { StopCase } from "../../shared/complaint/assessment.ts";
import { Lang } from "../../shared/complaint/ids.ts";
import { STOPS_BY_GRAVITY, sayingsOf } from "../../shared/language/sayings.ts";
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
    ["injury", "The shelf came down beside the pram, on my mother. She's on crutches now"],
    ["injury", "Pyöräovi sulkeutui lapsen sormien päälle"],
    ["injury", "Kaffe utan lock i knät och låret är en enda blåsa"],
    ["allergy", "Rash all over after the soup, I told the waiter about shellfish"],
    ["allergy", "Kasvovoiteen jälkeen silmät muurautui umpeen"],
    ["allergy", "Servitören sa att lite mjölk inte gör nåt. Det gör det"],
    ["food-illness", "Been hugging the toilet since your seafood night"],
    ["food-illness", "Ruuveja vauvanruuassa"],
    ["food-illness", "Kycklingen var rosa och nu har två barn varsin hink"],
    ["death", "Grandma's phone bill came after the funeral, addressed to grandma"],
    ["death", "Olen kirjoittanut kahdesti ettei mieheni ole enää elossa"],
    ["death", "Vi miste pappa i mars och ni drar fortfarande hans kort"],
    ["danger", "Smell of gas after your fitter left"],
    ["danger", "Jarrut katosi mäessä, pyörä oli teillä huollossa maanantaina"],
    ["danger", "Hjulet lossnade från vagnen på övergångsstället"],
    ["child-writing", "I'm thirteen and I ordered the headphones with my birthday money"],
    ["child-writing", "Äiti ei tiedä että ostin tän, älkää soittako sille"],
    ["child-writing", "Vår klass 4b köpte hamsterburen och den gick sönder"],
    ["discrimination", "A guard who followed us because of how we look"],
    ["discrimination", "Taksikuski ei ottanut opaskoiraa"],
    ["discrimination", "Frågade var jag EGENTLIGEN kommer ifrån"],
    ["crime", "Three payments to you that I never made"],
    ["crime", "Pyörän lukko oli katkottu teidän pyörävarastossa"],
    ["crime", "Någon har öppnat konto hos er i mitt namn"],
    ["others-data", "Your voucher mail says Dear Kerstin. I'm not Kerstin and now I know where she lives"],
    ["others-data", "Muiden reseptit tiskillä kaikkien luettavana"],
    ["others-data", "Ni skickade mina provsvar till grannen"],
    ["lawyer", "14 days, then proceedings"],
    ["lawyer", "Kootaan ryhmäkannetta, 40 mukana"],
    ["lawyer", "Nästa brev kommer från advokatbyrån"],
    ["authority", "KKV gets this next"],
    ["authority", "Katsotaan mitä terveystarkastaja sanoo keittiöstänne"],
    ["authority", "ARN nästa"],
    ["journalist", "Deadline is 5pm, would like your side"],
    ["journalist", "Annoin vinkin paikallislehteen"],
    ["journalist", "Filmteam utanför butiken imorgon"],
    ["employee", "I work the till at your store and we've been told not to say the freezer is broken"],
    ["employee", "Vuorolista tuli eilen, 11 päivää putkeen"],
    ["employee", "Min fru går natt hos er och kom hem gråtande igen"],
    ["boycott", "Let's all stop buying until they bring back the old recipe"],
    ["boycott", "Sanokaa kavereille: täällä ei asioida ennen kuin palmuöljy on pois"],
    ["boycott", "Nu slutar vi alla handla tills gamla receptet är tillbaka"],
  ])("%s, said in everyday words: %s", (stopCase, text) =>
    expect(reading(text)).toMatchObject({ lane: "stop", stopCase }),
  );

  it.each([
    "Mum slipped on your wet floor, she broke her arm and I was unharmed",
    "Kaaduin liikkeessänne ja ranne murtui, kaveri oli vahingoittumaton",
    "Jag halkade hos er och bröt armen, min man var oskadd",
  ])("somebody unharmed takes no harm of another away: %s", (text) =>
    expect(reading(text)).toMatchObject({ lane: "stop", stopCase: "injury" }),
  );

  it.each([
    "Dad slipped on your ramp and was unharmed, thank you for the help",
    "Isä kaatui pyörällä ja oli vahingoittumaton, kiitos avusta",
    "Pappa halkade hos er och var oskadd, tack för hjälpen",
  ])("a fall that ended well is none: %s", (text) => expect(reading(text).lane).not.toBe("stop"));

  it.each([
    "Nobody was hurt, but the frame cracked on the first ride",
    "Kukaan ei loukkaantunut, mutta runko katkesi",
    "Ingen skadades, men ramen gick sönder",
    "My phone died after two days, I want a new one",
    "The price is daylight robbery",
    "We love your new bikes",
    "Killer deal on the tent, thanks",
    "My lawyer friend loves your coffee",
    "I nearly died laughing at your ad",
    "My daughter turns 9 tomorrow, will it arrive in time?",
    "The chair has one broken leg",
    "Which of your cakes are nut free? Asking before I order",
    "Poliisisarja oli hyvä, milloin uusi kausi",
    "Kuolen nauruun teidän mainokselle",
    "Sain töitä sairaalasta, kuljen teidän ohi joka päivä",
    "Mahtuuko pyörätuolilla ovesta? Ollaan tulossa käymään",
    "Ketään ei sattunut mutta laatikko oli lytyssä",
    "Batteriet dog efter en vecka",
    "Min advokatkompis älskar ert kaffe",
    "Jag jobbar hemifrån och behöver en stol",
    "Dottern fyller 9 imorgon, hinner paketet fram",
    "Det svider i plånboken",
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

  it("has sayings for every stop case in every language", () => {
    expect([...STOPS_BY_GRAVITY].sort()).toEqual([...StopCase.options].sort());
    for (const lang of Lang.options) {
      const said = sayingsOf(lang).filter(({ means }) => means.stop?.as === "said");
      expect(said.map(({ means }) => means.stop?.stop)).toEqual(STOPS_BY_GRAVITY);
      for (const { say } of said) expect(say.length).toBeGreaterThan(3);
    }
  });
});
