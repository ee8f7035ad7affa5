import type { IncidentText } from "../../../shared/complaint/incident.ts";
import { fillText } from "../../../shared/language/incident-text.ts";
import { exampleBrand } from "../../language/reply-world.ts";
import { type Golden, goldens } from "./golden.ts";

/** The golden pair that an incident's one text makes, with what differs from writer to writer as slots. */
export const outage = goldenOf("Charged twice in an outage");

function goldenOf(wanted: string): Golden {
  const found = goldens.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`there is no golden pair of ${wanted}`);
  return found;
}

const slotted = (text: string): string =>
  text
    .replaceAll("Johanna", "{signer}")
    .replace(", och skriver till dig privat nu", "[. {step}|, och skriver till dig privat nu]")
    .replace(", till kl. 20, sedan Oskar", ", till kl. {until}[, sedan {next}]");

export const goldenIncident: IncidentText = {
  public: slotted(outage.public),
  private: slotted(outage.private),
};

/** The pair that the writer gets of it, with what differs filled in from the golden pair's own signer and shift. */
export const incidentDraft = (golden: Golden): IncidentText => {
  const slots = {
    signer: "Johanna",
    brand: exampleBrand(golden.brand).account.name,
    until: "20",
    next: "Oskar",
  };
  return { public: fillText(goldenIncident.public, slots), private: fillText(goldenIncident.private, slots) };
};
