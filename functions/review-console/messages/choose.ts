import type { Lang } from "../../../shared/complaint/ids.ts";
import { en } from "./en.ts";
import { fi } from "./fi.ts";
import type { Messages } from "./messages.ts";
import { sv } from "./sv.ts";

export const catalogues: Record<Lang, Messages> = { en, fi, sv };
const isLang = (lang: string | undefined): lang is Lang => lang === "en" || lang === "fi" || lang === "sv";

/** The chosen language, else the first of the browser's that we have, else English. */
export function chooseMessages(chosen: string | undefined, acceptLanguage: string | undefined): Messages {
  if (isLang(chosen)) return catalogues[chosen];
  const asked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...options] = part.trim().split(";");
      const quality = Number(
        options
          .find((option) => option.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? "1",
      );
      return { lang: tag.slice(0, 2).toLowerCase(), quality: Number.isFinite(quality) ? quality : 0 };
    })
    .toSorted((a, b) => b.quality - a.quality);
  const first = asked.find(({ lang, quality }) => quality > 0 && isLang(lang))?.lang;
  return isLang(first) ? catalogues[first] : en;
}
