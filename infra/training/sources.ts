import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import { StopCase } from "../../shared/complaint/assessment.ts";
import { Lang } from "../../shared/complaint/ids.ts";
import type { Weighed } from "../../shared/language/weigh-cues.ts";
import { MATTERS, type Matter } from "../../shared/language/weigh-situations.ts";
import { LabelledPost } from "./labelled-post.ts";

/** A labelled post to train on, wherever it is from. */
export type SourceRow = {
  id?: string;
  text: string;
  lang: Lang;
  brand?: string | undefined;
  competitors?: string[] | undefined;
  complaint: boolean;
  spans: Record<Weighed, string[]>;
  /** Where somebody has labelled it: a stop case, or none. */
  stop?: StopCase | "" | undefined;
  source: string;
};

const folder = import.meta.dirname;
const Bit = z.literal([0, 1]).transform(Boolean);

const linesOf = (file: string): unknown[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

/** Posts written for training: `texts/<lang>-<n>.jsonl`, in the order of their names. */
export function ownTexts(): SourceRow[] {
  const texts = path.join(folder, "texts");
  return readdirSync(texts)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) =>
      linesOf(path.join(texts, file)).map((line) => {
        const { id, text, lang, brand, competitors, complaint, spans, stop } = LabelledPost.parse(line);
        return {
          id,
          text,
          lang,
          competitors,
          complaint: complaint === 1,
          spans,
          stop,
          ...(brand === "" ? {} : { brand }),
          source: file,
        };
      }),
    );
}

const StopPost = z.strictObject({
  id: z.string(),
  lang: Lang,
  brand: z.string(),
  text: z.string(),
  stop: StopCase,
});
/** A post of which only the stop case is labelled. */
export type StopPost = Pick<SourceRow, "text" | "lang" | "brand" | "source"> & { stop: StopCase };

/** Posts that whoever wrote the sayings of stop cases wrote beside them: `stops/<lang>.jsonl`. */
export const ownStops = (): StopPost[] =>
  Lang.options.flatMap((lang) =>
    linesOf(path.join(folder, "stops", `${lang}.jsonl`)).map((line) => {
      const { id: _id, ...row } = StopPost.parse(line);
      return { ...row, source: "stops" };
    }),
  );

const Matters = z.array(z.enum(MATTERS)).min(1);
const MatterPost = z.strictObject({
  id: z.string(),
  lang: Lang,
  brand: z.string(),
  sector: z.string(),
  text: z.string().min(1),
  situations: Matters,
});
/** A complaint of which only what it is about is labelled. */
export type MatterPost = Pick<SourceRow, "text" | "lang" | "brand"> & { matters: readonly Matter[] };

/** Complaints of each matter, written for training: `situations/<lang>.jsonl`. */
export const ownMatters = (): MatterPost[] =>
  Lang.options.flatMap((lang) =>
    linesOf(path.join(folder, "situations", `${lang}.jsonl`)).map((line) => {
      const { text, brand, situations } = MatterPost.parse(line);
      return { text, lang, brand, matters: situations };
    }),
  );

