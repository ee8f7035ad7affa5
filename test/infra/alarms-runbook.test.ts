import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { alarmKinds, anchorOf } from "../../infra/cloud/alarms.ts";
import { errorCodes } from "../../shared/runtime/errors.ts";
import { ofType, synthesise } from "../support/synthesise.ts";

const prod = synthesise("prod");
afterAll(prod.remove);

const runbook = readFileSync("docs/runbook.md", "utf8");
/** The third-level headings below a second-level one. */
const headingsUnder = (title: string): readonly string[] => {
  const part = runbook.split(/^## /m).find((each) => each.startsWith(`${title}\n`)) ?? "";
  return [...part.matchAll(/^### (.+)$/gm)].map((found) => (found[1] ?? "").replaceAll("`", ""));
};

const Alarm = z.object({ AlarmName: z.string(), AlarmDescription: z.string() });
const alarms = ofType(prod.resources, "AWS::CloudWatch::Alarm").map(([, props]) => Alarm.parse(props));

describe("alarms", () => {
  it("ring for everything that can ring", () => {
    const ringing = new Set(alarms.map((alarm) => alarm.AlarmName.split(": ")[1]));
    expect([...ringing].toSorted()).toEqual(Object.keys(alarmKinds).toSorted());
  });

  it("have each a heading in the runbook, and no heading is left without an alarm", () => {
    const named = Object.values(alarmKinds).map((kind) => kind.heading);
    expect(headingsUnder("Alarms").toSorted()).toEqual(named.toSorted());
  });

  it.each(alarms)(
    "say in words what is wrong and where to read on: $AlarmName",
    ({ AlarmName, AlarmDescription }) => {
      expect(AlarmName).toMatch(/^shopkeeper-prod .+: [a-z-]+$/);
      const [says, anchor] = AlarmDescription.split(" What to do: docs/runbook.md#");
      expect(says?.split(" ").length).toBeGreaterThan(5);
      expect(says).not.toContain("…");
      expect(headingsUnder("Alarms").map(anchorOf)).toContain(anchor);
    },
  );

  it("have names of their own", () => {
    expect(new Set(alarms.map((alarm) => alarm.AlarmName)).size).toBe(alarms.length);
  });
});

describe("error codes", () => {
  it("have each a heading in the runbook, and no heading is left without a code", () => {
    expect(headingsUnder("Error codes").toSorted()).toEqual(Object.keys(errorCodes).toSorted());
  });
});

describe("the runbook", () => {
  it.each([...headingsUnder("Alarms"), ...headingsUnder("Error codes")])(
    "says what to do under %s",
    (heading) => {
      const part =
        runbook.split(/^### /m).find((each) => each.replaceAll("`", "").startsWith(`${heading}\n`)) ?? "";
      expect(part.split("\n").slice(1).join(" ").trim().split(/\s+/).length).toBeGreaterThan(30);
    },
  );
});
