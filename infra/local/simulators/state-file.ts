import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type * as z from "zod";

/** Where a world is kept, so that a restart finds it again. */
type StateFile<State> = {
  read(): State | undefined;
  /** Writes soon, once for all changes of the same turn. */
  changed(state: State): void;
  /** Writes now what is still to be written. */
  flush(): void;
};

/**
 * State as one JSON file, replaced as a whole.
 * Without a file name nothing is kept.
 *
 * @throws when the file exists and does not hold such a state: a world is never silently begun anew.
 */
export function stateFile<State>(file: string | undefined, schema: z.ZodType<State>): StateFile<State> {
  let waiting: { state: State; timer: NodeJS.Immediate } | undefined;
  const write = (name: string, state: State) => {
    mkdirSync(dirname(name), { recursive: true });
    const draft = `${name}.writing`;
    writeFileSync(draft, JSON.stringify(state));
    renameSync(draft, name);
  };
  return {
    read: () =>
      file === undefined || !existsSync(file)
        ? undefined
        : schema.parse(JSON.parse(readFileSync(file, "utf8"))),
    changed(state) {
      if (file === undefined || waiting !== undefined) return;
      const timer = setImmediate(() => {
        waiting = undefined;
        write(file, state);
      });
      waiting = { state, timer };
    },
    flush() {
      if (file === undefined || waiting === undefined) return;
      clearImmediate(waiting.timer);
      write(file, waiting.state);
      waiting = undefined;
    },
  };
}
