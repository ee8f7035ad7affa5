import type { CaseFile } from "../../shared/complaint/case-file.ts";
import { fallsUnder, type Incident } from "../../shared/complaint/incident.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { aboutCase } from "../../shared/language/about-case.ts";
import type { DecidePorts } from "./decide-remedy.ts";

/**
 * The incident that a case falls under: the one whose remedy it has or waits for, else the oldest open one whose topic
 * it is of. What was set stays the writer's after the incident is closed. Costs one query where none is open.
 */
export async function incidentOf(
  file: CaseFile,
  { playbook }: BrandFile,
  ports: Pick<DecidePorts, "incidents" | "mentions">,
): Promise<Incident | undefined> {
  const { brand, lane, situation, incident: standing } = file.case;
  if (lane !== "answer" || situation === undefined || standing?.is === "left") return undefined;
  const open = (await ports.incidents.open(brand)).filter(({ topic }) => topic.situation === situation);
  const known =
    standing === undefined
      ? undefined
      : (open.find(({ id }) => id === standing.id) ?? (await ports.incidents.get(brand, standing.id)));
  if (known?.settled !== undefined && known.topic.situation === situation) return known;
  if (open.length === 0) return undefined;
  const posts = await Promise.all(
    file.case.mentions.map(async (id) => ({
      mention: await ports.mentions.get(brand, id),
      assessment: await ports.mentions.assessmentOf(brand, id),
    })),
  );
  const about = aboutCase(file, posts, playbook);
  return open.find(({ topic }) => fallsUnder(topic, about));
}
