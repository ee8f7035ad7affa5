import type { BrandFile, RemedyRule } from "../../complaint/playbook.ts";
import type { Path } from "./load-brand.ts";

export type BrandFinding = { readonly path: Path; readonly message: string; readonly hint: string };

/** What the shape alone cannot show. Empty when the file hangs together. */
export function checkBrand(brand: BrandFile): readonly BrandFinding[] {
  return [
    ...idsUsedTwice(brand),
    ...zone(brand),
    ...channels(brand),
    ...brand.playbook.situations.flatMap((_, at) => situation(brand, at)),
    ...mandate(brand),
    ...prices(brand),
  ];
}

function idsUsedTwice({ playbook }: BrandFile): BrandFinding[] {
  const lists = {
    competitors: playbook.competitors,
    priceList: playbook.priceList,
    stores: playbook.stores,
    situations: playbook.situations,
  };
  return Object.entries(lists).flatMap(([list, entries]) =>
    entries.flatMap(({ id }, at) => {
      const first = entries.findIndex((other) => other.id === id);
      if (first === at) return [];
      return [
        {
          path: ["playbook", list, at, "id"],
          message: `The id “${id}” stands twice in ${list}; the first is number ${first + 1}.`,
          hint: "Give this one an id of its own, or take it out.",
        },
      ];
    }),
  );
}

function zone({ account }: BrandFile): BrandFinding[] {
  try {
    new Intl.DateTimeFormat("en", { timeZone: account.timeZone });
    return [];
  } catch {
    return [
      {
        path: ["account", "timeZone"],
        message: `There is no time zone “${account.timeZone}”.`,
        hint: "Write area and city, such as Europe/Helsinki.",
      },
    ];
  }
}

function channels({ account }: BrandFile): BrandFinding[] {
  if (account.channels.facebook || account.channels.x) return [];
  return [
    {
      path: ["account", "channels"],
      message: "No channel: nothing would be collected.",
      hint: "Add facebook (pageId, secret), x (userId, handle, search, secret), or both.",
    },
  ];
}

function situation({ playbook }: BrandFile, at: number): BrandFinding[] {
  const entry = playbook.situations[at];
  if (!entry) return [];
  const here: Path = ["playbook", "situations", at];
  const rules: [Path, RemedyRule][] = [
    ...(entry.owed ? [[[...here, "owed"], entry.owed] satisfies [Path, RemedyRule]] : []),
    [[...here, "floor"], entry.floor],
    ...entry.goodwill.map((rule, i): [Path, RemedyRule] => [[...here, "goodwill", i], rule]),
  ];
  const findings = rules.flatMap(([path, rule]) => remedyRule(path, rule, playbook.priceList));
  const phrases = playbook.languages.filter((lang) => (entry.recognise[lang] ?? []).length === 0);
  if (phrases.length === playbook.languages.length) {
    findings.push({
      path: [...here, "recognise"],
      message: `Nothing says how “${entry.id}” is recognised in any of ${playbook.languages.join(", ")}.`,
      hint: "Add at least one phrase, such as “wrong size”.",
    });
  }
  const isUnpricedAmount = needsAmount(entry.floor.kind) && !hasAmount(entry.floor);
  if (isUnpricedAmount) {
    findings.push({
      path: [...here, "floor"],
      message: `The floor of “${entry.id}” is a ${entry.floor.kind} without an amount.`,
      hint: "A floor must be certain: add share or amountMinor, or choose attention.",
    });
  }
  if (entry.owed?.kind === "voucher") {
    findings.push({
      path: [...here, "owed", "kind"],
      message: "What is owed cannot be a voucher.",
      hint: "Owe the money (refund or part-refund); a voucher may stand in goodwill for the customer to choose.",
    });
  }
  return findings;
}

const needsAmount = (kind: RemedyRule["kind"]): boolean =>
  kind === "refund" || kind === "part-refund" || kind === "voucher";
const hasAmount = (rule: RemedyRule): boolean => rule.share !== undefined || rule.amountMinor !== undefined;

function remedyRule(
  path: Path,
  rule: RemedyRule,
  priceList: BrandFile["playbook"]["priceList"],
): BrandFinding[] {
  const findings: BrandFinding[] = [];
  if (rule.share !== undefined && rule.amountMinor !== undefined) {
    findings.push({
      path: [...path, "amountMinor"],
      message: "A remedy has a share of the price or a fixed amount, not both.",
      hint: "Take one of the two out.",
    });
  }
  if (!needsAmount(rule.kind) && hasAmount(rule)) {
    findings.push({
      path: [...path, "kind"],
      message: `A remedy of kind ${rule.kind} has no amount: it costs what the goods cost, or nothing.`,
      hint: "Take share or amountMinor out, or choose refund, part-refund or voucher.",
    });
  }
  if (rule.kind === "voucher" && !hasAmount(rule)) {
    findings.push({ path, message: "A voucher needs an amount.", hint: "Add amountMinor, in cents." });
  }
  if (
    rule.share === "when-part-missing" &&
    !priceList.some((line) => line.shareWhenPartMissing !== undefined)
  ) {
    findings.push({
      path: [...path, "share"],
      message: "No line of the price list says what share is owed when a part is missing.",
      hint: "Add shareWhenPartMissing to a line of the price list.",
    });
  }
  if (rule.share !== undefined && priceList.length === 0) {
    findings.push({
      path: [...path, "share"],
      message: "A share of the price is given, but the price list is empty.",
      hint: "Add the products to the price list, or give amountMinor.",
    });
  }
  return findings;
}

function mandate({ playbook }: BrandFile): BrandFinding[] {
  const { agent, manager } = playbook.mandate.roles;
  const limits = ["perCaseMinor", "perCustomerYearMinor", "perAgentDayMinor"] as const;
  return limits
    .filter((limit) => manager[limit] < agent[limit])
    .map((limit) => ({
      path: ["playbook", "mandate", "roles", "manager", limit],
      message: `A manager may give less (${manager[limit]}) than an agent (${agent[limit]}).`,
      hint: "Raise the manager's limit to at least the agent's.",
    }));
}

function prices({ playbook }: BrandFile): BrandFinding[] {
  return playbook.priceList.flatMap((line, at) =>
    line.costMinor > line.priceMinor
      ? [
          {
            path: ["playbook", "priceList", at, "costMinor"],
            message: `“${line.id}” costs the brand more (${line.costMinor}) than the customer pays (${line.priceMinor}).`,
            hint: "Check which is which: priceMinor is what the customer pays, in cents.",
          },
        ]
      : [],
  );
}
