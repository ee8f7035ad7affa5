import type { PackedSentenceModel } from "../../shared/language/model/sentence-model.ts";
import type { Fit } from "./fit.ts";

/** The fits of several kinds side by side, each weight a whole number from -127 to 127. @param from of every kind */
export function packedHeads(fits: readonly Fit[], bits: number, from: number): PackedSentenceModel {
  const bytes = new Int8Array(2 ** bits * fits.length);
  const scale = fits.map(({ weights }, head) => {
    const most = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-9);
    weights.forEach((weight, at) => {
      bytes[at * fits.length + head] = Math.round((weight / most) * 127);
    });
    return most / 127;
  });
  return {
    bits,
    scale,
    bias: fits.map(({ bias }) => bias),
    from: fits.map(() => from),
    weights: Buffer.from(bytes.buffer).toString("base64"),
  };
}
