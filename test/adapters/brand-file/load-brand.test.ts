import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MOST_ERRORS, parseBrand } from "../../../shared/adapters/brand-file/load-brand.ts";
import { compilePhrase } from "../../../shared/language/phrases.ts";

const fileOf = (id: string) => readFileSync(new URL(`../../../brands/${id}.yaml`, import.meta.url), "utf8");
const good = fileOf("kenttakauppa");
const errorsOf = (text: string) => {
  const result = parseBrand(text, "shop.yaml");
  return result.ok ? [] : result.errors;
};
/** The line, from 1, on which the words stand in the text. */
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split("\n").length;

const columnOf = (text: string, words: string) =>
  text.indexOf(words) - text.lastIndexOf("\n", text.indexOf(words));
/** The example brand with one more phrase of recognition, as it is written in the file. */
const withPhrase = (lang: string, written: string) =>
  good.replace(
    "    - id: late-delivery\n",
    `    - id: late-delivery\n      recognise:\n        ${lang}: [boot late, ${written}]\n`,
  );

describe("the example brands", () => {
  it.each(["kenttakauppa", "lounaspoyta"])("%s is a whole brand whose phrases can all be read", (id) => {
    const result = parseBrand(fileOf(id), id);
    expect(result.ok ? [] : result.errors).toEqual([]);
    if (!result.ok) return;
    for (const situation of result.brand.playbook.situations) {
      for (const lang of ["en", "fi", "sv"] as const) {
        expect(situation.recognise[lang]?.length ?? 0, `${situation.id} ${lang}`).toBeGreaterThan(2);
        expect(situation.feeling[lang], `${situation.id} ${lang}`).toBeTruthy();
        for (const phrase of situation.recognise[lang] ?? [])
          expect(() => compilePhrase(phrase, lang), phrase).not.toThrow();
      }
    }
  });
});

