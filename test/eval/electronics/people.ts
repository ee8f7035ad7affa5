import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { pick, type Random } from "../../../infra/local/seed/random.ts";

/** Names by their form, each as common as it is among those who bear such names. */
export const ORIGINS = [
  "finnish",
  "swedish",
  "arabic",
  "somali",
  "russian",
  "vietnamese",
  "estonian",
] as const;
export type Origin = (typeof ORIGINS)[number];
export type Person = {
  readonly origin: Origin;
  readonly name: string;
  readonly given: string;
  readonly family: string;
};

type Weighted = { readonly names: readonly string[]; readonly upTo: Float64Array };

const weighted = (counts: readonly (readonly [string, number])[]): Weighted => {
  let sum = 0;
  return {
    names: counts.map(([name]) => name),
    upTo: Float64Array.from(counts, ([, count]) => (sum += count)),
  };
};
/** Where no counts are known: the n-th name is borne 1/n as often as the first (Zipf). */
const zipf = (names: string): Weighted =>
  weighted(names.split(" ").map((name, at) => [name, 1 / (at + 1)] as const));

function draw({ names, upTo }: Weighted, random: Random): string {
  const at = random() * (upTo.at(-1) ?? 0);
  const found = upTo.findIndex((sum) => sum > at);
  return names[found] ?? names[0] ?? "";
}

/** Everyday given and family names that the lists do not hold by their form. */
const OTHERS = {
  arabic: {
    f: "Fatima Maryam Zahra Aisha Noor Layla Huda Amal Rana Hanan Samira Yasmin Salma Khadija Iman Dalia Rania Lina Mona Nadia Sara Zainab Rasha Suha",
    m: "Mohammed Ahmed Ali Hussein Omar Mustafa Ibrahim Hassan Youssef Mahmoud Khaled Abdullah Karim Tariq Bilal Samir Faisal Nabil Rami Walid Ziad Jamal Haider Anas",
    l: "Al-Jabouri Hussein Al-Hassan Hassan Haddad Khalil Saleh Mansour Nasser Al-Rashid Karim Ibrahim Al-Ali Khoury Aziz Hamdan Qasim Rahman Al-Masri Darwish Saad Najjar Abbas Al-Obaidi Shaheen Taha Jaber Al-Tamimi Awad Bakr",
  },
  somali: {
    f: "Faduma Hodan Amina Halima Sahra Ayaan Khadra Ifrah Nasra Asha Hawa Zahra Ubah Naima Muna Safiya Ladan Sagal Deqa Farhia",
    m: "Mohamed Ahmed Abdi Ali Hassan Abdirahman Ismail Yusuf Omar Ibrahim Abdullahi Mahad Liban Jama Farah Warsame Hussein Osman Abdulkadir Mukhtar Guled Isse Mohamud Sharif",
    l: "Mohamed Ali Hassan Ahmed Abdi Yusuf Omar Farah Jama Hussein Ibrahim Warsame Osman Abdullahi Nur Adan Isse Mohamud Aden Dahir Elmi Hersi Ismail Samatar",
  },
  russian: {
    f: "Elena Olga Natalia Tatiana Irina Anna Svetlana Maria Ekaterina Ljudmila Galina Marina Julia Anastasia Nina Valentina Oksana Viktoria Daria Polina",
    m: "Aleksandr Sergei Vladimir Andrei Aleksei Dmitri Igor Nikolai Mihail Ivan Viktor Juri Pavel Oleg Vasili Konstantin Anatoli Maksim Roman Boris",
    l: "Ivanov Smirnov Kuznetsov Popov Sokolov Lebedev Petrov Morozov Volkov Solovjov Vasiljev Zaitsev Pavlov Semjonov Golubev Vinogradov Bogdanov Fjodorov Mihailov Belov Tarasov Nikitin Zaharov Orlov Makarov Andrejev Kovaljov Iljin Gusev Titov",
  },
  vietnamese: {
    f: "Hương Lan Mai Hoa Thảo Linh Hà Phương Trang Ngọc Yến Hạnh Nga Thu Hiền",
    m: "Hùng Dũng Tuấn Minh An Đức Long Nam Thành Sơn Hải Quang Huy Phúc Khang",
    l: "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý",
    middle: "Thị Văn Ngọc Minh Thu Quang Đình Thanh Hữu Kim",
  },
  estonian: {
    f: "Kadri Liis Piret Ülle Anu Tiina Kristi Maarja Katrin Eve Külli Triin Sirje Merike Helju Kersti Moonika Evelin",
    m: "Tõnu Jüri Märt Rein Andres Toomas Jaan Urmas Priit Margus Raivo Indrek Mati Aivar Peeter Meelis Tarmo Kalev",
    l: "Tamm Saar Sepp Mägi Kask Kukk Rebane Ilves Pärn Koppel Lepik Luik Oja Raudsepp Kuusk Karu Kütt Vaher Õunapuu Pihlak Kallas Laur Lepp Kivi Mets Sild Põder Allik Jõgi Hunt",
  },
} as const;
const SWEDISH_FAMILIES =
  "Johansson Lindholm Nyman Karlsson Andersson Lindqvist Eriksson Nyström Lindström Sjöberg Holmberg Söderholm Björklund Bergström Holmström Backman Ekholm Sundström Lundström Wikström Forsman Blomqvist Grönroos Söderström Nordström Sandberg Westerlund Åkerlund Öhman Henriksson Gustafsson Mattsson Sundqvist Forsström Lindroos Dahl Fagerström Hellström Ahlroos Rosenqvist";

