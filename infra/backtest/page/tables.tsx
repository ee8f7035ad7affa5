import { byLimit, type Comparison, type Pair } from "../../../shared/complaint/backtest/comparison.ts";
import { escalationsOf, type Figures, proportionOf } from "../../../shared/complaint/backtest/figures.ts";
import { percentOf, signed } from "../written-figures.ts";
import type { Words } from "./words.ts";

/** `58 / 33`, or one figure where nothing changes. Not every font has an arrow. */
const both = (before: string, after: string): string => (before === after ? before : `${before} / ${after}`);
const beforeAndAfter = ({ before, after }: Words): string => `${before} / ${after}`;

type Written = { readonly words: Words; readonly amount: (minor: number) => string };

/** Before, after and the difference of each sum. */
export function Totals({ totals: { before, after }, words, amount }: Written & { totals: Pair<Figures> }) {
  const rows: readonly [string, (figures: Figures) => number, (figure: number) => string][] = [
    [words.cases, ({ cases }) => cases, String],
    [words.owed, ({ owedMinor }) => owedMinor, amount],
    [words.floor, ({ floorMinor }) => floorMinor, amount],
    [words.goodwill, ({ goodwillMinor }) => goodwillMinor, amount],
    [words.cost, ({ costMinor }) => costMinor, amount],
    [words.escalated, escalationsOf, String],
    [words.byHand, ({ byHand }) => byHand, String],
    [words.stop, ({ stop }) => stop, String],
  ];
  return (
    <table>
      <caption>{words.totals}</caption>
      <Head cells={["", words.before, words.after, words.difference]} />
      <tbody>
        {rows.map(([name, of, write]) => (
          <Row
            name={name}
            cells={[write(of(before)), write(of(after)), signed(of(after) - of(before), write)]}
          />
        ))}
        <Row
          name={words.proportion}
          cells={[percentOf(proportionOf(before)), percentOf(proportionOf(after)), ""]}
        />
      </tbody>
    </table>
  );
}

export function BySituation({ comparison, words, amount }: Written & { comparison: Comparison }) {
  const sums = ({ before, after }: Pair<Figures>) => [
    both(String(before.cases), String(after.cases)),
    ...(["owedMinor", "floorMinor", "goodwillMinor", "costMinor"] as const).map((sum) =>
      both(amount(before[sum]), amount(after[sum])),
    ),
    both(percentOf(proportionOf(before)), percentOf(proportionOf(after))),
  ];
  return (
    <div class="wide">
      <table>
        <caption>
          {words.bySituationAndSigner}: {beforeAndAfter(words)}
        </caption>
        <Head
          cells={[
            words.situation,
            words.signedBy,
            words.cases,
            words.owed,
            words.floor,
            words.goodwill,
            words.cost,
            words.proportion,
          ]}
        />
        <tbody>
          {comparison.situations.map((row) => (
            <Row
              name={row.situation === "" ? words.none : row.situation}
              cells={[words.signers[row.signer], ...sums(row)]}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ByLimit({ comparison, words, amount }: Written & { comparison: Comparison }) {
  return (
    <table>
      <caption>
        {words.byLimit}: {beforeAndAfter(words)}
      </caption>
      <Head cells={[words.limit, words.cases, words.tooLittleBy]} />
      <tbody>
        {byLimit(comparison).map(({ limit, before, after }) => (
          <Row
            name={words.limits[limit]}
            cells={[
              both(String(before.escalations), String(after.escalations)),
              both(amount(before.overMinor), amount(after.overMinor)),
            ]}
          />
        ))}
      </tbody>
    </table>
  );
}

function Head({ cells }: { cells: readonly string[] }) {
  return (
    <thead>
      <tr>{cells.map((cell) => (cell === "" ? <td /> : <th scope="col">{cell}</th>))}</tr>
    </thead>
  );
}

function Row({ name, cells }: { name: string; cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell) => (
        <td>{cell}</td>
      ))}
    </tr>
  );
}
