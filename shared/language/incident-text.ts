import { type IncidentText, LONGEST_TEXT } from "../complaint/incident.ts";

/** What differs from writer to writer in an incident's text; everything else is the same for all. */
const publicSlots = ["signer", "step"] as const;
const privateSlots = ["signer", "brand", "until", "next", "amount", "code"] as const;
type Slot = (typeof publicSlots)[number] | (typeof privateSlots)[number];
const allSlots: readonly Slot[] = [...publicSlots, ...privateSlots];
/**
 * Not always there: who follows, the writer's amount, the code of a place, and the request for a message, which only X
 * needs. They stand in brackets.
 */
const optional: ReadonlySet<string> = new Set(["next", "amount", "code", "step"] satisfies Slot[]);

export type Slots = Readonly<Record<"signer" | "brand" | "until", string>> &
  Readonly<Partial<Record<"next" | "amount" | "code" | "step", string>>>;

/** What is wrong with a text before a word of it is read. */
export type TextFault =
  | { readonly fault: "empty" }
  | { readonly fault: "too-long"; readonly most: number }
  | { readonly fault: "unknown-slot"; readonly slot: string }
  /** A slot that may be empty stands outside brackets, so that a hole would be left. */
  | { readonly fault: "needs-brackets"; readonly slot: string }
  | { readonly fault: "brackets" }
  | { readonly fault: "no-signer" }
  /** Nothing asks for the message without which X lets us write to nobody. */
  | { readonly fault: "no-step" };

/** A stretch of a text; `isOptional` where it stands in brackets and gives way, with its slot, to `otherwise`. */
type Part = { readonly text: string; readonly otherwise: string; readonly isOptional: boolean };

const SLOT = /\{([^{}]*)\}/g;
const slotsOf = (text: string): string[] => [...text.matchAll(SLOT)].map((match) => match[1] ?? "");

/** @returns undefined where brackets or braces do not close, or stand inside one another */
function partsOf(text: string): readonly Part[] | undefined {
  const parts = text
    .split(/(\[[^[\]]*\])/)
    .filter((part) => part !== "")
    .map((part) => {
      if (!part.startsWith("[") || !part.endsWith("]"))
        return { text: part, otherwise: "", isOptional: false };
      const [text = "", ...otherwise] = part.slice(1, -1).split("|");
      return { text, otherwise: otherwise.join("|"), isOptional: true };
    });
  const isClean = parts.every(
    ({ text: words, otherwise }) => !/[[\]{}]/.test(`${words}${otherwise}`.replaceAll(SLOT, "")),
  );
  return isClean ? parts : undefined;
}

/**
 * Whether a text can be filled for everybody: `{slot}` is filled, `[words with a {slot}]` fall away where it is empty,
 * and of `[words with a {slot}|other words]` the others stand there then.
 */
export function faultsOf(side: keyof IncidentText, text: string): readonly TextFault[] {
  if (text.trim() === "") return [{ fault: "empty" }];
  const most = LONGEST_TEXT[side];
  if (text.trim().length > most) return [{ fault: "too-long", most }];
  const parts = partsOf(text);
  if (parts === undefined) return [{ fault: "brackets" }];
  const allowed: ReadonlySet<string> = new Set(side === "public" ? publicSlots : privateSlots);
  const faults: TextFault[] = [];
  for (const { text: words, otherwise, isOptional } of parts) {
    const slots = slotsOf(words);
    const instead = slotsOf(otherwise);
    for (const slot of [...slots, ...instead])
      if (!allowed.has(slot)) faults.push({ fault: "unknown-slot", slot });
    for (const slot of isOptional ? instead : slots)
      if (allowed.has(slot) && optional.has(slot)) faults.push({ fault: "needs-brackets", slot });
    // Brackets around what is always there would say that it may be missing.
    if (isOptional && !slots.some((slot) => optional.has(slot))) faults.push({ fault: "brackets" });
  }
  const always = parts.filter(({ isOptional }) => !isOptional).flatMap(({ text: words }) => slotsOf(words));
  if (!always.includes("signer")) faults.push({ fault: "no-signer" });
  if (side === "public" && !parts.some(({ text: words }) => slotsOf(words).includes("step")))
    faults.push({ fault: "no-step" });
  return faults;
}

/**
 * The text for one writer.
 *
 * @throws {RangeError} for a text with a fault: it must not have been set
 */
export function fillText(text: string, slots: Slots): string {
  const parts = partsOf(text);
  const filledWith = (name: string): string | undefined =>
    allSlots.some((slot) => slot === name) ? slots[name as Slot] : undefined;
  const isFull = (words: string) => slotsOf(words).every((slot) => filledWith(slot) !== undefined);
  const filled = parts?.map(({ text, otherwise, isOptional }) => {
    const words = isOptional && !isFull(text) ? otherwise : text;
    if (!isFull(words)) throw new RangeError("a text of an incident has a slot that cannot be filled");
    return words.replace(SLOT, (_all, name: string) => filledWith(name) ?? "");
  });
  if (filled === undefined) throw new RangeError("a text of an incident has brackets that do not close");
  return filled
    .join("")
    .replace(/[ \t]{2,}/g, " ")
    .replace(/ ([.,;])/g, "$1")
    .trim();
}
