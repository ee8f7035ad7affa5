import { describe, expect, it } from "vitest";
import { situationsOf } from "../../shared/adapters/brand-file/bases.ts";
import { mentionId } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { assess } from "../../shared/language/assess.ts";
import { MATTERS } from "../../shared/language/weigh-situations.ts";
import { weightsFor } from "../../shared/language/weights.ts";
import { exampleBrand } from "./reply-world.ts";

const { playbook } = exampleBrand("kenttakauppa");
const read = (text: string, used: Playbook = playbook) =>
  assess(
    { mention: mentionId("facebook", "1"), revision: 0, text, hasMedia: false, playbook: used },
    "2026-06-01T00:00:00.000Z",
  );
/** The same shop without a phrase: only the words together can say what it is. */
const wordless: Playbook = {
  ...playbook,
  situations: playbook.situations.map((situation) => ({ ...situation, recognise: {} })),
};

describe("what a complaint is about, by its words together", () => {
  it("knows every situation of the bases, and each has weights in every language", () => {
    const ids = situationsOf(["shop", "restaurant", "service"]).map(({ id }) => id);
    expect([...MATTERS.slice(0, -2)].sort()).toEqual([...ids].sort());
    for (const lang of ["en", "fi", "sv"] as const) {
      const { scale, bias, from } = weightsFor(lang).situations;
      for (const heads of [scale, bias, from]) expect(heads).toHaveLength(MATTERS.length);
    }
  });

  it.each([
    [
      "Tracking has said out for delivery since last Monday. No parcel, and nobody answers at the depot.",
      ["late-delivery", "lost-parcel"],
    ],
    [
      "Paketti on ollut matkalla jo kolme viikkoa eikä kukaan tiedä missä se on.",
      ["late-delivery", "lost-parcel"],
    ],
    [
      "Paketet skulle ha kommit i tisdags, nu är det söndag och ingen vet var det är.",
      ["late-delivery", "lost-parcel"],
    ],
  ])(
    "tells the likeliest of the playbook where no phrase is found, and takes none by itself: %s",
    (text, right) => {
      const found = read(text, wordless);
      expect(found).not.toHaveProperty("situation");
      expect(found).toMatchObject({ lane: "look", lookReason: "no-situation" });
      expect(right).toContain(found.maybe?.[0]);
    },
  );

  it("leaves a phrase of the playbook its word, and tells what else it may be", () => {
    const found = read("The shop refused to exchange the boots, they are too small for my son and he cried.");
    expect(found).toMatchObject({ lane: "answer", situation: "exchange-refused" });
    expect(found.maybe).toContain("wrong-size");
  });

  it("says nothing that the playbook does not have", () => {
    const only = { ...wordless, situations: wordless.situations.filter(({ id }) => id === "rude-staff") };
    const found = read(
      "Tracking has said out for delivery since last Monday. No parcel, and nobody answers at the depot.",
      only,
    );
    expect(found).not.toHaveProperty("situation");
    expect(found.lane).toBe("look");
    expect([[], undefined, ["rude-staff"]]).toContainEqual(found.maybe);
  });

  it("is asked of no question, praise, or language that nobody reads", () => {
    for (const text of [
      "Do you have skis in Turku on Saturday?",
      "Best shop in town, thank you!",
      "Nie dostałem paczki od trzech tygodni, to skandal i bardzo zła obsługa klienta.",
    ]) {
      const found = read(text);
      expect(found).not.toHaveProperty("situation");
      expect(found).not.toHaveProperty("maybe");
    }
  });
});
