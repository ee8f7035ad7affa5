import { randomInt } from "node:crypto";
import * as z from "zod";
import { mandateRole } from "../../shared/complaint/agent-acts/signers-mandate.ts";
import type { Finding } from "../../shared/complaint/draft.ts";
import { type Instant, incidentIdOf, Lang } from "../../shared/complaint/ids.ts";
import {
  type Incident,
  IncidentText,
  type IncidentTexts,
  MOST_HOURS,
  openIncident,
  type Settled,
} from "../../shared/complaint/incident.ts";
import type { SettingRefusal } from "../../shared/complaint/incident-sums.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { faultsOf, type TextFault } from "../../shared/language/incident-text.ts";
import { lintIncident } from "../../shared/language/lint-incident.ts";
import type { PublishedBrand } from "../../shared/ports/brand-store.ts";
import { readForm } from "./form.ts";
import type { IncidentView } from "./incident-view.ts";
import { fromLocalField } from "./local-time.ts";
import type { Person } from "./login/login.ts";

export type Form = Readonly<Record<string, string>>;

const OpenForm = z.object({
  title: z.string().trim().min(3).max(80),
  situation: z.string(),
  words: z.string().max(1000),
  product: z.string(),
  place: z.string(),
  from: z.string(),
});

const SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

/** The incident that the form asks for; undefined where a field says what there is not. */
export function openedBy(
  form: Form,
  { brand, account, playbook }: BrandFile,
  person: Person,
  now: Instant,
): Incident | undefined {
  const read = readForm(OpenForm, form);
  const from = fromLocalField(read?.from ?? "", account.timeZone);
  if (read === undefined || from === undefined) return undefined;
  if (!playbook.situations.some(({ id }) => id === read.situation)) return undefined;
  if (read.product !== "" && !playbook.priceList.some(({ id }) => id === read.product)) return undefined;
  if (read.place !== "" && !playbook.stores.some(({ id }) => id === read.place)) return undefined;
  const words = read.words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (words.length > 20 || words.some((word) => word.length < 2 || word.length > 60)) return undefined;
  const signs = Array.from({ length: 5 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join("");
  return openIncident({
    id: incidentIdOf(now, signs),
    brand,
    title: read.title,
    topic: {
      situation: read.situation,
      words,
      ...(read.product === "" ? {} : { product: read.product }),
      ...(read.place === "" ? {} : { place: read.place }),
      from,
    },
    openedBy: person.agent,
    openedAt: now,
  });
}

const SetForm = z.object({
  rev: z.coerce.number().int().min(1),
  /** The version whose steps stood on the page. */
  playbook: z.coerce.number().int(),
  choice: z.string(),
  within: z.coerce.number().int().min(1).max(MOST_HOURS),
  keep: z
    .string()
    .trim()
    .max(400)
    .optional()
    .transform((text) => (text === undefined || text.length < 3 ? undefined : text)),
});

/** What stands against the words, by language. */
export type AboutWords = {
  readonly faults: readonly { lang: Lang; side: keyof IncidentText; fault: TextFault }[];
  readonly findings: readonly { readonly lang: Lang; readonly findings: readonly Finding[] }[];
};

export type ReadSetting =
  | { readonly ok: true; readonly rev: number; readonly settled: Omit<Settled, "rev"> }
  | { readonly ok: false; readonly refused: "bad-form" | "new-playbook" }
  | { readonly ok: false; readonly refused: "words" | "needs-reason"; readonly about: AboutWords }
  | ({ readonly ok: false } & SettingRefusal);

/** The one remedy and the one text that the form sets, where both may be. */
export function settingIn(
  form: Form,
  view: IncidentView,
  { file: brand, version }: PublishedBrand,
  person: Person,
  now: Instant,
): ReadSetting {
  const read = readForm(SetForm, form);
  // A choice is a place in the ladder: in another playbook it is perhaps another remedy.
  if (read !== undefined && read.playbook !== version) return { ok: false, refused: "new-playbook" };
  const chosen = view.choices.find(({ choice }) => choice.id === read?.choice);
  const texts = textsIn(form, brand.playbook.languages);
  if (read === undefined || chosen === undefined) return { ok: false, refused: "bad-form" };
  if (chosen.refusal !== undefined) return { ok: false, ...chosen.refusal };
  // What cannot be filled cannot be read.
  if (isFaults(texts)) return { ok: false, refused: "words", about: { faults: texts, findings: [] } };
  const settled: Omit<Settled, "rev"> = {
    ...(chosen.choice.rule === undefined ? {} : { rule: chosen.choice.rule }),
    texts,
    withinHours: read.within,
    by: person.agent,
    role: mandateRole(person.role),
    at: now,
    ...(read.keep === undefined ? {} : { keptBecause: read.keep }),
  };
  const about = { faults: [], findings: findingsIn(view.incident, settled, brand, version, now) };
  const hard = about.findings.flatMap(({ findings }) => findings);
  if (hard.some(({ overrulable }) => !overrulable)) return { ok: false, refused: "words", about };
  if (hard.length > 0 && read.keep === undefined) return { ok: false, refused: "needs-reason", about };
  return { ok: true, rev: read.rev, settled };
}

const isFaults = (read: IncidentTexts | AboutWords["faults"]): read is AboutWords["faults"] =>
  Array.isArray(read);

const SIDES = ["public", "private"] as const;

/** Every language of the playbook has both texts, nobody's is left out; else what is wrong, and in which of them. */
function textsIn(form: Form, languages: readonly Lang[]): IncidentTexts | AboutWords["faults"] {
  const texts: IncidentTexts = {};
  const faults: AboutWords["faults"][number][] = [];
  for (const lang of languages) {
    const typed = (side: keyof IncidentText) => (form[`${side}.${lang}`] ?? "").replaceAll("\r\n", "\n");
    const text = { public: typed("public"), private: typed("private") };
    for (const side of SIDES)
      for (const fault of faultsOf(side, text[side])) faults.push({ lang, side, fault });
    const read = IncidentText.safeParse(text);
    if (read.success) texts[lang] = read.data;
  }
  return faults.length > 0 ? faults : texts;
}

/** What the lint finds in words that can be filled. */
function findingsIn(
  incident: Incident,
  settled: Omit<Settled, "rev">,
  brand: BrandFile,
  playbookVersion: number,
  now: Instant,
): AboutWords["findings"] {
  const about = { incident, settled: { ...settled, rev: incident.rev + 1 }, brand, playbookVersion, now };
  return Lang.options.flatMap((lang) => {
    const text = settled.texts[lang];
    if (text === undefined) return [];
    const findings = lintIncident(lang, text, about).filter(({ severity }) => severity === "hard");
    return findings.length === 0 ? [] : [{ lang, findings }];
  });
}
