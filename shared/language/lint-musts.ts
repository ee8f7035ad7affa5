import type { Finding } from "../complaint/draft.ts";
import { type Check, findingAt, type Linted } from "./lint-finding.ts";
import { saysBack } from "./lint-paraphrase.ts";
import { moneyWords, sumPattern } from "./lint-rules/money-words.ts";
import {
  apology,
  byWhen,
  firstPerson,
  nextStep,
  opensDoor,
  privateStep,
  turnsDown,
} from "./lint-rules/must-words.ts";
import { Wording } from "./wording.ts";

/**
 * What every answer to a complaint needs, found where it is absent: `start` and `end` are both the end of the text.
 * Hard where a complaint is answered, and the signer may overrule each with a reason; advice elsewhere.
 */
export const lintMusts: Check = (input) => [
  ...(input.side === "public" ? publicMusts(input) : []),
  ...signed(input),
  ...(input.decision?.outcome === "stop" ? stop(input) : []),
];

type Must = Pick<Finding, "rule" | "reason"> & { readonly better: string };

const missing = (input: Linted, severity: "hard" | "soft", must: Must): Finding =>
  findingAt(input, input.text.length, input.text.length, { ...must, severity, overrulable: true });

/** With a stop case the first human line is its own; a question answered by hand need not be sorry. */
function answersComplaint({ answersComplaint: said, decision, lang, small }: Linted): boolean {
  if (decision?.outcome === "stop") return false;
  if (said !== undefined) return said;
  return decision === undefined ? turnsDown[lang].isIn(small) : decision.outcome !== "by-hand";
}

/** What is given goes by private message, so the writer must know that one comes. */
const holdsRemedy = ({ decision }: Linted): boolean =>
  decision?.outcome === "remedy" || decision?.outcome === "escalate";

function publicMusts(input: Linted): readonly Finding[] {
  const { lang, small } = input;
  const severity = answersComplaint(input) ? "hard" : "soft";
  const found: Finding[] = [];
  if (severity === "hard" && !saysBack(input)) found.push(missing(input, "hard", noParaphrase[lang]));
  if (!apology[lang].isIn(small)) found.push(missing(input, severity, noApology[lang]));
  else if (!firstPerson[lang].isIn(small)) found.push(missing(input, "soft", notInPerson[lang]));
  const goesPrivate = privateStep[lang].isIn(small);
  // Where no message needs to come, a question makes the next step the writer's; an invitation or a page is a way on.
  const mayGoOnHere = !holdsRemedy(input);
  const asks = mayGoOnHere && small.includes("?");
  const leadsOn = goesPrivate || asks || (mayGoOnHere && (input.hasAddress || opensDoor[lang].isIn(small)));
  if (!goesPrivate && !asks && !nextStep[lang].isIn(small))
    found.push(missing(input, severity, noNextStep[lang]));
  else if (!byWhen[lang].isIn(small)) found.push(missing(input, "soft", noTime[lang]));
  if (!leadsOn) found.push(missing(input, severity, noPrivateStep[lang]));
  return found;
}

type ByLang = Readonly<Record<Linted["lang"], Must>>;
const must = (rule: string, reason: string, better: Readonly<Record<Linted["lang"], string>>): ByLang => ({
  en: { rule, reason, better: better.en },
  fi: { rule, reason, better: better.fi },
  sv: { rule, reason, better: better.sv },
});

const noParaphrase = must("no-paraphrase", "Nothing here says back what happened to this writer.", {
  en: "Say first, in your own words, what happened to this writer.",
  fi: "Kerro ensin omin sanoin, mitä juuri tälle kirjoittajalle tapahtui.",
  sv: "Säg först med egna ord vad som hände just den här skribenten.",
});
const noApology = must("no-apology", "Nobody says sorry here.", {
  en: "“I'm sorry.”",
  fi: "”Olen pahoillani.”",
  sv: "”Förlåt.”",
});
const notInPerson = must("not-in-first-person", "An apology needs somebody who is sorry.", {
  en: "“I'm sorry”",
  fi: "”Olen pahoillani”",
  sv: "”Jag är ledsen”",
});
const noNextStep = must("no-next-step", "Nothing says what we do next, and by when.", {
  en: "“I'm putting it right today.”",
  fi: "”Korjaan sen tänään.”",
  sv: "”Jag rättar till det i dag.”",
});
const noTime = must("no-time", "What we do next has no time.", {
  en: "“today”, “within the hour”",
  fi: "”tänään”, ”tunnin sisällä”",
  sv: "”i dag”, ”inom en timme”",
});
const noPrivateStep = must("no-private-step", "The writer cannot see how it goes on from here.", {
  en: "“I'm messaging you now.”",
  fi: "”Kirjoitan sinulle yksityisesti.”",
  sv: "”Jag skriver till dig privat.”",
});

/** `– Laura` at the end, `^Laura`, or initials as care teams write them: `^LK`, `*LK`, `/LK`. */
const anySigner =
  /(?:[–—~^*/-]\s?\p{Lu}[\p{L}]{0,20}(?: \p{Lu}\.)?|(?<=[.!?…)]\s)\p{Lu}\p{Ll}{2,20})[\s.]*(?:https?:\S+\s*)?$/u;

function signed(input: Linted): readonly Finding[] {
  const { text, signerName } = input;
  if (signerName === undefined ? anySigner.test(text) : text.includes(signerName)) return [];
  const severity = input.side === "public" && answersComplaint(input) ? "hard" : "soft";
  const name = signerName ?? "…";
  return [
    missing(input, severity, {
      rule: "no-signer",
      reason: "A person answers, and says who.",
      better: `– ${name}`,
    }),
  ];
}

const cheer = new Wording(
  /(?<!\p{L})(?:great|happy to|glad to|have a nice|hyvää päivän ?jatkoa|mukavaa|trevlig dag|ha en (?:fin|bra))(?!\p{L})|[😀-😍🎉👍]|[:;]-?\)/u,
);

/** With injury, death or danger there is no money and no cheer. */
const stop: Check = (input) =>
  [sumPattern, moneyWords, cheer].flatMap((pattern) =>
    pattern.find(input.small).map((match) =>
      findingAt(input, match.index, match.index + match[0].length, {
        rule: "stop-case-tone",
        severity: "hard",
        overrulable: false,
        reason: "In a stop case there is no money and no cheer: a person, at once.",
      }),
    ),
  );
