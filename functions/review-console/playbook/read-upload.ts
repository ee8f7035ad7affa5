import type { Context } from "hono";

/** Some ten times an example brand with all that it could extend written out. */
export const MAX_FILE_BYTES = 256 * 1024;
/** In a form each byte can take three. */
export const MAX_BODY_BYTES = 1024 * 1024;

export type PostedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: "nothing" | "not-utf8" | "too-large" };

/**
 * The text of a posted form: the file, if one was chosen, else what was pasted. Line ends are one character, since a
 * browser sends them as it likes and the second press must hold for the same text.
 */
export async function readUpload(c: Context): Promise<{ posted: PostedText; form: Record<string, string> }> {
  const body = await c.req.parseBody();
  const form: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) if (typeof value === "string") form[name] = value;
  const { file } = body;
  if (file instanceof File && file.size > 0) {
    if (file.size > MAX_FILE_BYTES) return { form, posted: { ok: false, why: "too-large" } };
    return { form, posted: decoded(await file.arrayBuffer()) };
  }
  const text = form["text"] ?? "";
  if (text.trim() === "") return { form, posted: { ok: false, why: "nothing" } };
  if (Buffer.byteLength(text) > MAX_FILE_BYTES) return { form, posted: { ok: false, why: "too-large" } };
  return { form, posted: { ok: true, text: plainLines(text) } };
}

function decoded(bytes: ArrayBuffer): PostedText {
  try {
    return { ok: true, text: plainLines(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return { ok: false, why: "not-utf8" };
  }
}

const plainLines = (text: string): string => text.replaceAll(/\r\n?/g, "\n").replace(/^\uFEFF/, "");
