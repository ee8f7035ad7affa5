import type { Cue, CueKind } from "../../shared/complaint/cue.ts";

/** A stretch of the text with what it carries; none where nothing does. */
export type Stretch = { readonly text: string; readonly cues: readonly Cue[] };

/** Which kind gives a stretch its look where several meet. */
const strongest: readonly CueKind[] = [
  "competitor",
  "churn",
  "warning",
  "relationship",
  "rigid-rule",
  "repeated-contact",
  "request",
  "deadline",
  "sum",
  "order-number",
  "product",
  "place",
  "date",
];

/**
 * Cuts a text at the ends of its cues, so that cues may lie over one another. Joined together the stretches are the
 * text. Cues outside the text, as after an edit, mark nothing.
 */
export function markCues(text: string, cues: readonly Cue[]): readonly Stretch[] {
  const inside = cues.filter((cue) => cue.start < cue.end && cue.end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((cue) => [cue.start, cue.end])])].toSorted(
    (a, b) => a - b,
  );
  const stretches: Stretch[] = [];
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1];
    if (end === undefined) break;
    const over = inside
      .filter((cue) => cue.start <= start && end <= cue.end)
      .toSorted((a, b) => strongest.indexOf(a.kind) - strongest.indexOf(b.kind));
    stretches.push({ text: text.slice(start, end), cues: over });
  }
  return stretches;
}
