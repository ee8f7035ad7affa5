import type { IncidentText } from "../complaint/incident.ts";

/** What differs from writer to writer in an incident's text; everything else is the same for all. */
export const publicSlots = ["signer"] as const;
export const privateSlots = ["signer", "brand", "until", "next", "amount", "code"] as const;
type Slot = (typeof privateSlots)[number];
/** Not always known: who follows, the writer's amount, the code of a place. They stand in brackets. */
const optional: ReadonlySet<string> = new Set(["next", "amount", "code"] satisfies Slot[]);

export type Slots = Readonly<Record<"signer" | "brand" | "until", string>> &
  Readonly<Partial<Record<"next" | "amount" | "code", string>>>;

/** What is wrong with a text before a word of it is read. */
export type TextFault =
  | { readonly fault: "unknown-slot"; readonly slot: string }
  /** A slot that may be empty stands outside brackets, so that a hole would be left. */
  | { readonly fault: "needs-brackets"; readonly slot: string }
  | { readonly fault: "brackets" }
  | { readonly fault: "no-signer" };

/** A stretch of a text; `isOptional` where it stands in brackets and goes with its slot. */
type Part = { readonly text: string; readonly isOptional: boolean };

const SLOT = /\{([^{}]*)\}/g;
const slotsOf = (text: string): string[] => [...text.matchAll(SLOT)].map((match) => match[1] ?? "");

/** @returns undefined where brackets or braces do not close, or stand inside one another */
function partsOf(text: string): readonly Part[] | undefined {
  const parts = text
    .split(/(\[[^[\]]*\])/)
    .filter((part) => part !== "")
    .map((part) => ({
      text: part.replace(/^\[(.*)\]$/s, "$1"),
      isOptional: part.startsWith("[") && part.endsWith("]"),
    }));
  const isClean = parts.every(({ text: words }) => !/[[\]{}]/.test(words.replaceAll(SLOT, "")));
  return isClean ? parts : undefined;
}

/** Whether a text can be filled for everybody: `{slot}` is filled, `[words with a {slot}]` fall away where it is empty. */
export function faultsOf(side: keyof IncidentText, text: string): readonly TextFault[] {
  const parts = partsOf(text);
  if (parts === undefined) return [{ fault: "brackets" }];
  const allowed: ReadonlySet<string> = new Set(side === "public" ? publicSlots : privateSlots);
  const faults: TextFault[] = [];
  for (const { text: words, isOptional } of parts) {
    const slots = slotsOf(words);
    for (const slot of slots) {
      if (!allowed.has(slot)) faults.push({ fault: "unknown-slot", slot });
      else if (optional.has(slot) && !isOptional) faults.push({ fault: "needs-brackets", slot });
    }
    // Brackets around what is always there would say that it may be missing.
    if (isOptional && !slots.some((slot) => optional.has(slot))) faults.push({ fault: "brackets" });
  }
  const always = parts.filter(({ isOptional }) => !isOptional).flatMap(({ text: words }) => slotsOf(words));
  return always.includes("signer") ? faults : [...faults, { fault: "no-signer" }];
}

/**
 * The text for one writer.
 *
 * @throws {RangeError} for a text with a fault: it must not have been set
 */
export function fillText(text: string, slots: Slots): string {
  const parts = partsOf(text);
  const filledWith = (name: string): string | undefined =>
    privateSlots.some((slot) => slot === name) ? slots[name as Slot] : undefined;
  const filled = parts?.map(({ text: words, isOptional }) => {
    const isFull = slotsOf(words).every((slot) => filledWith(slot) !== undefined);
    if (!isFull && isOptional) return "";
    if (!isFull) throw new RangeError("a text of an incident has a slot that cannot be filled");
    return words.replace(SLOT, (_all, name: string) => filledWith(name) ?? "");
  });
  if (filled === undefined) throw new RangeError("a text of an incident has brackets that do not close");
  return filled
    .join("")
    .replace(/[ \t]{2,}/g, " ")
    .replace(/ ([.,;])/g, "$1")
    .trim();
}
