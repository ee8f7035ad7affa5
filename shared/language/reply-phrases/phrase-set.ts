import type { StopCase } from "../../complaint/assessment.ts";
import type { Channel } from "../../complaint/ids.ts";

/** What a writer can have said in public that a reply may say back. A sentence that needs one goes out only if it was said. */
export type Said =
  | "understands"
  | "breadth"
  | "tenure"
  | "standing"
  | "usual"
  | "who"
  | "marks"
  | "asked"
  | "load"
  | "missing"
  | "fullPrice"
  | "twice"
  | "times"
  | "noun"
  | "size"
  | "phoned"
  | "promisedDay"
  | "practice";

/**
 * A sentence with what must have been said for it to be true.
 * `{slot}` is filled; `<a|b|c>` is varied by the seed; `[a|b]` is the familiar and the formal address.
 */
export type Line = string | { readonly t: string; readonly needs: readonly Said[] };

/** A word of the writer's world with how it is spotted (beginnings of words) and how it is said back. */
export type Spotted = { readonly id: string; readonly spot: readonly string[]; readonly say: string };

/**
 * `say` stands where the sentences put it: as the object, in Finnish in the accusative. `part` is its other form and
 * fills `{nounPart}`: in Finnish the partitive, in English with "the".
 */
export type Noun = Spotted & { readonly plural: boolean; readonly part?: string };

/** The ways a remedy is told in private. `{sum}` is exact; a line that needs a code or a second name says so by its slot. */
export type PrivatePhrases = {
  readonly hello: { readonly facebook: readonly Line[]; readonly x: readonly Line[] };
  readonly sorry: Readonly<Record<string, readonly Line[]>>;
  readonly remedy: Readonly<Record<string, readonly Line[]>>;
  readonly choose: string;
  /** Choices by remedy, numbered when there are several. */
  readonly choices: Readonly<Record<string, readonly Line[]>>;
  /** Asked with an exchange where the writer told of a practice or a game. */
  readonly practice: readonly Line[];
  readonly noReceipt: readonly Line[];
  readonly confirm: readonly Line[];
  readonly neverCard: readonly Line[];
  readonly codeLine: readonly Line[];
  readonly holding: readonly Line[];
  /** With `{until}` and, in the second, `{next}`. */
  readonly till: { readonly alone: readonly Line[]; readonly followed: readonly Line[] };
};

/** Everything the composer can say in one language. */
export type PhraseSet = {
  /** How the thing is said again, of one thing or a pair: slots of the language's own, none where it is named instead. */
  readonly again: Readonly<Record<"one" | "pair", Readonly<Record<string, string>>>>;
  /** The thing where its name is not known, as the object; fills `{thing}`. */
  readonly theProduct: string;
  /** What stands before the last of two, and of more. */
  readonly list: { readonly two: string; readonly more: string };
  /** Numbers that are said in words, from 2. */
  readonly numbers: readonly string[];
  readonly topics: readonly Spotted[];
  readonly nouns: readonly Noun[];
  /** Parts of a meal, as the subject of "was missing". */
  readonly parts: readonly Spotted[];
  /** Says that something was not there. A part named without it may be just what the writer did get. */
  readonly lack: RegExp;
  /** Prefix of a missing part where the writer said that all of it was missing. */
  readonly allOf: { readonly spot: readonly string[]; readonly say: string };
  readonly family: readonly Spotted[];
  readonly said: Readonly<Partial<Record<Said, readonly RegExp[]>>>;
  /** The relationship as the writer put it, with what happened as `{np}`. */
  readonly bond: readonly Line[];
  /** What happened, as a noun phrase, by situation or `loss:<loss>`. */
  readonly np: Readonly<Record<string, readonly Line[]>>;
  /** What happened, as a sentence, by situation or `loss:<loss>`. */
  readonly hurt: Readonly<Record<string, readonly Line[]>>;
  readonly sorry: readonly Line[];
  /** The same before anything is said back: with no "it" or "that" in it. */
  readonly sorryFirst: readonly Line[];
  /** What comes of it, by remedy, or by remedy and situation. */
  readonly outcome: Readonly<Record<string, readonly Line[]>>;
  readonly step: { readonly facebook: readonly Line[]; readonly x: readonly Line[] };
  /** Said instead of an outcome, where the answer stands elsewhere already. */
  readonly elsewhere: {
    /** `{under}`: another comment of the same account. */
    readonly under: Readonly<Record<Channel, string>>;
    /** With the rest in a private message, and without. */
    readonly privately: readonly Line[];
    readonly openly: readonly Line[];
    /** `{message}`, in which the same customer has the answer to `told`; both for the private text. */
    readonly message: Readonly<Record<Channel, string>>;
    readonly told: readonly Line[];
  };
  readonly byHand: readonly Line[];
  readonly stop: Readonly<Record<StopCase, readonly Line[]>>;
  readonly stopStep: { readonly facebook: readonly Line[]; readonly x: readonly Line[] };
  readonly private: PrivatePhrases;
};
