import type { Lang } from "../../complaint/ids.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that are shouted when they stand in capitals. What is not here and short may be a name: HDMI, PSN, ALV. */
export const shoutedWords: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: words(
    "all always any anything asap but cannot did does done ever every everything fixed free great have here how just know love many more most much must never new not nothing now only our out please promise really right should sorry stop thank thanks that the then there they this today too very want was were what when where which who why will with wrong yes you your",
  ),
  fi: words(
    "aina anteeksi ei eikä emme enää erittäin heti hyvin hyvä ihan ilman kaikki kiitos koskaan kyllä mitään nyt oikeasti olemme paljon pahoillani pitää sinun sinä sinulle teidän todella tosi tänään täysin vain varmasti väärin",
  ),
  sv: words(
    "absolut aldrig alla allt alltid bara dig din ditt fel förlåt genast göra helt idag ingen inga inget inte jätte mycket måste nej nu någonsin och också rätt snarast tack verkligen vill väldigt än är",
  ),
};
