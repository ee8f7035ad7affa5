import { expect, it } from "vitest";
import { hourSaid } from "../../shared/language/hour-said.ts";

it.each([
  { until: "18", en: "6 pm" },
  { until: "18.30", en: "6.30 pm" },
  { until: "18:30", en: "6.30 pm" },
  { until: "20:00", en: "8 pm" },
  { until: "9", en: "9 am" },
  { until: "12", en: "12 pm" },
  { until: "0:15", en: "12.15 am" },
  { until: "closing time", en: "closing time" },
  { until: "6 pm", en: "6 pm" },
])("$until is $en in English, and as it is given elsewhere", ({ until, en }) => {
  expect(hourSaid(until, "en")).toBe(en);
  expect(hourSaid(until, "fi")).toBe(until);
  expect(hourSaid(until, "sv")).toBe(until);
});