/** How many of ten are of each form, in the order of `ORIGINS`, out of a hundred. */
const SHARES = [54, 14, 7, 7, 7, 5, 6];
const SECOND_NAMES = 0.2;

export type PeopleMaker = (random: Random, origin?: Origin) => Person;

/**
 * @param folder holds finnish_names.csv.gz (Digital and Population Data Services Agency, CC BY 4.0) and Statistics
 * Sweden's given names
 */
export function peopleFrom(folder: string): PeopleMaker {
  const finnish = rows(gunzipSync(readFileSync(path.join(folder, "finnish_names.csv.gz"))).toString("utf8"));
  const isSwedish = new Set(SWEDISH_FAMILIES.split(" "));
  const given = (gender: string) =>
    weighted(
      finnish
        .filter((row) => row["type"] === "F" && row["gender"] === gender)
        .map((row) => [row["name"] ?? "", Number(row["n"])] as const),
    );
  const families = finnish
    .filter((row) => row["type"] === "L")
    .map((row) => [row["name"] ?? "", Number(row["n"])] as const);
  const swedish = (gender: string) =>
    weighted(
      rows(readFileSync(path.join(folder, `swedish_given_names_${gender}.csv`), "utf8")).map(
        (row) => [row["name"] ?? "", Number(row["persons"])] as const,
      ),
    );
  const lists: Record<"finnish" | "swedish", { f: Weighted; m: Weighted; l: Weighted }> = {
    finnish: { f: given("F"), m: given("M"), l: weighted(families.filter(([name]) => !isSwedish.has(name))) },
    swedish: {
      f: swedish("f"),
      m: swedish("m"),
      l: weighted(families.filter(([name]) => isSwedish.has(name))),
    },
  };
  const others = Object.fromEntries(
    Object.entries(OTHERS).map(([origin, names]) => [
      origin,
      Object.fromEntries(Object.entries(names).map(([part, of]) => [part, zipf(of)])),
    ]),
  );
  const any = weighted(ORIGINS.map((origin, at) => [origin, SHARES[at] ?? 0] as const));
  return (random, wanted) => {
    const drawn = draw(any, random);
    const origin = wanted ?? ORIGINS.find((one) => one === drawn) ?? "finnish";
    const sex = random() < 0.5 ? "f" : "m";
    const from: Record<string, Weighted> =
      origin === "finnish" || origin === "swedish" ? lists[origin] : (others[origin] ?? {});
    const take = (part: string) => draw(from[part] ?? weighted([]), random);
    const first = take(sex);
    const family = take("l");
    if (origin === "vietnamese")
      return { origin, given: first, family, name: `${family} ${take("middle")} ${first}` };
    if (origin === "somali") return { origin, given: first, family, name: `${first} ${take("m")} ${family}` };
    if (origin === "russian") {
      const ending = sex === "f" ? (/[oe]v$|in$/.test(family) ? `${family}a` : family) : family;
      const father =
        random() < 0.3 ? ` ${take("m").replace(/[aei]$/, "")}${sex === "f" ? "ovna" : "ovitš"}` : "";
      return { origin, given: first, family: ending, name: `${first}${father} ${ending}` };
    }
    const second = random() < SECOND_NAMES ? ` ${take(sex)}` : "";
    return {
      origin,
      given: first,
      family,
      name: `${first}${second === ` ${first}` ? "" : second} ${family}`,
    };
  };
}

const rows = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, skip_empty_lines: true });

export const WRITINGS = [
  "as filed",
  "no second name",
  "no marks",
  "order turned",
  "short form",
  "typo",
  "look-alike letters",
  "other spelling",
  "initial",
  "married name",
  "handle only",
] as const;
export type Writing = (typeof WRITINGS)[number];
/** Those that carry a whole name. */
export const isWholeName = (writing: Writing): boolean =>
  writing !== "initial" && writing !== "married name" && writing !== "handle only";

const WRITING_SHARES = weighted([
  ["as filed", 38],
  ["no second name", 12],
  ["no marks", 9],
  ["order turned", 8],
  ["short form", 8],
  ["typo", 6],
  ["look-alike letters", 3],
  ["other spelling", 6],
  ["initial", 4],
  ["married name", 3],
  ["handle only", 3],
]);

