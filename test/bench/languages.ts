import { eld } from "eld/extrasmall";
import { identifyLanguage } from "../../shared/language/identify.ts";
import type { Row } from "./clock.ts";
import { perPost, posts } from "./texts.ts";

/** Language of a post, against eld 2.1.0 (npm, extrasmall), which is told that only these languages come. */
export async function benchLanguages(): Promise<readonly Row[]> {
  const known = posts.filter((post) => ["en", "fi", "sv"].includes(post.lang));
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
      ours: perPost(20, identifyLanguage),
      rival: perPost(20, (text) => eld.detect(text)),
      unit: "/s",
    },
  ];
}