describe("a brand file that is wrong", () => {
  it.each([
    {
      when: "a word is misspelt",
      change: ["believeFirstMinor: 5000", "beleiveFirstMinor: 5000"],
      at: "beleiveFirstMinor",
      message: /not known/,
    },
    {
      when: "an amount is a word",
      change: ["believeFirstMinor: 5000", "believeFirstMinor: fifty"],
      at: "fifty",
      message: /whole number|number/,
    },
    {
      when: "an amount has a fraction",
      change: ["believeFirstMinor: 5000", "believeFirstMinor: 50.5"],
      at: "50.5",
      message: /believeFirstMinor/,
    },
    {
      when: "a currency is none",
      change: ["currency: EUR", "currency: FIM"],
      at: "FIM",
      message: /cannot be "FIM"/,
    },
    {
      when: "an export's days are written in a way that nobody knows",
      change: ["currency: EUR", "currency: EUR\n  import: { decimal: ',', date: dd-mm-yy }"],
      at: "dd-mm-yy",
      message: /cannot be "dd-mm-yy"/,
    },
    {
      when: "an export's column has a name that is not ours",
      change: ["currency: EUR", "currency: EUR\n  import: { purchases: { buyer: Asiakas } }"],
      at: "buyer: Asiakas",
      message: /“buyer” is not known/,
    },
    {
      when: "a page id is no number",
      change: ['pageId: "100100100100100"', 'pageId: "shop"'],
      at: '"shop"',
      message: /not written as it should be/,
    },
    {
      when: "a remedy kind is unknown",
      change: ["floor: { kind: exchange }", "floor: { kind: flowers }"],
      at: "flowers",
      message: /cannot be "flowers"/,
    },
    {
      when: "an id stands twice",
      change: ["- id: wrong-size", "- id: exchange-refused"],
      at: "exchange-refused",
      message: /stands twice/,
      later: true,
    },
    {
      when: "the time zone is none",
      change: ["timeZone: Europe/Helsinki", "timeZone: Europe/Itäkeskus"],
      at: "Europe/Itäkeskus",
      message: /no time zone/,
    },
    {
      when: "a floor has no amount",
      change: ["floor: { kind: refund, share: 1 }", "floor: { kind: refund }"],
      at: "floor: { kind: refund }",
      message: /without an amount/,
    },
    {
      when: "a remedy has two amounts",
      change: ["floor: { kind: refund, share: 1 }", "floor: { kind: refund, share: 1, amountMinor: 100 }"],
      at: "amountMinor: 100 }",
      message: /not both/,
    },
    {
      when: "goods have an amount",
      change: ["floor: { kind: exchange }", "floor: { kind: exchange, amountMinor: 100 }"],
      at: "{ kind: exchange, amountMinor",
      message: /has no amount/,
    },
    {
      when: "what is owed is a voucher",
      change: ["owed: { kind: replacement }", "owed: { kind: voucher, amountMinor: 100 }"],
      at: "{ kind: voucher, amountMinor: 100 }",
      message: /cannot be a voucher/,
    },
    {
      when: "a share for missing parts has no line",
      change: ["floor: { kind: refund, share: 1 }", "floor: { kind: refund, share: when-part-missing }"],
      at: "when-part-missing",
      message: /No line of the price list/,
    },
    {
      when: "a manager may give less than an agent",
      change: ["manager: { perCaseMinor: 80000", "manager: { perCaseMinor: 10"],
      at: "perCaseMinor: 10,",
      message: /less/,
    },
    {
      when: "a name stands twice in one block",
      change: ["believeFirstMinor: 5000", "believeFirstMinor: 5000\n  languages: [en]"],
      at: "languages: [en]\n",
      message: /“languages” stands twice/,
    },
    {
      when: "goods cost more than they bring",
      change: ["costMinor: 1800", "costMinor: 18000"],
      at: "costMinor: 18000",
      message: /more/,
    },
    {
      when: "a quote is missing",
      change: ['"#kenttäkauppa", "#kenttakauppa"]', '"#kenttäkauppa, "#kenttakauppa"]'],
      at: "hashtags",
      message: /not YAML/,
    },
  ])("says where and what to do when $when", ({ change: [from = "", to = ""], at, message, later }) => {
    expect(good).toContain(from);
    const text = good.replace(from, to);
    const errors = errorsOf(text);
    expect(errors.length).toBeGreaterThan(0);
    const error = errors.find((one) => message.test(one.message));
    expect(error, JSON.stringify(errors)).toBeDefined();
    if (!error) return;
    expect(error.hint.length).toBeGreaterThan(10);
    expect(error.column).toBeGreaterThan(0);
    const line = later ? text.slice(0, text.lastIndexOf(`- id: ${at}`)).split("\n").length : lineOf(text, at);
    expect(Math.abs(error.line - line)).toBeLessThanOrEqual(message.source === "not YAML" ? 2 : 0);
  });

  it.each([
    { when: "holds no word", phrase: "…", message: /holds no word/ },
    {
      when: "holds more words than can be looked for",
      phrase: "one two three four five six seven eight nine ten eleven twelve thirteen",
      message: /more than 12 words/,
    },
    { when: "gives the choice of two words", phrase: "can't|won't go", message: /choice/ },
    { when: "holds a slot", phrase: "size of {product}", message: /“\{product\}”.*nothing is filled in/ },
    { when: "has a brace that is not closed", phrase: "size of {product", message: /brace/ },
    { when: "may be absent altogether", phrase: "small?", message: /absent/ },
  ])("says where when a phrase of recognition $when", ({ phrase, message }) => {
    for (const lang of ["en", "fi", "sv"]) {
      const written = JSON.stringify(phrase);
      const text = withPhrase(lang, written);
      const errors = errorsOf(text);
      expect(errors, lang).toHaveLength(1);
      expect(errors[0]?.message).toMatch(message);
      expect(errors[0]?.line).toBe(lineOf(text, written));
      expect(errors[0]?.column).toBe(columnOf(text, written));
      expect(errors[0]?.hint.length).toBeGreaterThan(10);
    }
  });

  it("says where when a phrase opens a quotation and does not close it", () => {
    const text = withPhrase("fi", `'"liian pieni'`);
    expect(errorsOf(text)).toMatchObject([
      {
        line: lineOf(text, `'"liian pieni'`),
        column: columnOf(text, `'"liian pieni'`),
        message: expect.stringMatching(/quotation/),
      },
    ]);
  });

  it.each([
    ['en: ["I\'m sorry",', 'en: ["I\'m sorry, {name}",', '"I\'m sorry, {name}"', /“\{name\}”/],
    ['en: ["I\'m sorry",', 'en: ["I\'m sorry}",', '"I\'m sorry}"', /brace/],
    ['en: "They know', 'en: "{writer} They know', '"{writer} They know', /“\{writer\}”/],
    ['en: "Do you have one pair', 'en: "{Do you have one pair', '"{Do you have one pair', /brace/],
  ])("says where when a text holds a slot that nobody fills: %s", (from, to, at, message) => {
    expect(good).toContain(from);
    const text = good.replace(from, to);
    const [error, ...others] = errorsOf(text);
    expect(others).toEqual([]);
    expect(error).toMatchObject({ line: lineOf(text, at), column: columnOf(text, at) });
    expect(error?.message).toMatch(message);
  });

  it("points at the line of a phrase that was added to an extended situation", () => {
    const text = good.replace(
      "    - id: late-delivery\n",
      '    - id: late-delivery\n      recogniseAlso:\n        en: ["slow boat"]\n        fi: ["hidas laiva", "hidas {laiva}"]\n',
    );
    expect(text).not.toBe(good);
    expect(errorsOf(text)).toMatchObject([
      { line: lineOf(text, '"hidas {laiva}"'), column: columnOf(text, '"hidas {laiva}"') },
    ]);
  });

  it("points at the block that lacks a line", () => {
    const text = good.replace(/ {2}believeFirstMinor: 5000\n/, "");
    const [error] = errorsOf(text);
    expect(error).toMatchObject({ path: "playbook.believeFirstMinor", line: lineOf(text, "playbook:") });
    expect(error?.message).toMatch(/missing/);
  });

  it("tells all errors at once, in the order of the file", () => {
    const text = good
      .replace("currency: EUR", "currency: FIM")
      .replace("believeFirstMinor: 5000", "believeFirstMinor: x");
    const errors = errorsOf(text);
    expect(errors.map((error) => error.path)).toEqual(["account.currency", "playbook.believeFirstMinor"]);
  });

  const laughs = Array.from({ length: 12 }, (_, at) =>
    at === 0
      ? "a0: &a0 [x, x, x]"
      : `a${at}: &a${at} [${Array(9)
          .fill(`*a${at - 1}`)
          .join(", ")}]`,
  ).join("\n");
  it.each([
    { what: "aliases of aliases that swell to billions", text: laughs, line: 2 },
    { what: "an alias of nothing", text: "brand: x\naccount: *nowhere", line: 2 },
    { what: "an alias of itself", text: "brand: x\naccount: &a [*a]", line: 2 },
    {
      what: "aliases by the thousand",
      text: `brand: &a [1]\naccount:\n${"  - *a\n".repeat(30_000)}`,
      line: 3,
    },
    { what: "blocks in blocks without end", text: `brand: x\naccount: ${"[".repeat(50_000)}`, line: 2 },
    { what: "two documents", text: "brand: x\n---\nbrand: y", line: 2 },
  ])("refuses $what without a throw, and says where", ({ text, line }) => {
    const errors = errorsOf(text);
    expect(errors[0]).toMatchObject({ line });
    expect(errors.length).toBeLessThanOrEqual(MOST_ERRORS);
  });

  it.each([
    {
      what: "names that nobody knows",
      text: Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join("\n"),
    },
    { what: "lines that are no YAML", text: "\t: [\n".repeat(20_000) },
  ])("tells no more errors than somebody reads: $what", ({ text }) => {
    expect(errorsOf(text)).toHaveLength(MOST_ERRORS);
  });

  it.each(["", "- a list", "just words", "brand: 3"])("refuses %j without a throw", (text) => {
    expect(parseBrand(text, "x.yaml").ok).toBe(false);
  });
});
