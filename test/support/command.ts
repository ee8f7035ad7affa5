import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

const root = path.join(import.meta.dirname, "../..");
const Package = z.object({ scripts: z.object({ start: z.string().startsWith("node ") }) });
/** What `npm start` runs, without npm. */
const [, ...args] = Package.parse(
  JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")),
).scripts.start.split(" ");

/** `npm start` as a process group of its own, as a terminal has it. */
export type Command = {
  /** Everything it has printed so far, on both streams. */
  said(): string;
  /** Until it has printed this. @throws with what it did print when it ends before */
  prints(words: string): Promise<void>;
  /** To the whole group, as a terminal sends it. */
  signal(name: "SIGINT" | "SIGKILL"): void;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

const started = new Set<ChildProcess>();

export function startCommand(environment: Readonly<Record<string, string>>): Command {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...withoutVitest(), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  started.add(child);
  let text = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      for (const listener of listeners) listener();
    });
  const ended = once(child, "close").then(([code, signal]: (number | NodeJS.Signals | null)[]) => {
    started.delete(child);
    return {
      code: typeof code === "number" ? code : null,
      signal: typeof signal === "string" ? signal : null,
    };
  });
  return {
    said: () => text,
    ended,
    signal: (name) => {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    },
    prints: (words) =>
      new Promise((done, fail) => {
        const look = () => {
          if (!text.includes(words)) return;
          listeners.delete(look);
          done();
        };
        listeners.add(look);
        look();
        void ended.then(({ code }) => fail(new Error(`it ended with ${code}:\n${text}`)));
      }),
  };
}

/** Ends what a failed test left running. */
export function endCommands(): void {
  for (const { pid } of started) if (pid !== undefined) process.kill(-pid, "SIGKILL");
}

/** The settings of the test runner are none of the command's. */
function withoutVitest(): NodeJS.ProcessEnv {
  const { PATH, HOME, DYNAMODB_ENDPOINT } = process.env;
  return { PATH, HOME, ...(DYNAMODB_ENDPOINT === undefined ? {} : { DYNAMODB_ENDPOINT }) };
}

/** Processes whose command line names this folder. */
export const processesOn = (folder: string): readonly string[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
      } catch {
        return false;
      }
    });
