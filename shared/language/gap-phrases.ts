import type { GapRow } from "../complaint/gap-report.ts";
import type { Lang } from "../complaint/ids.ts";
import { formatMoney, type Money } from "../complaint/money.ts";
import { reasonPhrases } from "./reason-phrases.ts";

type Phrases = {
  readonly times: (n: number) => string;
  readonly line: (times: string, limit: string, by: string) => string;
  /** Where the limit is another sum in each case. */
  readonly share: (times: string, name: string, by: string) => string;
  readonly most: (most: string) => string;
  readonly none: (month: string) => string;
  readonly roles: Readonly<Record<GapRow["role"], string>>;
};

const phrases: Readonly<Record<Lang, Phrases>> = {
  en: {
    times: (n) => (n === 1 ? "once" : `${n} times`),
    line: (times, limit, by) => `${times} ${limit} was too little by ${by}`,
    share: (times, name, by) => `${times} the ${name} was too little by ${by}`,
    most: (most) => `, ${most} at most`,
    none: (month) => `${month}: no manager gave more than the mandate.`,
    roles: { agent: "agent", manager: "manager" },
  },
  fi: {
    times: (n) => (n === 1 ? "kerran" : `${n} kertaa`),
    line: (times, limit, by) => `${times} ${limit} oli liian vähän, puuttui ${by}`,
    share: (times, name, by) => `${times} oli liian pieni ${name}, puuttui ${by}`,
    most: (most) => `, enimmillään ${most}`,
    none: (month) => `${month}: kukaan esihenkilö ei antanut yli valtuuksien.`,
    roles: { agent: "asiakaspalvelija", manager: "esihenkilö" },
  },
  sv: {
    times: (n) => (n === 1 ? "en gång" : `${n} gånger`),
    line: (times, limit, by) => `${times} var ${limit} för lite, det fattades ${by}`,
    share: (times, name, by) => `${times} var en ${name} för lite, det fattades ${by}`,
    most: (most) => `, som mest ${most}`,
    none: (month) => `${month}: ingen chef gav mer än mandatet.`,
    roles: { agent: "medarbetare", manager: "chef" },
  },
};

/** `2026-11: 31 times €30 was too little by €5, €12 at most (exchange-refused · agent · limit per case)`. */
export function sayGap(row: GapRow, month: string, lang: Lang): string {
  const said = phrases[lang];
  const sum = (amount: Money) => formatMoney(amount, lang);
  const name = reasonPhrases[lang].words[row.limitMet] ?? row.limitMet;
  const { middle, most } = row.overBy;
  const by = `${sum(middle)}${most.minor > middle.minor ? said.most(sum(most)) : ""}`;
  const times = said.times(row.times);
  const line = row.limit ? said.line(times, sum(row.limit), by) : said.share(times, name, by);
  const about = [row.situation, said.roles[row.role], ...(row.limit ? [name] : [])].join(" · ");
  return `${month}: ${line} (${about})`;
}

export const sayNoGap = (month: string, lang: Lang): string => phrases[lang].none(month);
