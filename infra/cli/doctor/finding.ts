/** One line of the doctor: what was looked at, and where it is wrong what to do next. */
export type Finding =
  | { readonly ok: true; readonly what: string; readonly detail: string }
  | { readonly ok: false; readonly what: string; readonly detail: string; readonly next: string };

export const well = (what: string, detail: string): Finding => ({ ok: true, what, detail });
export const ill = (what: string, detail: string, next: string): Finding => ({
  ok: false,
  what,
  detail,
  next,
});

/** `ok      table shopkeeper-dev-care: answers` */
export const lineOf = (finding: Finding): string =>
  finding.ok
    ? `ok      ${finding.what}: ${finding.detail}`
    : `failed  ${finding.what}: ${finding.detail}\n        → ${finding.next}`;

/** The kind of an error and its words, with what was behind it, for the engineer's own screen. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const behind = error.cause instanceof Error ? ` (${wordsOf(error.cause)})` : "";
  return `${error.name}: ${error.message}${behind}`;
}
