import twitterText from "twitter-text";
import type { Finding } from "../complaint/draft.ts";
import { allMatches } from "./all-matches.ts";
import { identifyLanguage } from "./identify.ts";
import { findingAt, type LintInput, withoutAddresses } from "./lint-finding.ts";
import { shoutedWords } from "./lint-rules/shouted-words.ts";
import { mayLink, weightedLength } from "./weighted-length.ts";
import { jaccardOfGrams } from "./word-grams.ts";

/** 280 weighted characters; X docs, "Counting characters". */
const xLongest = 280;
/** What is read on a phone without a tap. Advice. */
const facebookComfortable = 500;
/** 2,000 characters; Messenger Platform docs, "Send API". */
const messengerLongest = 2000;
/** The share of all four-word runs from which two replies read as one; the composer's own stay below it. */
const nearDuplicate = 0.5;

/** Looks at the text as it was written, capitals and addresses included. */
type OfForm = (input: LintInput) => readonly Finding[];

/** Length, links, holes, shouting, language, and likeness to what was sent before. */
export const lintForm: OfForm = (input) => [
  ...holes(input),
  ...links(input),
  ...length(input),
  ...language(input),
  ...inOwnWords({ ...input, text: withoutAddresses(input.text) }),
];

const inOwnWords: OfForm = (input) => [...shouting(input), ...likeness(input)];

const whole = (input: LintInput): [number, number] => [0, input.text.length];

/** "Profile > Send feedback", "->" and "<3" are written so on purpose. */
const hole =
  /[{}[\]]+(?:[^{}<>[\]]*[{}<>[\]]+)?|<(?![\s3-])(?:[^{}<>[\]]*[{}<>[\]]+)?|(?<![\s=-])>|(?<!\p{L})(?:undefined|null|NaN|TODO|XXXX+)(?!\p{L})|_{3,}/gu;

const holes: OfForm = (input) =>
  allMatches(input.text, hole).map((match) =>
    findingAt(input, match.index, match.index + match[0].length, {
      rule: "unfilled-slot",
      severity: "hard",
      overrulable: false,
      reason: "Something was to stand here and does not.",
    }),
  );

const links: OfForm = (input) =>
  (mayLink(input.text)
    ? twitterText.extractUrlsWithIndices(input.text, { extractUrlsWithoutProtocol: true })
    : []
  ).map(({ indices: [start, end] }) =>
    findingAt(input, start, end, {
      rule: "link",
      severity: input.side === "public" ? "hard" : "soft",
      overrulable: input.channel === "facebook",
      reason:
        input.channel === "x"
          ? "A post with a link costs twenty times more, and sends the writer away."
          : "A link sends the writer away instead of answering.",
    }),
  );

const length: OfForm = (input) => {
  const [start, end] = whole(input);
  const tooLong = (severity: "hard" | "soft", overrulable: boolean, reason: string): Finding[] => [
    findingAt(input, start, end, { rule: "too-long", severity, overrulable, reason }),
  ];
  if (input.side === "private") {
    if (input.channel === "facebook" && input.text.length > messengerLongest) {
      return tooLong(
        "hard",
        false,
        `Messenger takes ${messengerLongest} characters; this has ${input.text.length}.`,
      );
    }
    return [];
  }
  // The handles that a reply begins with are not counted; X docs, "Counting characters".
  const weight = weightedLength(input.text.replace(/^(?:@\w+\s+)+/u, ""));
  if (input.channel === "x" && weight > xLongest) {
    return tooLong("hard", false, `X takes ${xLongest} characters; this has ${weight}.`);
  }
  if (input.channel === "facebook" && weight > facebookComfortable) {
    return tooLong(
      "soft",
      true,
      `A public reply is read to the end when it is short; this has ${weight} characters.`,
    );
  }
  return [];
};

const exclamation = /!/g;
/** Latin capitals are looked for first: at each sign of a text `\p{Lu}` is slow. */
const inCapitals = /(?=[A-ZÀ-ɏ]{3})(?<![\p{L}\d#@])\p{Lu}{3,}(?![\p{L}\d])/gu;

const shouting: OfForm = (input) => {
  const loud = allMatches(input.text, exclamation)
    .slice(1)
    .map((match) =>
      findingAt(input, match.index, match.index + 1, {
        rule: "exclamations",
        severity: "hard",
        overrulable: true,
        reason: "More than one exclamation mark reads as cheer or as anger.",
        better: ".",
      }),
    );
  const capitals = allMatches(input.text, inCapitals)
    .filter((match) => isShouted(match[0], input) && !isOwn(match[0], input))
    .map((match) =>
      findingAt(input, match.index, match.index + match[0].length, {
        rule: "all-caps",
        severity: "hard",
        overrulable: true,
        reason: "Capitals shout.",
        better: match[0].toLowerCase(),
      }),
    );
  return [...loud, ...capitals];
};

const isOwn = (word: string, { playbook, storeOrderCode }: LintInput): boolean =>
  [...playbook.ownNames, ...playbook.competitors.map(({ name }) => name), storeOrderCode ?? ""].some(
    (name) => name.toUpperCase() === word,
  );

/** "HDMI" and "PSN" are names; a word as long as "REALLY", or one that anybody knows, is shouted. */
const isShouted = (word: string, { lang, writerText }: LintInput): boolean =>
  shoutedWords[lang].has(word.toLowerCase()) ||
  (word.length >= ACRONYM_LONGER_THAN && writerText?.includes(word) !== true);
const ACRONYM_LONGER_THAN = 8;

/** Fewer say too little of their language. */
const sixWords = /(?<!\p{L})(?:\p{L}+\P{L}+){5}\p{L}/u;

const language: OfForm = (input) => {
  if (!sixWords.test(input.text)) return [];
  const { lang, sure } = identifyLanguage(input.text);
  if (lang === input.lang || lang === "other" || sure < 0.6) return [];
  const names = { en: "English", fi: "Finnish", sv: "Swedish" };
  const [start, end] = whole(input);
  return [
    findingAt(input, start, end, {
      rule: "language",
      severity: "hard",
      overrulable: true,
      reason: `This is ${names[lang]}; the writer wrote ${names[input.lang]}.`,
    }),
  ];
};

const likeness: OfForm = (input) => {
  if (input.side !== "public") return [];
  const most = (input.recentReplies ?? []).reduce(
    (top, other) => Math.max(top, jaccardOfGrams(input.text, withoutAddresses(other))),
    0,
  );
  if (most < nearDuplicate) return [];
  const [start, end] = whole(input);
  return [
    findingAt(input, start, end, {
      rule: "near-duplicate",
      severity: "hard",
      overrulable: true,
      reason:
        "This is almost word for word what another writer was sent; X refuses duplicates, and people notice them.",
      better: {
        en: "Say back what this writer wrote.",
        fi: "Sano takaisin se, mitä juuri tämä kirjoittaja kertoi.",
        sv: "Säg tillbaka just det som den här skribenten skrev.",
      }[input.lang],
    }),
  ];
};
