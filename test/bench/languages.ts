import { eld } from "eld/extrasmall";
import { identifyLanguage } from "../../shared/language/identify.ts";
import { perSecond, type Row } from "./clock.ts";
import { posts } from "./texts.ts";

/** Language of a post, against eld 2.1.0 (npm, extrasmall), which is told that only these languages come. */
export async function benchLanguages(): Promise<readonly Row[]> {
  const known = posts.filter((post) => ["en", "fi", "sv"].includes(post.lang));
  const texts = known.map((post) => post.text);
  const share = (name: (text: string) => string) =>
    (100 * known.filter((post) => name(post.text) === post.lang).length) / known.length;
  return [
    {
      what: `language of ${known.length} invented posts, right (eld extrasmall)`,
      ours: share((text) => identifyLanguage(text).lang),
      rival: share((text) => eld.detect(text).language),
      unit: "%",
    },
    {
      what: "language, posts a second (eld extrasmall)",
      ours: perSecond(20, () => texts.forEach((text) => identifyLanguage(text))) * texts.length,
      rival: perSecond(20, () => texts.forEach((text) => eld.detect(text))) * texts.length,
      unit: "/s",
    },
  ];
}
