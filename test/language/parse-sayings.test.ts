import { describe, expect, it } from "vitest";
import { Lang } from "../../shared/complaint/ids.ts";
import { parseSayings } from "../../shared/language/parse-sayings.ts";
import { compileGrammar } from "../../shared/language/phrases.ts";
import { sayingsOf } from "../../shared/language/sayings.ts";

const FILE = "en/cues.txt";
const read = (...lines: readonly string[]) => parseSayings(lines.join("\n"), FILE);

describe("sayings as they are written down", () => {
  it("come in groups, with names filled in and remarks left out", () => {
    expect(
      read("// remark", "N = #|two", "YEARS = {N} years", "", "[churn leaves]", "gone ~ {YEARS}", "bye"),
    ).toEqual([{ heading: ["churn", "leaves"], line: 5, say: ["gone ~ #|two years", "bye"] }]);
  });

  it("stand in any order where they are written so", () => {
    expect(read("[x]", "a <> b")[0]?.say).toEqual(["a ~ b", "b ~ a"]);
    expect(read("[x]", "a <> b <> c")[0]?.say).toHaveLength(6);
  });

  it("take a name as it stands above, not as it stands below", () => {
    expect(read("N = one", "[x]", "{N}", "N = two", "{N}")[0]?.say).toEqual(["one", "two"]);
  });

  it("may end their lines as Windows does", () => {
    expect(parseSayings("[x]\r\na b\r\n", FILE)[0]?.say).toEqual(["a b"]);
  });

  it("are refused with the line where a name is not known or a heading is missing", () => {
    expect(() => read("[x]", "{NOBODY} left")).toThrow("en/cues.txt:2: nothing above says");
    expect(() => read("gone")).toThrow("en/cues.txt:1: a saying needs a heading");
  });

  it.each(Lang.options)("of %s mean something, and none stands twice under one heading", (lang) => {
    const sayings = sayingsOf(lang);
    expect(sayings.length).toBeGreaterThan(50);
    for (const { say } of sayings) {
      expect(new Set(say).size).toBe(say.length);
      for (const saying of say) expect(compileGrammar(saying, lang).groups.length).toBeGreaterThan(0);
    }
  });
});
