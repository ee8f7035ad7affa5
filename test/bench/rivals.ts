import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import * as z from "zod";

/** A labelled text. */
export type Labelled = { readonly text: string; readonly complaint: boolean };
/** What was trained: whether a text complains. */
export type Trained = (text: string) => boolean | Promise<boolean>;
/** A classifier that others use. `folds`: fewer than the rest where its training takes too long. */
export type Rival = {
  readonly name: string;
  readonly settings: string;
  readonly folds?: number;
  /** Rows it is trained on at most, evenly taken, where all would take hours. */
  readonly most?: number;
  train(rows: readonly Labelled[]): Promise<Trained>;
};

// Else a dependency of natural advertises itself between the lines.
process.env["DOTENV_CONFIG_QUIET"] = "true";

const FOLDER = new URL("./rivals/", import.meta.url);
const from = createRequire(new URL("package.json", FOLDER));
const Version = z.object({ version: z.string() });
const versionOf = (name: string): string =>
  Version.parse(JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, FOLDER), "utf8")))
    .version;

/** Whether the rivals are installed: `npm ci --prefix test/bench/rivals`. */
export function rivalsInstalled(): boolean {
  try {
    from.resolve("natural");
    return true;
  } catch {
    return false;
  }
}

const YES = "complaint";
const NO = "other";
const labelOf = ({ complaint }: Labelled): string => (complaint ? YES : NO);

// The packages bring no types or loose ones: each is taken as the few methods that are called.
type Natural = {
  addDocument(text: string, label: string): void;
  train(): void;
  classify(text: string): string;
};
type Wink = {
  definePrepTasks(tasks: readonly unknown[]): number;
  defineConfig(config: object): boolean;
  learn(text: string, label: string): boolean;
  consolidate(): boolean;
  predict(text: string): string;
};
type WinkUtils = {
  string: Record<"lowerCase" | "tokenize0", (text: string) => unknown>;
  tokens: Record<"removeWords" | "stem" | "propagateNegations", (tokens: unknown) => unknown>;
};
type NlpManager = {
  addDocument(lang: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(lang: string, text: string): Promise<{ intent: string }>;
};
type FastText = {
  getFastTextModule: unknown;
  getFastTextClass(options: object): Promise<
    new () => {
      trainSupervised(
        url: string,
        settings: object,
        watch: () => void,
      ): Promise<{
        predict(text: string, labels: number, from: number): { get(at: number): [number, string] };
      }>;
    }
  >;
};

function naturalRival(kind: "BayesClassifier" | "LogisticRegressionClassifier", more: Partial<Rival>): Rival {
  return {
    name: `natural ${versionOf("natural")} ${kind}`,
    settings: "PorterStemmer, defaults",
    ...more,
    train: async (rows) => {
      const natural: Record<typeof kind, new () => Natural> = from("natural");
      const classifier = new natural[kind]();
      for (const row of rows) classifier.addDocument(row.text, labelOf(row));
      classifier.train();
      return (text) => classifier.classify(text) === YES;
    },
  };
}

const wink = (): Rival => ({
  name: `wink-naive-bayes-text-classifier ${versionOf("wink-naive-bayes-text-classifier")}`,
  settings: `wink-nlp-utils ${versionOf("wink-nlp-utils")}: tokenize0, negations, stem; presence only, smoothing 0.5`,
  train: async (rows) => {
    const makeClassifier: () => Wink = from("wink-naive-bayes-text-classifier");
    const utils: WinkUtils = from("wink-nlp-utils");
    const classifier = makeClassifier();
    classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
    classifier.definePrepTasks([
      utils.string.lowerCase,
      utils.string.tokenize0,
      utils.tokens.propagateNegations,
      utils.tokens.stem,
    ]);
    for (const row of rows) classifier.learn(row.text, labelOf(row));
    classifier.consolidate();
    return (text) => classifier.predict(text) === YES;
  },
});

const nlpJs = (lang: string): Rival => ({
  name: `node-nlp ${versionOf("node-nlp")}`,
  settings: "NlpManager, its neural classifier, defaults",
  train: async (rows) => {
    const { NlpManager }: { NlpManager: new (settings: object) => NlpManager } = from("node-nlp");
    const manager = new NlpManager({
      languages: [lang],
      autoSave: false,
      autoLoad: false,
      forceNER: false,
      nlu: { log: false, useNoneFeature: false },
    });
    for (const row of rows) manager.addDocument(lang, row.text, labelOf(row));
    await manager.train();
    return async (text) => (await manager.process(lang, text)).intent === YES;
  },
});

const FAST_TEXT = {
  epoch: 25,
  lr: 0.5,
  dim: 50,
  wordNgrams: 2,
  minn: 2,
  maxn: 5,
  bucket: 200_000,
  loss: "softmax",
};
const fastText = (): Rival => ({
  name: `fastText (fasttext.wasm.js ${versionOf("fasttext.wasm.js")})`,
  settings: `supervised, ${Object.entries(FAST_TEXT)
    .map(([key, value]) => `${key} ${value}`)
    .join(", ")}; lower case, one thread`,
  train: async (rows) => {
    const { getFastTextModule, getFastTextClass }: FastText = await import(
      pathToFileURL(from.resolve("fasttext.wasm.js")).href
    );
    const FastTextClass = await getFastTextClass({ getFastTextModule });
    const line = (text: string) => text.toLowerCase().replace(/\s+/gu, " ");
    const lines = rows.map((row) => `__label__${labelOf(row)} ${line(row.text)}\n`).join("");
    const model = await new FastTextClass().trainSupervised(
      `data:text/plain;base64,${Buffer.from(lines).toString("base64")}`,
      { ...FAST_TEXT, verbose: 0 },
      () => {},
    );
    return (text) => model.predict(`${line(text)}\n`, 1, 0).get(0)[1] === `__label__${YES}`;
  },
});

/** Its time grows with the third power of the rows. */
const MOST_FOR_NATURAL = 200;

/** All rivals, ready to be trained on texts of a language. */
export const rivalsFor = (lang: string): readonly Rival[] => [
  naturalRival("BayesClassifier", {}),
  naturalRival("LogisticRegressionClassifier", {
    folds: 3,
    most: MOST_FOR_NATURAL,
    settings: `PorterStemmer, defaults; taught ${MOST_FOR_NATURAL} rows, which takes 10 s, while 100 take 1 s`,
  }),
  wink(),
  nlpJs(lang),
  fastText(),
];
