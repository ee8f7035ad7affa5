import type { Lang } from "../../complaint/ids.ts";
import type { BrandFile } from "../../complaint/playbook.ts";
import { bindPhrases } from "../../language/phrase-book.ts";
import { compilePhrase } from "../../language/phrases.ts";
import type { BrandFinding } from "./check-brand.ts";
import type { Path } from "./load-brand.ts";

const langs: readonly Lang[] = ["en", "fi", "sv"];
type Finding = Omit<BrandFinding, "path">;

/**
 * Words of a brand that could not be used: a phrase of recognition that no text can be looked through for, and a text
 * with a slot. Brands' texts are used as they stand, so a slot would be read as it is written.
 */
export function checkPhrases({ playbook }: BrandFile): readonly BrandFinding[] {
  return langs.flatMap((lang) => [
    ...inList(["playbook", "voice", "prefer", lang], playbook.voice.prefer[lang], slot),
    ...inList(["playbook", "voice", "avoid", lang], playbook.voice.avoid[lang], slot),
    ...playbook.situations.flatMap((situation, at) => {
      const here: Path = ["playbook", "situations", at];
      return [
        ...inList([...here, "recognise", lang], situation.recognise[lang], (phrase) =>
          unreadable(phrase, lang),
        ),
        ...inText([...here, "name", lang], situation.name?.[lang]),
        ...inText([...here, "feeling", lang], situation.feeling[lang]),
        ...inText([...here, "ask", lang], situation.ask?.[lang]),
        ...inList([...here, "prefer", lang], situation.prefer?.[lang], slot),
        ...inList([...here, "avoid", lang], situation.avoid?.[lang], slot),
      ];
    }),
  ]);
}

const inList = (
  path: Path,
  texts: readonly string[] | undefined,
  wrong: (text: string) => Finding | undefined,
): BrandFinding[] =>
  (texts ?? []).flatMap((text, at) => {
    const found = wrong(text);
    return found === undefined ? [] : [{ path: [...path, at], ...found }];
  });

function inText(path: Path, text: string | undefined): BrandFinding[] {
  const found = text === undefined ? undefined : slot(text);
  return found === undefined ? [] : [{ path, ...found }];
}

function slot(text: string): Finding | undefined {
  const [named] = /\{[^{}]*\}/.exec(text) ?? [];
  if (named !== undefined)
    return {
      message: `“${named}” is no slot: nothing is filled in here.`,
      hint: "Write words that are true in every case; names and sums are filled in by the program.",
    };
  if (/[{}]/.test(text))
    return { message: "A brace stands here without its other half.", hint: "Take the brace out." };
  return undefined;
}

function unreadable(phrase: string, lang: Lang): Finding | undefined {
  const inBraces = slot(phrase);
  if (inBraces !== undefined) return inBraces;
  if (phrase.split('"').length % 2 === 0)
    return {
      message: `The phrase ${phrase} opens a quotation and does not close it.`,
      hint: "Words that must stand exactly so are between two marks: '\"too small\"'.",
    };
  try {
    bindPhrases([{ id: phrase, phrase: compilePhrase(phrase, lang) }]);
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      message: `The phrase cannot be looked for: ${error.message}.`,
      hint: "Write one to twelve words, such as “wrong size”; what the signs mean is in docs/playbook.md.",
    };
  }
}
