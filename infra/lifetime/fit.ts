import { DAYS_PER_UNIT, type TimeUnit } from "../../shared/complaint/lifetime/horizon.ts";
import { judgeFit, type LifetimeFit } from "../../shared/complaint/lifetime/lifetime-model.ts";
import { fitBgNbd } from "./fit-bg-nbd.ts";
import { fitGammaGamma } from "./fit-gamma-gamma.ts";
import type { Summary } from "./summary.ts";

/** Fit both models and put them to the test. Without anybody who came back there is nothing to fit. */
export function fitLifetime(
  summary: Summary,
  about: { readonly unit: TimeUnit; readonly until: string; readonly fittedAt: string },
): LifetimeFit {
  const { customers, repeaters, rhythms, spending } = summary;
  return judgeFit(
    { ...about, customers, repeaters },
    repeaters > 0 ? fitBgNbd(rhythms, DAYS_PER_UNIT[about.unit]) : undefined,
    spending.purchases.length > 0 ? fitGammaGamma(spending) : undefined,
  );
}
