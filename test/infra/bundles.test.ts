import { readdirSync, statSync } from "node:fs";
import { buildSync } from "esbuild";
import { describe, expect, it, vi } from "vitest";
import { esbuildOptions } from "../../infra/cloud/bundle.ts";
import { defaultProvider } from "../../infra/cloud/lambda-credentials.ts";
import { bundleBytes, bytesBeside } from "../../infra/cloud/measure-bundles.ts";
import { pipeline } from "../../infra/pipeline.ts";
import { Lang } from "../../shared/complaint/ids.ts";

/** A function starts the slower the more it brings along. */
const MOST_KB = 650;

/** What may be heavier, up to how much, and why. */
const heavier: Readonly<Record<string, { readonly kb: number; readonly because: string }>> = {
  "review-console": {
    kb: 1080,
    because:
      "it is the only one with pages, in three languages, a login, the voice lint, what a relationship is worth in words, the composer's phrases to write both texts anew, what stores read under their links, an incident's texts to start from and the deciding that says what it comes to, the lint that agents meet as they type, and the page's own script; an open queue asks every five seconds and keeps it warm",
  },
  "draft-reply": {
    kb: 750,
    because:
      "it holds the composer's phrases for every situation in three languages, where else somebody was answered, what an incident says to all, and the voice lint that reads them; it is heard by nobody who waits",
  },
};

describe.each(pipeline)("the bundle of $name", ({ name, entry }) => {
  const allowed = heavier[name];

  it(`is at most ${allowed?.kb ?? MOST_KB} KB`, () => {
    expect(bundleBytes(entry) / 1024).toBeLessThanOrEqual(allowed?.kb ?? MOST_KB);
  });
});

describe("what lies beside a bundle", () => {
  it("is the languages, beside the one that reads posts, and what brand files extend, beside the one that reads those", () => {
    const readers = pipeline.filter(({ entry }) => bytesBeside(entry) > 0);
    expect(readers.map(({ name }) => name)).toEqual(["detect-complaint", "review-console/playbook"]);
  });

  it.each(Lang.options)("is at most 512 KB for %s", (lang) => {
    const folder = `shared/language/languages/${lang}`;
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(`${folder}/${file}`).size, 0);
    expect(bytes).toBeLessThanOrEqual(512 * 1024);
  });
});

describe("every bundle", () => {
  it.each(pipeline)(
    "takes its credentials from the environment: $name brings no sign-on along",
    ({ entry }) => {
      const { metafile } = buildSync({ ...esbuildOptions(entry), metafile: true });
      const brought = Object.keys(metafile?.inputs ?? {});
      expect(brought.some((file) => file.includes("node_modules/zod/"))).toBe(true);
      expect(
        brought.filter((file) => /credential-provider-(sso|ini|process|login)|nested-clients/.test(file)),
      ).toEqual([]);
    },
  );

  it("says what is wrong where there are no credentials", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
    await expect(defaultProvider()()).rejects.toThrow(/no credentials/);
    vi.stubEnv("AWS_ACCESS_KEY_ID", "id");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "key");
    vi.stubEnv("AWS_SESSION_TOKEN", "token");
    expect(await defaultProvider()()).toEqual({
      accessKeyId: "id",
      secretAccessKey: "key",
      sessionToken: "token",
    });
    vi.unstubAllEnvs();
  });
});

describe("the exceptions", () => {
  it("name functions that there are, and say why", () => {
    for (const [name, { kb, because }] of Object.entries(heavier)) {
      expect(pipeline.map((row) => row.name)).toContain(name);
      expect(kb).toBeGreaterThan(MOST_KB);
      expect(because.split(" ").length).toBeGreaterThan(5);
    }
  });
});
