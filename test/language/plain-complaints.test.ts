import { describe, expect, it } from "vitest";
import type { Lang } from "../../shared/complaint/ids.ts";
import { MentionId } from "../../shared/complaint/ids.ts";
import { assess } from "../../shared/language/assess.ts";
import { en } from "../../shared/language/reply-phrases/en.ts";
import { fi } from "../../shared/language/reply-phrases/fi.ts";
import { readSaid } from "../../shared/language/said-back.ts";
import { exampleBrand, now } from "./reply-world.ts";

const shop = exampleBrand("kenttakauppa").playbook;
const restaurant = exampleBrand("lounaspoyta").playbook;
const read = (text: string, lang: Lang, playbook = shop) =>
  assess(
    {
      mention: MentionId.parse("facebook:1"),
      revision: 0,
      text,
      hasMedia: false,
      pageLang: lang,
      playbook,
    },
    now,
  );

describe("a plain complaint", () => {
  it.each<[Lang, string, string]>([
    ["en", "The rucksack smelled of cigarettes and had crumbs inside. Sold as new.", "worn-or-marked"],
    [
      "fi",
      "Sukset oli jonkun käyttämät, pohjassa selvät naarmut ja hiekkaa. Uutena myytiin.",
      "worn-or-marked",
    ],
    ["sv", "Skorna hade lera under sulorna, någon hade använt dem före mig.", "worn-or-marked"],
    ["fi", "Palautin takin kuukausi sitten eikä rahat ole vieläkään tilillä.", "refund-slow"],
    ["sv", "Ni avbokade min cykelservice samma morgon, ingen ny tid.", "service-cancelled"],
    ["en", "Your checkout timed out four times tonight.", "website-fault"],
  ])("%s: %s", (lang, text, situation) => {
    expect(read(text, lang)).toMatchObject({ lane: "answer", situation });
  });

  it("that ends in a question nobody wants answered is no question", () => {
    expect(
      read("Kuitissa 24,90, hyllyssä 19,90. Lappu vanha, sanottiin. Siis minun vikani?", "fi").lane,
    ).not.toBe("question");
    expect(read("Do you have the blue tent in Turku on Saturday?", "en").lane).toBe("question");
  });
});

describe("a hair in the food", () => {
  it.each<[Lang, string]>([
    ["fi", "Keitossa oli pitkä hius."],
    ["sv", "Det låg ett hårstrå i min sallad."],
    ["en", "There was a hair in my soup."],
  ])("is a matter of hygiene and no illness: %s", (lang, text) => {
    expect(read(text, lang, restaurant)).toMatchObject({ lane: "answer", situation: "hygiene" });
  });

  it("stops where somebody fell ill as well", () => {
    expect(read("Keitossa oli hius ja koko yön oksensin.", "fi", restaurant)).toMatchObject({
      lane: "stop",
      stopCase: "food-illness",
    });
  });
});

describe("a part of the meal that is named", () => {
  it("was missing only where its sentence says so", () => {
    const flags = (text: string, set: typeof en) => readSaid(text, [], set, undefined).flags.has("missing");
    expect(flags("Lämmin ruoka loppui. Salaattia ja leipää siis.", fi)).toBe(false);
    expect(flags("Salaatti oli loppu.", fi)).toBe(true);
    expect(flags("We paid in full. Lettuce and bread it was.", en)).toBe(false);
    expect(flags("There was no bread left.", en)).toBe(true);
  });
});
