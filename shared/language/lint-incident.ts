import { decide } from "../complaint/decide.ts";
import type { Finding } from "../complaint/draft.ts";
import { factsOfStranger } from "../complaint/for-a-stranger.ts";
import type { Instant, Lang } from "../complaint/ids.ts";
import type { Incident, IncidentText, Settled } from "../complaint/incident.ts";
import { formatMoney } from "../complaint/money.ts";
import type { BrandFile } from "../complaint/playbook.ts";
import type { Decision } from "../complaint/remedy.ts";
import { longestPublic } from "./incident-public.ts";
import { fillText, type Slots } from "./incident-text.ts";
import { lint } from "./voice-lint.ts";

/** Stand in where a name or a code will be; no word that the lint knows. */
const SAMPLE = { signer: "Aino", until: "18", next: "Oskar", code: "K7R3H" } as const;

type About = {
  readonly incident: Pick<Incident, "id" | "topic">;
  readonly settled: Settled;
  readonly brand: BrandFile;
  readonly playbookVersion: number;
  readonly now: Instant;
};

/**
 * Reads an incident's texts in one language as the lint reads a draft: filled in for somebody of whom all is known,
 * and for somebody of whom nothing is. On both channels, since the text is one for both; on X with the longest request
 * for a message.
 *
 * @throws {RangeError} for a text that cannot be filled
 */
export function lintIncident(lang: Lang, text: IncidentText, about: About): readonly Finding[] {
  const { brand, now } = about;
  const { register: address } = brand.playbook.voice;
  const register = lang === "fi" ? address.fi : lang === "sv" ? address.sv : "you";
  const decision = sampleDecision(about);
  const amount = decision.outcome === "remedy" ? decision.remedy.value : undefined;
  const least = { signer: SAMPLE.signer, until: SAMPLE.until, brand: brand.account.name };
  const most: Slots = {
    ...least,
    next: SAMPLE.next,
    code: SAMPLE.code,
    ...(amount === undefined ? {} : { amount: formatMoney(amount, lang) }),
  };
  const found = [most, least].flatMap((slots) =>
    (["facebook", "x"] as const).flatMap((channel) =>
      (["public", "private"] as const).flatMap((side) =>
        lint({
          side,
          text:
            side === "public"
              ? longestPublic(text.public, slots, { lang, register, channel })
              : fillText(text.private, slots),
          lang,
          channel,
          playbook: brand.playbook,
          matchConfirmed: false,
          decision,
          answersComplaint: true,
          promised: {
            dueAt: hoursLater(now, about.settled.withinHours),
            now,
            timeZone: brand.account.timeZone,
          },
          signerName: SAMPLE.signer,
          followedByName: SAMPLE.next,
          storeOrderCode: SAMPLE.code,
        }),
      ),
    ),
  );
  const seen = new Set<string>();
  return found.filter(({ side, rule, reason }) => {
    const key = `${side} ${rule} ${reason}`;
    return !seen.has(key) && seen.add(key).has(key);
  });
}

const hoursLater = (at: Instant, hours: number): Instant =>
  new Date(Date.parse(at) + hours * 3_600_000).toISOString();

/** What it gives somebody with a loss of which only the price list tells: the kind is what the lint looks for. */
function sampleDecision({ incident, settled, brand, playbookVersion, now }: About): Decision {
  const { playbook, account } = brand;
  // One with a share, so that a part that is missing comes to an amount here too.
  const product =
    incident.topic.product ??
    (
      playbook.priceList.find(({ shareWhenPartMissing: share }) => share !== undefined) ??
      playbook.priceList[0]
    )?.id;
  const facts = {
    assessment: { lane: "answer" as const, cues: [], situation: incident.topic.situation },
    product,
    playbook,
    playbookVersion,
    currency: account.currency,
    now,
    timeZone: account.timeZone,
  };
  return decide({ ...factsOfStranger(facts), incident: { id: incident.id, settled } });
}
