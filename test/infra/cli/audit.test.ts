import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../../infra/cli/shopkeeper.mjs", import.meta.url));
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const asked = "My helmet came broken and nobody answers me, this is the worst shop ever.";
const rows = [
  { id: 1, text: "This is our policy.", inReplyTo: { text: asked, postedAt: at(0) }, postedAt: at(30) },
  {
    id: 2,
    text: "Your helmet came broken, and I'm sorry. I'm messaging you now. – Laura",
    inReplyTo: { text: asked, postedAt: at(0) },
    postedAt: at(90),
  },
];
const input = [JSON.stringify(rows[0]), "not JSON", JSON.stringify(rows[1])].join("\n");

it("scores each reply, and a bad line costs only itself", () => {
  const { status, stdout, stderr } = spawnSync(bin, ["audit"], { input, encoding: "utf8" });
  const [bad, good] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(status).toBe(1);
  expect(stderr).toContain("line 2");
  expect(bad).toMatchObject({ id: 1, score: 0, minutesToAnswer: 30 });
  expect(good).toMatchObject({ id: 2, score: 100, findings: [], minutesToAnswer: 90 });
});

it("sums up", () => {
  const { stdout, stderr } = spawnSync(bin, ["audit", "--summary"], { input, encoding: "utf8" });
  expect(JSON.parse(stdout)).toMatchObject({
    replies: 2,
    toComplaints: 2,
    withHard: 1,
    share: { withoutApology: 0.5 },
    minutesToAnswer: { median: 30, p90: 90 },
  });
  expect(stderr).toContain("time to answer, median");
});

it("takes the reply's own language where the post's is a guess, and what is missing for advice where a complaint is", () => {
  const unsure = {
    id: 3,
    text: "Hi Lilian. Here is why this might happen, step by step, and what helps. – Aino",
    inReplyTo: { text: "@Yahoo I expect a quick answer, respectfully, Lilian Surubaru" },
  };
  const { stdout } = spawnSync(bin, ["audit"], { input: JSON.stringify(unsure), encoding: "utf8" });
  const { lang, findings } = JSON.parse(stdout);
  expect(lang).toBe("en");
  expect(findings.map(({ severity }: { severity: string }) => severity)).not.toContain("hard");
  expect(findings.map(({ rule }: { rule: string }) => rule)).toContain("no-apology");
});

it("takes a link for advice: it is sent, and whether its page was needed only its reader knows", () => {
  const linking = {
    id: 5,
    text: `${rows[1]?.text ?? ""} https://example.org/form`,
    inReplyTo: { text: asked },
  };
  const { stdout } = spawnSync(bin, ["audit"], { input: JSON.stringify(linking), encoding: "utf8" });
  expect(JSON.parse(stdout)).toMatchObject({ score: 80, findings: [{ rule: "link", severity: "soft" }] });
});

it("holds a reply to how it is put where nobody can say whether the post complains", () => {
  const short = { id: 6, text: "That is our policy. – Aino", inReplyTo: { text: "worst shop ever" } };
  const { stdout } = spawnSync(bin, ["audit"], { input: JSON.stringify(short), encoding: "utf8" });
  expect(JSON.parse(stdout).findings).toContainEqual(
    expect.objectContaining({ rule: "process-language", severity: "hard" }),
  );
});

it("takes what is missing for advice where the post is too short to say whether it complains", () => {
  const short = {
    id: 4,
    text: "Hey there. Please read our refund policy and look for what fits. – Aino",
    inReplyTo: { text: "i need refund game" },
  };
  const { stdout } = spawnSync(bin, ["audit"], { input: JSON.stringify(short), encoding: "utf8" });
  const absent = JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule.startsWith("no-"));
  expect(absent).toMatchObject([
    { rule: "no-apology", severity: "soft" },
    { rule: "no-next-step", severity: "soft" },
    { rule: "no-private-step", severity: "soft" },
  ]);
});