/** What the complaints among our own texts are about, by their ids: `labels/situations.txt`. Unclear ones are left out. */
export const matterLabels = (): ReadonlyMap<string, readonly Matter[]> =>
  new Map(
    readFileSync(path.join(folder, "labels", "situations.txt"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(" "))
      .filter(([, labels]) => labels !== "unclear")
      .map(([id = "", labels = ""]) => [id, Matters.parse(labels.split(","))] as const),
  );

const Place = z.tuple([z.int(), z.int()]);
const IbmLabel = z.object({
  id: z.string(),
  sha256: z.string(),
  complaint: Bit,
  spans: z.record(z.string(), z.array(Place)).default({}),
});
const IbmConversation = z.object({
  dialogContent: z.array(z.object({ message: z.string() })),
  dialogHeader: z.object({ sessionID: z.string(), company: z.string() }),
});

/** Where the public texts are that our labels are for. They are not kept here: their writers did not give them to us. */
export const IBM_CARE = {
  file: "dev.json",
  from: "https://raw.githubusercontent.com/IBM/twitter-customer-care-document-prediction/453470eea55a1777f798053a6ac6302a9bf80f9a/dev.json",
  licence: "Apache-2.0",
};

/**
 * Customers' turns of IBM's customer-care conversations with our labels (`labels/ibm-care.jsonl`).
 * @throws {Error} when the file is missing, or a text is not the one that was labelled
 */
export function ibmCare(sources: string): SourceRow[] {
  const file = path.join(sources, IBM_CARE.file);
  if (!existsSync(file)) throw new Error(`${file} is missing; fetch it from ${IBM_CARE.from}`);
  const conversations = z.array(IbmConversation).parse(JSON.parse(readFileSync(file, "utf8")));
  const turns = new Map<string, { text: string; brand: string }>();
  for (const { dialogContent, dialogHeader } of conversations)
    dialogContent.forEach(({ message }, turn) => {
      turns.set(`${dialogHeader.sessionID}#${turn}`, { text: message, brand: dialogHeader.company });
    });
  return linesOf(path.join(folder, "labels", "ibm-care.jsonl")).map((line) => {
    const { id, sha256, complaint, spans } = IbmLabel.parse(line);
    const turn = turns.get(id);
    if (turn === undefined) throw new Error(`${file} holds no turn ${id}`);
    if (!createHash("sha256").update(turn.text).digest("hex").startsWith(sha256))
      throw new Error(`${file}: turn ${id} is not the text that was labelled`);
    const wordsOf = (kind: Weighed) => (spans[kind] ?? []).map(([from, to]) => turn.text.slice(from, to));
    return {
      ...turn,
      lang: "en" as const,
      complaint,
      spans: {
        relationship: wordsOf("relationship"),
        competitor: wordsOf("competitor"),
        churn: wordsOf("churn"),
        warning: wordsOf("warning"),
      },
      source: "ibm-care",
    };
  });
}

/** Reviews with the labels of Singh et al. (ECIR 2023). */
export const CESAMARD = {
  file: "CESAMARD-Aspect_Dataset.csv",
  from: "https://raw.githubusercontent.com/appy1608/ECIR2023_Complaint-Detection/3908143a2942d10a71bca220e01811176006ead7/CESAMARD-Aspect_Dataset.csv",
  licence: "MIT",
};
const Review = z.object({ Title: z.string(), Review_S: z.string(), Complaint: z.enum(["0", "1"]) });

/**
 * The reviews named in `labels/cesamard.txt` (by the digest of title and text), in the order of that list.
 * @throws {Error} when the file is missing, or a review is not in it
 */
export function cesamard(sources: string): SourceRow[] {
  const file = path.join(sources, CESAMARD.file);
  if (!existsSync(file)) throw new Error(`${file} is missing; fetch it from ${CESAMARD.from}`);
  const parsed: unknown = parse(readFileSync(file), { columns: true, relaxColumnCount: true, bom: true });
  const reviews = new Map<string, SourceRow>();
  for (const line of z.array(z.unknown()).parse(parsed)) {
    const review = Review.safeParse(line);
    if (!review.success) continue;
    const { Title: title, Review_S: text, Complaint: complaint } = review.data;
    const digest = createHash("sha256").update(`${title}\n${text}`).digest("hex").slice(0, 12);
    reviews.set(digest, {
      text: title === "" ? text : `${title}. ${text}`,
      lang: "en",
      complaint: complaint === "1",
      spans: { relationship: [], competitor: [], churn: [], warning: [] },
      source: "cesamard",
    });
  }
  return readFileSync(path.join(folder, "labels", "cesamard.txt"), "utf8")
    .trim()
    .split("\n")
    .map((digest) => {
      const review = reviews.get(digest);
      if (review === undefined) throw new Error(`${file} holds no review ${digest}`);
      return review;
    });
}

/** Lines of film subtitles: what people say who write to no brand (Öhman et al., COLING 2020). */
export const XED = {
  files: [
    { file: "fi-annotated.tsv", folder: "AnnotatedData", lang: "fi" },
    { file: "neu_fi.txt", folder: "AnnotatedData", lang: "fi" },
    { file: "sv-projections.tsv", folder: "Projections", lang: "sv" },
  ],
  from: "https://raw.githubusercontent.com/Helsinki-NLP/XED/76666d251f147cf518071bef4f8415dab6b96115",
  licence: "CC BY 4.0",
} as const;

/**
 * The lines named in `labels/xed.txt` (by the digest of the text): none of them carries a cue.
 * @throws {Error} when a file is missing, or a line is not in any
 */
export function xed(sources: string): SourceRow[] {
  const wanted = new Set(
    readFileSync(path.join(folder, "labels", "xed.txt"), "utf8")
      .trim()
      .split("\n"),
  );
  const rows: SourceRow[] = [];
  for (const { file, folder: at, lang } of XED.files) {
    const here = path.join(sources, file);
    if (!existsSync(here)) throw new Error(`${here} is missing; fetch it from ${XED.from}/${at}/${file}`);
    for (const line of readFileSync(here, "utf8").split("\n")) {
      const text = line.split("\t")[0] ?? "";
      const digest = createHash("sha256").update(text).digest("hex").slice(0, 8);
      if (!wanted.delete(digest)) continue;
      rows.push({
        text,
        lang,
        complaint: false,
        spans: { relationship: [], competitor: [], churn: [], warning: [] },
        source: "xed",
      });
    }
  }
  const [lost] = wanted;
  if (lost !== undefined) throw new Error(`no line of XED has the digest ${lost}`);
  // By their digest, not by where they stand in a file that somebody may sort.
  return rows.sort((a, b) => (a.text < b.text ? -1 : 1));
}
