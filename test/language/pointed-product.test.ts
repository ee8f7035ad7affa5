import { describe, expect, it } from "vitest";
import { pointedProduct } from "../../shared/language/pointed-product.ts";
import { exampleBrand } from "./reply-world.ts";

const lists = {
  shop: exampleBrand("kenttakauppa").playbook.priceList,
  restaurant: exampleBrand("lounaspoyta").playbook.priceList,
};
const pointed = (brand: keyof typeof lists, text: string) => pointedProduct(text, [], lists[brand]);

describe("the line of the price list that a post points at", () => {
  it.each([
    ["shop", "Lenkkarin pohja irtosi, ja lenkkareillani on ikää viikko.", "running-shoes"],
    ["shop", "Ostin luistimet. Luistimissani on vika.", "hockey-skates"],
    ["shop", "Maastopyörällä ajoin kaksi kertaa.", "bike"],
    ["shop", "Cykelns kedja gick av.", "bike"],
    ["shop", "Skridskorna passar inte.", "hockey-skates"],
    ["shop", "The football boots are one size too small.", "football-boots-junior"],
    ["shop", "Ordered a size 40 running shoe, got a 42.", "running-shoes"],
    ["restaurant", "Keitossa oli karva.", "keittolounas"],
    ["restaurant", "Lunchen var kall.", "lounasbuffet"],
    ["restaurant", "We paid full price for the buffet.", "lounasbuffet"],
  ] as const)("%s: “%s” is %s, in whatever ending", (brand, text, line) => {
    expect(pointed(brand, text)).toBe(line);
  });

  it.each([
    ["shop", "Suksihuolto varattiin torstaille."],
    ["shop", "Skridskoslipningen skulle vara klar klockan fyra."],
    ["shop", "You cancelled my bike service by text."],
    ["shop", "Beställde ett cykelställ, fel storlek kom."],
    ["shop", "I returned a pair of hiking boots and still wait for the refund of 119 euros."],
    ["restaurant", "Miten siellä keittiössä toimitaan?"],
    ["restaurant", "Sade upp lunchabonnemanget i augusti."],
    ["restaurant", "Lounasseteli ei kelvannut."],
    ["restaurant", "My lunch break was over."],
  ] as const)("%s: “%s” names another thing that only begins alike", (brand, text) => {
    expect(pointed(brand, text)).toBeUndefined();
  });
});
