import type { Context } from "hono";
import * as z from "zod";

/** A posted form's text fields. Files and repeated fields are none of the console's. */
export async function formOf(c: Context): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** Undefined when the form does not hold what it should. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: Readonly<Record<string, string>>,
): z.infer<Schema> | undefined {
  const read = schema.safeParse(form);
  return read.success ? read.data : undefined;
}

/** A text field in which line ends are one character, as they will be sent. */
export const Words = z
  .string()
  .max(5000)
  .transform((text) => text.replaceAll("\r\n", "\n"));
export const Note = z
  .string()
  .max(400)
  .transform((text) => text.trim())
  .optional();

/**
 * An amount as people type it, `12`, `12,5` or `12.50`, in minor units; undefined for an empty field.
 * Never rounded: what cannot be read to the minor unit is not an amount.
 */
export const TypedAmount = z
  .string()
  .trim()
  .regex(/^(\d{1,7}([.,]\d{1,2})?)?$/)
  .optional()
  .transform((text) => {
    if (text === undefined || text === "") return undefined;
    const [whole = "0", part = ""] = text.split(/[.,]/);
    return Number(whole) * 100 + Number(part.padEnd(2, "0"));
  });
