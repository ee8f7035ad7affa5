import * as z from "zod";
import { StopCase } from "../../shared/complaint/assessment.ts";

const YesNo = z.union([z.literal(0), z.literal(1)]);
const Spans = z.array(z.string().min(1));

/** One invented post with its labels; `test/sets/LABELLING.md` says what each field means. */
export const LabelledPost = z
  .strictObject({
    id: z.string().min(1),
    lang: z.enum(["en", "fi", "sv"]),
    brand: z.string(),
    sector: z.string(),
    competitors: z.array(z.string()),
    text: z.string().min(1),
    complaint: YesNo,
    relationship: YesNo,
    competitor: YesNo,
    churn: YesNo,
    warning: YesNo,
    unsure: YesNo,
    severity: z.int().min(0).max(4),
    irony: YesNo,
    stop: z.union([z.literal(""), StopCase]),
    stage: z.enum(["", "before-buying", "buying", "delivery", "use", "return", "invoice", "contact"]),
    spans: z.strictObject({ relationship: Spans, competitor: Spans, churn: Spans, warning: Spans }),
    kind: z.string().min(1),
  })
  .superRefine((row, issues) => {
    for (const kind of ["relationship", "competitor", "churn", "warning"] as const) {
      const spans = row.spans[kind];
      if ((row[kind] === 1) !== spans.length > 0)
        issues.addIssue({
          code: "custom",
          path: ["spans", kind],
          message: "spans there exactly where the label is 1",
        });
      for (const span of spans) {
        if (!row.text.includes(span))
          issues.addIssue({
            code: "custom",
            path: ["spans", kind],
            message: `not in the text: ${JSON.stringify(span)}`,
          });
      }
    }
    if (row.complaint === 0 && row.severity !== 0)
      issues.addIssue({ code: "custom", path: ["severity"], message: "0 where there is no complaint" });
    if (row.complaint === 1 && row.severity === 0)
      issues.addIssue({ code: "custom", path: ["severity"], message: "1 to 4 for a complaint" });
  });
export type LabelledPost = z.infer<typeof LabelledPost>;
