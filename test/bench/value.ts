import { expectationOf } from "../../infra/lifetime/expect.ts";
import { fitLifetime } from "../../infra/lifetime/fit.ts";
import { type TransactionLog, transactionLog } from "../../infra/lifetime/histories.ts";
import { dateOf, dayOf } from "../../infra/lifetime/read-transactions.ts";
import { summarise } from "../../infra/lifetime/summary.ts";
import { highestExpectation } from "../../shared/complaint/lifetime/highest-expectation.ts";
import { cdnowLog } from "../support/cdnow.ts";
import { CDNOW_MODEL } from "../support/lifetime-models.ts";
import { seeded } from "../support/seeded.ts";

const MILLION = 1_000_000;
const FIRST_DAY = dayOf("2024-01-01");
const DAYS = 2 * 365;
const WEEKS_AHEAD = 104;
const UNITS = { unit: "week", fittedAt: "2026-11-22T12:00:00.000Z" } as const;

/** `npm run bench value`: the fit and the expectations, on the CDNOW customers and on a generated million. */
export async function benchValue(): Promise<void> {
  console.log("| customers | step | seconds | |\n|---|---|---:|---|");
  row("CDNOW", cdnowLog(), dayOf("1997-09-30"));
  const generated = timed(() => generate(MILLION));
  console.log(`| generated | generating | ${generated.seconds} | ${generated.result.rows} purchases |`);
  row("generated", generated.result, FIRST_DAY + DAYS);
  heavyBuyer();
  console.log(`\nHighest memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

function row(name: string, log: TransactionLog, until: number): void {
  const read = timed(() => summarise(log.histories(until)));
  const { customers, repeaters, rhythms } = read.result;
  console.log(
    `| ${name} | histories, counted | ${read.seconds} | ${customers} customers, ${repeaters} came back, ${rhythms.times.length} different rhythms |`,
  );
  const fitted = timed(() => fitLifetime(read.result, { ...UNITS, until: dateOf(until) }));
  const { bgnbd, gammaGamma } = fitted.result;
  const told = [bgnbd, gammaGamma].map((found) =>
    Object.entries(found ?? {})
      .map(([key, value]) => `${key} ${value.toFixed(3)}`)
      .join(" "),
  );
  console.log(`| ${name} | both fits | ${fitted.seconds} | ${told.join("; ")} |`);
  const histories = [...log.histories(until)];
  let purchases = 0;
  const expected = timed(() => {
    for (const history of histories)
      purchases += expectationOf(history, fitted.result, WEEKS_AHEAD).expectedPurchases;
  });
  console.log(
    `| ${name} | expectations over ${WEEKS_AHEAD} weeks | ${expected.seconds} | ${purchases.toFixed(0)} purchases |`,
  );
}

/** Somebody who bought on three thousand days of twenty years, in uneven sums. */
function heavyBuyer(): void {
  const random = seeded(11);
  let day = 0;
  const days = Array.from({ length: 3_000 }, () => {
    day += 1 + Math.floor(-Math.log(1 - random()) * 2.5);
    return { day, spent: Math.exp(3 + 2 * (random() + random() + random() - 1.5)) };
  });
  let reckonings = 0;
  const found = [0, 1, 2].map(() => {
    reckonings = 0;
    return timed(() =>
      highestExpectation(CDNOW_MODEL, days, 0.01, () => {
        reckonings += 1;
      }),
    );
  });
  console.log(
    `| one of 3,000 purchase days | highest expectation, first to third time | ${found.map(({ seconds }) => seconds).join(", ")} | ${reckonings} reckonings |`,
  );
}

function timed<T>(work: () => T): { result: T; seconds: string } {
  const from = performance.now();
  const result = work();
  return { result, seconds: ((performance.now() - from) / 1000).toFixed(3) };
}

/** Customers who buy and leave as the model says, with r 1, alpha 20 weeks, a 1, b 3; spend about 40 at a time. */
function generate(customers: number): TransactionLog {
  const random = seeded(4);
  const exponential = (perDay: number) => -Math.log(1 - random()) / perDay;
  const log = transactionLog();
  for (let n = 0; n < customers; n++) {
    const perDay = exponential(20 * 7);
    // Beta(1, 3) by its inverse.
    const leaves = 1 - (1 - random()) ** (1 / 3);
    const mean = 10 + exponential(1 / 30);
    let day = Math.floor(random() * DAYS * 0.75);
    let stays = true;
    for (let purchase = 0; day <= DAYS && stays; purchase++) {
      const minor = Math.round(mean * (0.5 + random()) * 100);
      log.add({ customer: `c${n}`, day: FIRST_DAY + Math.floor(day), minor });
      day += exponential(perDay);
      // Nobody leaves at their first purchase.
      stays = purchase === 0 || random() >= leaves;
    }
  }
  return log;
}
