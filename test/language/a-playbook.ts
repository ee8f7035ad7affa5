import { MentionId } from "../../shared/complaint/ids.ts";
import type { Playbook, Situation } from "../../shared/complaint/playbook.ts";
import { assess, type MentionReading } from "../../shared/language/assess.ts";

const situation = (id: string, recognise: Situation["recognise"]): Situation => ({
  id,
  recognise,
  feeling: {},
  loss: "goods",
  floor: { kind: "attention" },
  goodwill: [],
});
const price = (id: string, names: Playbook["priceList"][number]["names"]): Playbook["priceList"][number] => ({
  id,
  names,
  category: "all",
  priceMinor: 1000,
  costMinor: 500,
});
const sourced = { value: 0, source: "invented" };
const role = { perCaseMinor: 0, perCustomerYearMinor: 0, perAgentDayMinor: 0 };

/** Rantakulma, an invented shop with a lunch counter. */
export const rantakulma: Playbook = {
  languages: ["fi", "en", "sv"],
  ownNames: ["Rantakulma", "@rantakulma"],
  hashtags: ["#rantakulma"],
  competitors: [
    { id: "vauhtisport", name: "Vauhtisport", aliases: ["VSX", "Vauhti Sport"] },
    { id: "pelitukku", name: "Pelitukku", aliases: ["@pelitukku"] },
    { id: "hietanen", name: "Hietanen", aliases: [] },
  ],
  priceList: [
    price("boots", {
      en: ["football boots", "football shoes"],
      fi: ["jalkapallokengät"],
      sv: ["fotbollsskor"],
    }),
    price("lunch", { en: ["lunch buffet"], fi: ["lounas", "buffet", "buffetti"], sv: ["lunchbuffé"] }),
  ],
  stores: [
    { id: "kallio", name: "Rantakulma Kallio", city: "Helsinki" },
    { id: "pori", name: "Rantakulma Pori", city: "Pori" },
  ],
  voice: { register: { fi: "sinä", sv: "du" }, prefer: {}, avoid: {} },
  believeFirstMinor: 0,
  mandate: {
    roles: { agent: role, manager: role },
    brandMonthMinor: 0,
    shareOfValueAtRisk: 0,
    priceFactor: 1,
  },
  relationship: {
    marginShare: sourced,
    thanksShare: sourced,
    monthlyDiscount: sourced,
    churnRise: sourced,
    churnRiseAfterOwnFailure: sourced,
    segmentDefaultMinor: sourced,
  },
  situations: [
    situation("exchange-refused", {
      en: ["denied|refused exchange"],
      fi: ["ei vaihdettu"],
      sv: ["vägrade byta"],
    }),
    situation("wrong-size", {
      en: ['"too small|large"', "wrong size"],
      fi: ["väär* koko*"],
      sv: ["fel storlek"],
    }),
    situation("part-missing", { en: ["missing"], fi: ["puuttu*"], sv: ["saknades"] }),
    situation("lost-parcel", {
      en: ["parcel lost", "not arrived"],
      fi: ["paketti kateissa", "ei tullut"],
      sv: ["paketet borta"],
    }),
    situation("rude-staff", { en: ["staff rude"], fi: ["töykeä*"], sv: ["otrevlig*"] }),
  ],
  onCall: { default: "manager", byStopCase: {} },
  keep: {},
  matching: { facebook: false, x: false },
  retention: { mentionTextDays: 1, asideTextDays: 1 },
};

export const NOW = "2026-05-04T10:00:00Z";

/** Read a text that stands on Rantakulma's page. */
export const reading = (text: string, more: Partial<MentionReading> = {}) =>
  assess(
    {
      mention: MentionId.parse("facebook:1"),
      revision: 0,
      text,
      hasMedia: false,
      playbook: rantakulma,
      ...more,
    },
    NOW,
  );

/** The words of each cue, as `kind detail: words`. */
export const cueWords = (text: string, more: Partial<MentionReading> = {}): string[] =>
  reading(text, more).cues.map(
    (cue) =>
      `${cue.kind}${cue.detail === undefined ? "" : ` ${cue.detail}`}: ${text.slice(cue.start, cue.end)}`,
  );
