import { type FileLine, linesOf } from "./file-lines.ts";

/** An address may run over a few lines; a quotation mark that was forgotten must not swallow the file. */
const MOST_LINES = 50;

/**
 * One record after the other: a line, or the lines that a quoted field runs over. A quotation mark that is not closed
 * within fifty lines costs its own line, and the next one is read as if it were not there. `line` is the first line's.
 */
export async function* csvRecords(file: string, delimiter: string): AsyncGenerator<FileLine> {
  const lines = linesOf(file);
  let ahead: FileLine[] = [];
  const next = async (): Promise<FileLine | undefined> => {
    const [first, ...rest] = ahead;
    ahead = rest;
    if (first !== undefined) return first;
    const read = await lines.next();
    return read.done === true ? undefined : read.value;
  };
  for (let begin = await next(); begin !== undefined; begin = await next()) {
    const taken: FileLine[] = [begin];
    let isOpen = leavesOpen(begin.text ?? "", delimiter, false);
    while (isOpen && taken.length < MOST_LINES) {
      const more = await next();
      if (more === undefined) break;
      taken.push(more);
      if (more.text === undefined) break;
      isOpen = leavesOpen(more.text, delimiter, true);
    }
    if (isOpen) {
      ahead = [...taken.slice(1), ...ahead];
      yield { ...begin, text: undefined };
    } else
      yield {
        line: begin.line,
        bytes: taken.at(-1)?.bytes ?? begin.bytes,
        text: begin.text === undefined ? undefined : taken.map(({ text }) => text).join("\n"),
      };
  }
}

/** Whether the line ends inside a quoted field. A field is quoted when its first character is a quotation mark. */
function leavesOpen(text: string, delimiter: string, wasOpen: boolean): boolean {
  let isOpen = wasOpen;
  let isFieldStart = !wasOpen;
  if (!isOpen && !text.includes('"')) return false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isOpen) {
      if (sign !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else isOpen = false;
    } else if (sign === delimiter) isFieldStart = true;
    else if (sign === '"' && isFieldStart) {
      isOpen = true;
      isFieldStart = false;
    } else if (sign !== " ") isFieldStart = false;
  }
  return isOpen;
}
