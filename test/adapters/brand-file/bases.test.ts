import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { BaseName, situationsOf } from "../../../shared/adapters/brand-file/bases.ts";
import { checkBrand } from "../../../shared/adapters/brand-file/check-brand.ts";
import { Lang, mentionId } from "../../../shared/complaint/ids.ts";
import { assess } from "../../../shared/language/assess.ts";
import { compilePhrase } from "../../../shared/language/phrases.ts";
import { shopFile } from "../../support/world.ts";

const Post = z.object({ base: BaseName, situation: z.string(), lang: Lang, text: z.string() });
const posts = readFileSync("test/fixtures/base-situations.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => Post.parse(JSON.parse(line)));
const langs = Lang.options;

describe("the situations to extend", () => {
  it("are at least 25, and none of a base stands twice", () => {
    const all = situationsOf(BaseName.options).map(({ id }) => id);
    expect(all.length).toBeGreaterThanOrEqual(25);
    for (const base of BaseName.options) {
      const ids = situationsOf([base]).map(({ id }) => id);
      expect(new Set(ids).size, base).toBe(ids.length);
    }
  });

  it.each(BaseName.options)("of %s hang together in a brand that has a price list", (base) => {
    const file = shopFile();
    expect(
      checkBrand({ ...file, playbook: { ...file.playbook, situations: [...situationsOf([base])] } }),
    ).toEqual([]);
  });

  it.each(BaseName.options)("of %s are said in every language and name no sum", (base) => {
    for (const { id, recognise, feeling, ask, prefer, avoid, owed, floor, goodwill } of situationsOf([
      base,
    ])) {
      for (const lang of langs) {
        expect(recognise[lang]?.length ?? 0, `${id} ${lang}`).toBeGreaterThan(4);
        expect(feeling[lang], `${id} ${lang}`).toBeTruthy();
        for (const words of [ask, prefer, avoid])
          if (words) expect(words[lang]?.length, `${id} ${lang}`).toBeGreaterThan(0);
        for (const phrase of recognise[lang] ?? [])
          expect(() => compilePhrase(phrase, lang), phrase).not.toThrow();
      }
      for (const rule of [owed, floor, ...goodwill]) expect(rule?.amountMinor, id).toBeUndefined();
    }
  });

  it.each(posts)("$base: $lang, $situation: $text", ({ base, situation, lang, text }) => {
    const playbook = { ...shopFile().playbook, situations: [...situationsOf([base])] };
    const read = assess(
      { mention: mentionId("facebook", "1"), revision: 0, text, hasMedia: false, pageLang: lang, playbook },
      "2026-01-01T00:00:00.000Z",
    );
    expect(read.situation).toBe(situation);
  });
});
