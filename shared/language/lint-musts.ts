import { type Check, findingAt, type LintInput } from "./lint-finding.ts";
import { moneyWords, sumPattern } from "./lint-rules/money-words.ts";

const apology = {
  en: /(?<!\p{L})(?:sorry|apologi[sz]e|condolences|thank you for (?:telling|speaking|writing))/iu,
  fi: /(?<!\p{L})(?:pahoillani|anteeksi|otan osaa|kiitos)/iu,
  sv: /(?<!\p{L})(?:förlåt|ledsen|ursäkt|beklagar sorgen|förlåtelse|tack för att)/iu,
};
const firstPerson = {
  en: /(?<!\p{L})(?:i|i['’](?:m|ll|ve|d)|my|me)(?!\p{L})/iu,
  fi: /(?<!\p{L})(?:olen|minä|minun|minulla|minulta|minut|itse|anteeksi|\p{L}{3,}(?:an|än|en|in|on|un|yn|ön))(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:jag|mig|min|mitt|förlåt)(?!\p{L})/iu,
};
const privateStep = {
  en: /(?<!\p{L})(?:dm|messag\p{L}*|inbox|privately|private)(?!\p{L})/iu,
  fi: /(?<!\p{L})(?:yksityis\p{L}*|vies\p{L}*|dm|inbox)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:dm|direktmeddelande\p{L}*|meddelande\p{L}*|privat|inkorg\p{L}*)(?!\p{L})/iu,
};

/** What every answer needs: an apology in the first person, a name, a way to the private message. All advice. */
export const lintMusts: Check = (input) => [
  ...(input.side === "public" ? publicMusts(input) : []),
  ...signed(input),
  ...(input.decision?.outcome === "stop" ? stop(input) : []),
];

const missing = (input: LintInput, rule: string, reason: string, better: string) =>
  findingAt(input, input.text.length, input.text.length, {
    rule,
    severity: "soft",
    overrulable: true,
    reason,
    better,
  });

const publicMusts: Check = (input) => {
  const { lang, text } = input;
  const found = [];
  if (!apology[lang].test(text)) {
    found.push(
      missing(
        input,
        "no-apology",
        "Nobody says sorry here.",
        { en: "“I'm sorry.”", fi: "”Olen pahoillani.”", sv: "”Förlåt.”" }[lang],
      ),
    );
  } else if (!firstPerson[lang].test(text)) {
    found.push(
      missing(
        input,
        "not-in-first-person",
        "An apology needs somebody who is sorry.",
        { en: "“I'm sorry”", fi: "”Olen pahoillani”", sv: "”Jag är ledsen”" }[lang],
      ),
    );
  }
  if (!privateStep[lang].test(text)) {
    found.push(
      missing(
        input,
        "no-private-step",
        "The writer cannot see how it goes on from here.",
        {
          en: "“I'm messaging you now.”",
          fi: "”Kirjoitan sinulle yksityisesti.”",
          sv: "”Jag skriver till dig privat.”",
        }[lang],
      ),
    );
  }
  return found;
};

const signed: Check = (input) => {
  const { text, signerName } = input;
  const isSigned = signerName === undefined ? /[–—-]\s?\p{Lu}\p{Ll}+/u.test(text) : text.includes(signerName);
  return isSigned
    ? []
    : [missing(input, "no-signer", "A person answers, and says who.", `– ${signerName ?? "…"}`)];
};

/** With injury, death or danger there is no money and no cheer. */
const stop: Check = (input) =>
  [
    sumPattern,
    moneyWords,
    /(?<!\p{L})(?:great|happy to|glad to|have a nice|hyvää päivän ?jatkoa|mukavaa|trevlig dag|ha en (?:fin|bra))(?!\p{L})|[😀-😍🎉👍]|[:;]-?\)/giu,
  ].flatMap((pattern) =>
    [...input.text.matchAll(new RegExp(pattern.source, "giu"))].map((match) =>
      findingAt(input, match.index, match.index + match[0].length, {
        rule: "stop-case-tone",
        severity: "hard",
        overrulable: false,
        reason: "In a stop case there is no money and no cheer: a person, at once.",
      }),
    ),
  );
