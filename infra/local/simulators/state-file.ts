import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type * as z from "zod";
import { Plain } from "../plain.ts";
import { writeWhole } from "../whole-file.ts";

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
 * @throws {Plain} when the file exists and does not hold such a state: a world is never silently begun anew
 */
export function stateFile<State>(file: string | undefined, schema: z.ZodType<State>): StateFile<State> {
  let waiting: { state: State; timer: NodeJS.Immediate } | undefined;
  const write = (name: string, state: State) => writeWhole(name, JSON.stringify(state));
  return {
    read: () => (file === undefined || !existsSync(file) ? undefined : readState(file, schema)),
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

function readState<State>(file: string, schema: z.ZodType<State>): State {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Plain(
      `${file} cannot be read: it does not hold what the simulated platform keeps there.\nPut the file back from a copy, or begin anew: rm -rf ${path.dirname(file)}`,
      { cause },
    );
  }
}
