import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { once } from "./once.ts";

/** The figures that alarms watch. Each is written as one line that CloudWatch reads as a metric. */
type Figure =
  | {
      readonly name: "CollectLagSeconds";
      readonly value: number;
      readonly of: { brand: string; channel: string };
    }
  | { readonly name: "DeliveriesUnknown" | "Woken"; readonly value: number; readonly of?: undefined };

const metrics = once(() => new Metrics({ namespace: "Shopkeeper", serviceName: "shopkeeper" }));

/** Writes one figure down. Brand and channel are the only dimensions: no person is one. */
export function measure({ name, value, of }: Figure): void {
  const single = metrics().singleMetric();
  for (const [dimension, is] of Object.entries(of ?? {})) single.addDimension(dimension, is);
  single.addMetric(name, name === "CollectLagSeconds" ? MetricUnit.Seconds : MetricUnit.Count, value);
}
