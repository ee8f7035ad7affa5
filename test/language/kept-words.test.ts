import { expect, it } from "vitest";
import { UNKNOWN_BRAND } from "../../infra/cli/unknown-brand.ts";
import { KeptWords, type WordNote } from "../../shared/language/kept-words.ts";
import { see } from "../../shared/language/see.ts";
import { reading } from "./a-playbook.ts";

it("a playbook that goes leaves nothing behind on the notes of words", () => {
  reading("The shoes are too small");
  const note = see("shoes", "en", UNKNOWN_BRAND).reading.tokens[0]?.note;
  const before = note?.length;
  expect(before).toBeGreaterThan(0);
  for (let i = 0; i < 20; i++) see("shoes", "en", { ...UNKNOWN_BRAND, ownNames: [`Shop${i}`] });
  expect(see("shoes", "en", UNKNOWN_BRAND).reading.tokens[0]?.note).toBe(note);
  expect(note?.length).toBe(before);
});

it("what lasts is kept on the note, and what does not by the word", () => {
  const note: WordNote = [];
  const [lasting, passing] = [new KeptWords<{ is: number }>(true), new KeptWords<{ is: number }>()];
  lasting.set("shoes", { is: 1 }, note);
  passing.set("shoes", { is: 2 }, note);
  expect([lasting.get("shoes", note), lasting.get("shoes")]).toEqual([{ is: 1 }, undefined]);
  expect([passing.get("shoes", note), passing.get("shoes")]).toEqual([{ is: 2 }, { is: 2 }]);
});
