import { cpSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, buildSync, type Metafile } from "esbuild";

/**
 * How a function becomes one file. The stack, the measuring and the test under Node 24 all take it from here, so what
 * is measured and tried is what is deployed.
 */
export const bundle = {
  target: "node24",
  /** Finnish and Swedish words as they are: escaped, each ä is six characters. */
  charset: "utf8",
  format: "esm",
  /** Some of the packages are CommonJS and call `require` for Node's own modules; ESM has none. */
  banner:
    'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  /** ES modules first: the SDK's CommonJS builds cannot be tree-shaken and are half as large again. */
  mainFields: ["module", "main"],
  alias: {
    // twitter-text asks for `punycode` and means the package; Node 24 warns that its own module of that name goes.
    punycode: "punycode/punycode.js",
    "@aws-sdk/credential-provider-node": path.join(import.meta.dirname, "lambda-credentials.ts"),
    "@aws-sdk/token-providers": path.join(import.meta.dirname, "lambda-tokens.ts"),
  },
  loader: { ".css": "text" },
} as const;

/** The same, in esbuild's words. @param outfile where to; without it the text comes back */
export const esbuildOptions = (entry: string, outfile?: string): BuildOptions => ({
  entryPoints: [entry],
  bundle: true,
  minify: true,
  platform: "node",
  target: bundle.target,
  format: bundle.format,
  charset: bundle.charset,
  banner: { js: bundle.banner },
  mainFields: [...bundle.mainFields],
  alias: bundle.alias,
  loader: bundle.loader,
  logLevel: "silent",
  ...(outfile === undefined ? { write: false, outdir: "." } : { outfile }),
});

const root = path.resolve(import.meta.dirname, "../..");
/** A module that reads files beside itself, and where they lie: in a bundle they must lie beside that. */
const READERS = [
  { module: "shared/language/language-files.ts", files: "shared/language/languages" },
  { module: "shared/adapters/brand-file/bases.ts", files: "shared/adapters/brand-file/base" },
] as const;

/** Folders that must lie beside a bundle, by what it is made of. */
const besideOf = (brought: Metafile["inputs"]): { from: string; name: string }[] =>
  READERS.filter(({ module }) => module in brought).map(({ files }) => ({
    from: path.join(root, files),
    name: path.basename(files),
  }));

/** Bundles, and tells what the bundle is made of. */
const bundled = (options: BuildOptions) =>
  buildSync({ ...options, metafile: true, absWorkingDir: root }).metafile.inputs;

/** Folders that must lie beside the bundle of an entry. */
export const filesBeside = (entry: string) => besideOf(bundled(esbuildOptions(entry)));

/** The bundle of an entry with all that it reads beside itself, ready to run. */
export function bundleTo(entry: string, outfile: string): void {
  for (const { from, name } of besideOf(bundled(esbuildOptions(entry, outfile))))
    cpSync(from, path.join(path.dirname(outfile), name), { recursive: true });
}
