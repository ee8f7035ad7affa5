import { describe, expect, it } from "vitest";
import type { Lang } from "../../shared/complaint/ids.ts";
import { normalise } from "../../shared/language/normalise.ts";
import { stageOf } from "../../shared/language/stage.ts";
import { read } from "../../shared/language/tokens.ts";

describe("the stage at which a complaint arose", () => {
  it.each<[Lang, string, string]>([
    ["en", "delivery", "The courier says delivered but my parcel is not here"],
    ["en", "invoice", "You charged me twice on this month's bill"],
    ["en", "return", "Still no refund for the jacket that I sent back"],
    ["en", "contact", "Forty minutes on hold and then the chat closed"],
    ["en", "use", "It fell apart on the first ride"],
    ["fi", "delivery", "Paketti on seurannan mukaan noutopisteessä, mutta ei ole"],
    ["fi", "invoice", "Taas väärä lasku"],
    ["fi", "return", "Palautusta ei hyväksytty"],
    ["fi", "contact", "Asiakaspalvelu ei vastaa"],
    ["fi", "use", "Hajosi heti"],
    ["sv", "delivery", "Leveransen kom aldrig till ombudet"],
    ["sv", "invoice", "Fel faktura igen"],
    ["sv", "before-buying", "Annonsen lovade en kampanj som inte fanns"],
  ])("%s %s: %s", (lang, stage, text) => expect(stageOf(read(normalise(text)).tokens, lang)).toBe(stage));
});
