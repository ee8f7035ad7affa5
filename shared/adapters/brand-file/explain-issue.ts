import type * as z from "zod";

type Words = { readonly message: string; readonly hint: string };

/** What a schema issue means to the person who wrote the file, and what to write instead. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  path: readonly (string | number)[],
  key?: string,
): Words {
  const name = nameOf(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return {
        message: `“${key ?? issue.keys.join(", ")}” is not known ${path.length > 0 ? `in ${name}` : "here"}.`,
        hint: "Check the spelling against an example in brands/, or take the line out.",
      };
    case "invalid_type":
      if (issue.input === undefined) {
        return {
          message: `${name} is missing.`,
          hint: `Add “${last(path)}:” with ${kindWords(issue.expected)}.`,
        };
      }
      return {
        message: `${name} should be ${kindWords(issue.expected)}, but is ${show(issue.input)}.`,
        hint: issue.expected === "string" ? "Put it in quotes." : `Write ${kindWords(issue.expected)}.`,
      };
    case "invalid_value":
      return {
        message: `${name} cannot be ${show(issue.input)}.`,
        hint: `It can be ${issue.values.map(String).join(", ")}.`,
      };
    case "too_small":
      return {
        message: `${name} is too small${sized(issue.input)}.`,
        hint:
          issue.origin === "array" ? `It needs at least ${issue.minimum}.` : `The least is ${issue.minimum}.`,
      };
    case "too_big":
      return { message: `${name} is too large${sized(issue.input)}.`, hint: `The most is ${issue.maximum}.` };
    case "invalid_format":
      return {
        message: `${name} is not written as it should be: ${show(issue.input)}.`,
        hint: formatHint(path),
      };
    case "invalid_union":
      return { message: `${name} cannot be ${show(issue.input)}.`, hint: unionHint(path) };
    default:
      return { message: `${name}: ${issue.message}.`, hint: "Compare it with an example in brands/." };
  }
}

const last = (path: readonly (string | number)[]): string => String(path[path.length - 1] ?? "");

const nameOf = (path: readonly (string | number)[]): string =>
  path.length === 0 ? "the file" : `“${path.join(".")}”`;

const show = (input: unknown): string =>
  input === undefined ? "missing" : JSON.stringify(input).slice(0, 60);

const sized = (input: unknown): string => (typeof input === "number" ? ` (${input})` : "");

function kindWords(expected: string): string {
  const words: Record<string, string> = {
    string: "a text",
    number: "a number",
    int: "a whole number (money in cents)",
    boolean: "true or false",
    array: "a list",
    object: "a block of named lines",
    record: "a block of named lines",
  };
  return words[expected] ?? expected;
}

function formatHint(path: readonly (string | number)[]): string {
  const hints: Record<string, string> = {
    brand: "Small letters, digits and hyphens, beginning with a letter: “kenttakauppa”.",
    id: "Small letters, digits and hyphens, beginning with a letter: “late-delivery”.",
    handle: "The X name without @: letters, digits and _, at most 15.",
    pageId: "Digits only, in quotes.",
    userId: "Digits only, in quotes.",
  };
  return hints[last(path)] ?? "Compare it with an example in brands/.";
}

const unionHint = (path: readonly (string | number)[]): string =>
  last(path) === "share"
    ? "A share of the price from 0 to 1.5, or when-part-missing."
    : "Compare it with an example in brands/.";
