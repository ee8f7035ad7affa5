import { describe, expect, it } from "vitest";
import { sets } from "../../shared/language/compose.ts";
import { lintMoney } from "../../shared/language/lint-money.ts";
import { saysBack } from "../../shared/language/lint-paraphrase.ts";
import type { Line, PhraseSet } from "../../shared/language/reply-phrases/phrase-set.ts";
import { LANGS } from "../eval/drafts/situation-drafts.ts";
import { giving, inputOf, remedy } from "./lint-input.ts";

/** Every wording of a line, in both addresses. A slot stays a hole: what fills it are words of the writer's world. */
function wordingsOf(line: Line): readonly string[] {
  const text = typeof line === "string" ? line : line.t;
  const addressed = [0, 1].map((nth) =>
    text.replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (...found: string[]) => found[nth + 1] ?? ""),
  );
  return [...new Set(addressed)].flatMap(variantsOf);
}

function variantsOf(text: string): readonly string[] {
  const choice = /<([^<>]*)>/.exec(text);
  if (!choice) return [text];
  const [whole, options = ""] = choice;
  return options.split("|").flatMap((option) => variantsOf(text.replace(whole, () => option)));
}

const isLine = (value: unknown): value is Line =>
  typeof value === "string" ||
  (typeof value === "object" && value !== null && "t" in value && typeof value.t === "string");

/** All lines of a table, however deep its rows lie. */
function linesIn(table: unknown): readonly Line[] {
  if (isLine(table)) return [table];
  return typeof table === "object" && table !== null ? Object.values(table).flatMap(linesIn) : [];
}

/** What can stand in a public reply. */
const publicLines = (set: PhraseSet): readonly Line[] =>
  linesIn([
    set.bond,
    set.np,
    set.hurt,
    set.sorry,
    set.sorryFirst,
    set.outcome,
    set.step,
    set.elsewhere.under,
    set.elsewhere.privately,
    set.elsewhere.openly,
    set.byHand,
    set.stop,
    set.stopStep,
  ]);

describe.each(LANGS)("a phrase for the public reply in %s", (lang) => {
  it("passes the rules for money by itself, in every wording", () => {
    const wordings = publicLines(sets[lang]).flatMap(wordingsOf);
    const failed = wordings.flatMap((text) =>
      lintMoney(inputOf(text, { lang })).map(
        ({ rule, start, end }) => `${rule} “${text.slice(start, end)}” in ${text}`,
      ),
    );
    expect(wordings.length).toBeGreaterThan(500);
    expect(failed).toEqual([]);
  });

  it("says what happened in words that would not fit any other complaint, in every wording", () => {
    const { unknown, ...hurt } = sets[lang].hurt;
    const wordings = linesIn(hurt).flatMap(wordingsOf);
    expect(wordings.length).toBeGreaterThan(200);
    expect(wordings.filter((text) => !saysBack(inputOf(text, { lang })))).toEqual([]);
    expect(unknown).not.toHaveLength(0);
  });
});

/** What can stand in a reply whatever was decided: what happened, that we are sorry, and where we write. */
const linesForAny = ({ bond, np, hurt, sorry, sorryFirst, outcome, step, ...set }: PhraseSet) => ({
  public: linesIn([
    bond,
    np,
    hurt,
    sorry,
    sorryFirst,
    step,
    set.byHand,
    outcome["confirm"],
    outcome["holding"],
  ]),
  private: linesIn([set.private.sorry, set.private.holding, set.private.till, set.private.neverCard]),
});

describe.each(LANGS)("a phrase in %s that stands in a reply whatever was decided", (lang) => {
  const decision = giving(remedy("attention"));
  it.each(["public", "private"] as const)("promises nothing in %s, in any wording", (side) => {
    const wordings = linesForAny(sets[lang])[side].flatMap(wordingsOf);
    const failed = wordings.flatMap((text) =>
      lintMoney(inputOf(text, { lang, side, decision })).map(
        ({ rule, start, end }) => `${rule} “${text.slice(start, end)}” in ${text}`,
      ),
    );
    expect(wordings.length).toBeGreaterThan(50);
    expect(failed).toEqual([]);
  });
});
