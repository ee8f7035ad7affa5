import { describe, expect, it } from "vitest";
import { goodsNamed, storesNamed } from "../../shared/complaint/said-goods.ts";

const line = (id: string, category: string) => ({
  id,
  names: { en: [id] },
  category,
  priceMinor: 100,
  costMinor: 0,
});
const priceList = [
  line("Litware Microwave 0.8CuFt E080 Silver", "Home Appliances"),
  line("Litware Microwave 1.5CuFt X110 Grey", "Home Appliances"),
  line("Contoso Coffee Maker 5C E090 Grey", "Home Appliances"),
  line("Contoso Laptop M100 Silver", "Computers"),
  line("Fabrikam Laptop M200 White", "Computers"),
  line("Contoso Wireless Mouse M35 White", "Computers"),
];
const stores = ["Turku", "Lahti", "Kamppi", "Itäkeskus", "Seinäjoki", "Hämeenlinna", "Online"].map(
  (name) => ({
    id: name,
    name,
    city: name,
  }),
);

describe("goods named in a post", () => {
  it.each([
    { text: "Litwaren E080 hajosi", ids: [0] },
    { text: "Ostin mikron ja se on rikki", ids: [0, 1] },
    { text: "min mikrovågsugn är trasig", ids: [0, 1] },
    { text: "Contoson läppäri sammui", ids: [3] },
    { text: "the silver laptop", ids: [3] },
    { text: "kahvinkeitin vuotaa", ids: [2] },
    { text: "I want my silver back, the grey staff was rude", ids: [] },
    { text: "I wrote three times", ids: [] },
  ])("$text", ({ text, ids }) => {
    expect([...goodsNamed(text, priceList)].toSorted()).toEqual(
      ids.map((at) => priceList[at]?.id).toSorted(),
    );
  });
});

describe("stores named in a post", () => {
  it.each([
    ["Ostin Turusta", "Turku"],
    ["Kävin Lahdessa eilen", "Lahti"],
    ["Kampin myymälästä", "Kamppi"],
    ["itäkeskuksessa oli jono", "Itäkeskus"],
    ["Seinäjoelta haettu", "Seinäjoki"],
    ["Hämeenlinnassa", "Hämeenlinna"],
    ["i er butik i Kamppi", "Kamppi"],
    ["tilasin verkkokaupastanne", "Online"],
    ["from your web shop", "Online"],
    ["ostin teiltä kaupasta", undefined],
  ])("%s", (text, id) => {
    expect([...storesNamed(text, { stores, ownNames: ["Kauppa"] })]).toEqual(id === undefined ? [] : [id]);
  });
});
