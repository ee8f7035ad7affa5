import type { CueKind } from "../complaint/cue.ts";

/** Sayings that carry one sort of cue, in the syntax of `compileGrammar`. */
export type CueRule = { kind: CueKind; detail: string; say: readonly string[] };

/** Number words with what they say; "several" and its like carry no number and are left out. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    twice: 2,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    decade: 10,
    decades: 20,
    kaksi: 2,
    kolme: 3,
    neljä: 4,
    viisi: 5,
    kuusi: 6,
    seitsemän: 7,
    kahdeksan: 8,
    yhdeksän: 9,
    kymmenen: 10,
    kaksitoista: 12,
    viisitoista: 15,
    kaksikymmentä: 20,
    kolmekymmentä: 30,
    kahdesti: 2,
    kolmesti: 3,
    toinen: 2,
    toisen: 2,
    kolmas: 3,
    kolmannen: 3,
    kolmatta: 3,
    neljäs: 4,
    neljännen: 4,
    viides: 5,
    vuosikymmenen: 10,
    två: 2,
    tre: 3,
    fyra: 4,
    fem: 5,
    sex: 6,
    sju: 7,
    åtta: 8,
    nio: 9,
    tio: 10,
    elva: 11,
    tolv: 12,
    femton: 15,
    tjugo: 20,
    trettio: 30,
    andra: 2,
    tredje: 3,
    fjärde: 4,
    femte: 5,
  }),
);

/** Words that stand where a number stands. */
export const COUNT_EN =
  "#|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|many|several|few|couple";
export const COUNT_FI =
  "#|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|kaksitoista|viisitoista|kaksikymmentä|kolmekymmentä|monta|usean|useita|monen|parin";
export const COUNT_SV =
  "#|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo|trettio|många|flera|par";