/** What people are called for short; own list, not the product's. */
const SHORT: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "Johannes:Jussi Juhani:Jussi Juha:Jussi Matti:Masa Mikael:Mikko Maria:Maija Anna:Anni Katariina:Kati Kaarina:Kaija Helena:Leena " +
    "Aleksandr:Sasha Dmitri:Dima Mihail:Misha Ekaterina:Katja Tatiana:Tanja Natalia:Natasha Sergei:Serjoža Vladimir:Vova Juri:Jura " +
    "Olavi:Olli Antero:Antsa Tapani:Tapsa Heikki:Hessu Kalevi:Kale Susanna:Sanna Elisabet:Liisa Kristiina:Tiina Margareta:Greta " +
    "Mohammed:Mo Abdirahman:Abdi Ibrahim:Ibra Aleksanteri:Santeri Alexander:Alex Karl:Kalle Lars:Lasse Johan:Janne Elisabeth:Lisa " +
    "Thomas:Tompa Erik:Ekku Tuomas:Tomi Markus:Make Christina:Stina Margaretha:Greta Samuel:Samu Benjamin:Benkku Aleksi:Alex Ville:Vili"
  )
    .split(" ")
    .map((pair) => pair.split(":")),
);
/** Other spellings of one name. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/Mohammed/, "Muhammad"],
  [/Mohamed/, "Maxamed"],
  [/Hussein/, "Hussain"],
  [/Youssef/, "Yousef"],
  [/Yusuf/, "Yussuf"],
  [/Al-/, "Al "],
  [/Faduma/, "Fadumo"],
  [/Abdi(?=rahman)/, "Abdu"],
  [/Omar/, "Cumar"],
  [/Aleksandr/, "Alexander"],
  [/Sergei/, "Sergey"],
  [/Juri/, "Yuri"],
  [/Julia/, "Yulia"],
  [/Mihail/, "Mikhail"],
  [/Dmitri/, "Dmitry"],
  [/ov$/, "off"],
  [/ks/, "x"],
  [/qvist/, "kvist"],
  [/ström/, "stroem"],
  [/Karl/, "Carl"],
  [/Kristina/, "Christina"],
  [/ä/, "ae"],
  [/v/, "w"],
  [/kk/, "ck"],
];
const LOOKS: Readonly<Record<string, string>> = { a: "а", e: "е", o: "о", p: "р", c: "с", i: "і", y: "у" };

/** How a person writes their name on the platform, and which way it was; a way that changes nothing is "as filed". */
export function writtenName(
  person: Person,
  random: Random,
  anybody: PeopleMaker,
): { writing: Writing; author: { name?: string; handle?: string } } {
  const drawn = draw(WRITING_SHARES, random);
  const writing = WRITINGS.find((one) => one === drawn) ?? "as filed";
  const name = rewritten(person, writing, random, anybody);
  if (writing === "handle only") {
    const [a, b] = [person.given, person.family].map((word) => plain(word).toLowerCase());
    const handle = pick(random, [`@${a}.${b}`, `@${a}_${b}${Math.floor(random() * 90) + 10}`, `@${a}${b}`]);
    return { writing, author: { handle } };
  }
  return { writing: name === person.name ? "as filed" : writing, author: { name } };
}

const plain = (text: string): string =>
  text.replace(/đ/g, "d").replace(/Đ/g, "D").normalize("NFD").replace(/\p{M}/gu, "");

function rewritten(person: Person, writing: Writing, random: Random, anybody: PeopleMaker): string {
  const { name, given, family, origin } = person;
  switch (writing) {
    case "no second name":
      return origin === "vietnamese" ? `${family} ${given}` : `${given} ${family}`;
    case "no marks":
      return plain(name);
    case "order turned":
      return origin === "vietnamese" ? `${given} ${family}` : `${family} ${given}`;
    case "short form":
      return `${SHORT[given] ?? given} ${family}`;
    case "typo": {
      const at = 1 + Math.floor(random() * (name.length - 2));
      return random() < 0.5
        ? name.slice(0, at) + name.slice(at + 1)
        : name.slice(0, at) + (name[at + 1] ?? "") + (name[at] ?? "") + name.slice(at + 2);
    }
    case "look-alike letters": {
      const letters = [...name];
      const at = letters.findIndex((letter, i) => i > 0 && letter in LOOKS);
      return letters.map((letter, i) => (i === at ? (LOOKS[letter] ?? letter) : letter)).join("");
    }
    case "other spelling":
      return SPELLINGS.filter(([from]) => from.test(name)).reduce(
        (text, [from, to], at) => (at === 0 ? text.replace(from, to) : text),
        name,
      );
    case "initial":
      return `${given.charAt(0)}. ${family}`;
    case "married name":
      return `${given} ${anybody(random, origin).family}`;
    default:
      return name;
  }
}
