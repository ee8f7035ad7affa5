import * as z from "zod";
import { Lang } from "../../shared/complaint/ids.ts";
import { type LinearModel, unpacked } from "../../shared/language/model/linear-model.ts";
import type { Calibration } from "./calibrate.ts";
import type { Fit } from "./fit.ts";

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** A file of weights, as `shopkeeper train` writes it and `--model` reads it. */
export const ModelFile = z
  .strictObject({
    kind: z.literal("shopkeeper-complaint-model"),
    version: z.literal(1),
    lang: Lang,
    bits: z.int().min(8).max(18),
    scale: z.number().positive(),
    bias: z.number(),
    prior: z.number().min(0),
    slope: z.number(),
    shift: z.number(),
    from: z.number().min(0).max(1),
    /** Rows it was trained on, and the SHA-256 of them, their labels and the settings. */
    rows: z.int().positive(),
    trainedOn: z.string(),
    weights: base64,
  })
  .refine(({ bits, weights }) => atob(weights).length === 2 ** bits, {
    path: ["weights"],
    message: "not as many weights as 2 to the power of bits",
  });
export type ModelFile = z.infer<typeof ModelFile>;

export const modelIn = ({ bits, scale, bias, prior, slope, shift, from, weights }: ModelFile): LinearModel =>
  unpacked({ bits, scale, bias, prior, slope, shift, from, weights });

const LARGEST = 127;

/** Weights as whole numbers from -127 to 127 with one scale; half a step is lost at most. */
export function packed(
  { weights, bias }: Fit,
  { slope, shift, from }: Calibration,
  of: Pick<ModelFile, "lang" | "bits" | "prior" | "rows" | "trainedOn">,
): ModelFile {
  const most = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);
  const scale = most === 0 ? 1 : most / LARGEST;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return {
    kind: "shopkeeper-complaint-model",
    version: 1,
    ...of,
    scale,
    bias,
    slope,
    shift,
    from,
    weights: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
  };
}
