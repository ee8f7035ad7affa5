import { describe, expect, it } from "vitest";
import { chooseLang, identify, identifyLanguage } from "../../shared/language/identify.ts";
import { normalise } from "../../shared/language/normalise.ts";
import { read } from "../../shared/language/tokens.ts";

describe("identifyLanguage", () => {
  it.each([
    ["en", "I have been waiting for my parcel for three weeks"],
    ["en", "Worst service ever, I will never come back"],
    ["fi", "Olen odottanut pakettia jo kolme viikkoa eikä kukaan vastaa"],
    ["fi", "Huonoa palvelua, en osta enää teiltä"],
    ["sv", "Jag har väntat på mitt paket i tre veckor och ingen svarar"],
    ["sv", "Aldrig mer, så dåligt bemötande av personalen"],
    ["other", "Jeg har ventet på min pakke i tre uger og kundeservice svarer ikke"],
    ["other", "Jeg har ventet på pakken min i tre uker og kundeservice svarer ikke meg"],
    ["other", "Ich warte seit drei Wochen auf mein Paket und keiner antwortet"],
    ["other", "Olen oodanud pakki juba kolm nädalat ja keegi ei vasta mulle"],
    ["other", "Ik wacht al drie weken op mijn pakket en niemand antwoordt"],
    ["other", "Я жду посылку уже три недели"],
    ["other", "لقد انتظرت ثلاثة أسابيع"],
  ])("%s: %s", (lang, text) => expect(identifyLanguage(text).lang).toBe(lang));

  it("is hardly sure of two words", () => {
    expect(identifyLanguage("Sama täällä").sure).toBeLessThanOrEqual(0.3);
  });

  it("knows nothing of a text without letters", () => {
    expect(identifyLanguage("+1 👍")).toEqual({ lang: "other", sure: 0 });
  });

  it("passes over handles, hashtags and addresses", () => {
    expect(
      identifyLanguage("@the_best_shop #worstservice https://the.and/you Missä pakettini on nyt").lang,
    ).toBe("fi");
  });
});

describe("chooseLang", () => {
  it("takes the writer's earlier language before the page's where the text says nothing", () => {
    expect(chooseLang(identifyLanguage("👍"), { priorLang: "sv", pageLang: "fi" }).lang).toBe("sv");
    expect(chooseLang(identifyLanguage("👍"), { pageLang: "fi", channelLangHint: "en" }).lang).toBe("fi");
  });

  it("believes a clear text against every hint", () => {
    const hints = { priorLang: "fi", pageLang: "fi" } as const;
    expect(
      chooseLang(identifyLanguage("I have been waiting for my parcel for three weeks"), hints).lang,
    ).toBe("en");
    expect(
      chooseLang(identifyLanguage("Ich warte seit drei Wochen auf mein Paket und keiner antwortet"), hints)
        .lang,
    ).toBe("other");
  });
});

describe("identify, sentence by sentence", () => {
  it("finds both languages of a mixed post", () => {
    expect(
      identify(
        read(normalise("Olen odottanut jo kolme viikkoa eikä kukaan vastaa. My child is in the hospital.")),
      ).langs,
    ).toEqual(new Set(["fi", "en"]));
  });
});
