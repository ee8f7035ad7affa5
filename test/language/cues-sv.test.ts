import { describe, expect, it } from "vitest";
import { findCues } from "../../shared/language/cues.ts";
import { normalise } from "../../shared/language/normalise.ts";
import { bindPlaybook } from "../../shared/language/situations.ts";
import { read } from "../../shared/language/tokens.ts";
import { rantakulma } from "./a-playbook.ts";

const { names } = bindPlaybook(rantakulma);

/** What the grammar alone finds, before any weights are asked. */
const said = (text: string) =>
  findCues(read(normalise(text)), "sv", names, 2026).map(
    ({ kind, detail, start, end }) => `${kind} ${detail}: ${text.slice(start, end)}`,
  );

describe("Swedish cues", () => {
  it.each([
    // relationship
    { text: "Har vart kund hos er i fjorton år", has: "relationship tenure: vart kund hos er i fjorton år" },
    { text: "Vi har handlat här sen ni öppnade", has: "relationship tenure: handlat här sen ni öppnade" },
    { text: "Trogna kunder sen nittiotalet", has: "relationship tenure: kunder sen nittiotalet" },
    {
      text: "Tjugotre år utan en enda skada",
      has: "relationship tenure: Tjugotre år utan en enda skada",
    },
    { text: "Femte vintern i rad i samma stuga", has: "relationship tenure: Femte vintern i rad" },
    { text: "Fyra cyklar har vi hos er", has: "relationship breadth: Fyra cyklar har vi hos er" },
    {
      text: "Farmor köpte sin första symaskin av er",
      has: "relationship household: köpte sin första symaskin av er",
    },
    { text: "Jag har guldkort och står här ändå", has: "relationship standing: guldkort" },
    {
      text: "Åker med er varje dag till jobbet",
      has: "relationship frequency: Åker med er varje dag",
    },
    {
      text: "Vi lagt tusentals kronor hos er genom åren",
      has: "relationship spend: lagt tusentals kronor hos er",
    },
    // competitor
    { text: "Går ti handlarn om hörnet sen", has: "competitor meant: handlarn om hörnet" },
    { text: "Ni är inte det enda gymmet i stan", has: "competitor meant: inte det enda gymmet i stan" },
    { text: "På nåt annat ställe hade det gått", has: "competitor meant: annat ställe" },
    { text: "Då byter vi till Tempelbo", has: "competitor destination: byter vi till Tempelbo" },
    {
      text: "Till skillnad från Bergströms svarar ni inte",
      has: "competitor comparison: Till skillnad från Bergströms",
    },
    { text: "Halva priset på ikea", has: "competitor comparison: Halva priset på ikea" },
    { text: "Jag kom hit från telia", has: "competitor named: kom hit från telia" },
    // churn
    { text: "Nu byter vi, det räcker", has: "churn leaves: Nu byter vi" },
    { text: "Det där va sista kassen", has: "churn leaves: va sista kassen" },
    { text: "Jag tänker inte förnya", has: "churn leaves: tänker inte förnya" },
    { text: "Kontot är avslutat", has: "churn leaves: Kontot är avslutat" },
    { text: "Försäkringarna flyttas i vår", has: "churn leaves: Försäkringarna flyttas" },
    { text: "Ni ser inte röken av mig igen", has: "churn leaves: ser inte röken av mig" },
    { text: "Nästa klippning bokas hos Marita", has: "churn leaves: Nästa klippning bokas hos Marita" },
    { text: "Vi sätter aldrig vår fot där", has: "churn leaves: sätter aldrig vår fot" },
    { text: "Så då är vi borta", has: "churn leaves: då är vi borta" },
    // warning
    { text: "Kan tyvärr inte rekommendera dem", has: "warning warns: Kan tyvärr inte rekommendera" },
    { text: "Lita inte på dom här", has: "warning warns: Lita inte på dom" },
    { text: "Gå ente dit, goda vänner", has: "warning warns: Gå ente dit" },
    { text: "Håll er långt borta", has: "warning warns: Håll er långt borta" },
    { text: "Låt er inte luras av priset", has: "warning warns: Låt er inte luras" },
    { text: "Hela byn vet redan", has: "warning warns: Hela byn vet redan" },
    { text: "Jag lägger ut det på tiktok", has: "warning warns: lägger ut det på tiktok" },
    { text: "I morgon ringer jag tidningen", has: "warning warns: ringer jag tidningen" },
    { text: "Livsmedelsverket har fått bilderna", has: "warning warns: Livsmedelsverket har fått" },
    // the finer kinds
    { text: "De fick nej i kassan, så är reglerna", has: "rigid-rule rule: så är reglerna" },
    { text: "Fjärde gången jag hör av mig", has: "repeated-contact again: Fjärde gången" },
    { text: "Jag kräver ersättning", has: "request asks: kräver ersättning" },
    { text: "Den behövs innan dotterns student", has: "deadline by: innan dotterns student" },
    { text: "Den gick sönder häromdagen", has: "date relative: häromdagen" },
  ])("'$text' carries $has", ({ text, has }) => expect(said(text)).toContain(has));

  it.each([
    { text: "Vi har varit gifta i tjugo år", kind: "relationship" },
    { text: "Jag har kört taxi i tolv år", kind: "relationship" },
    { text: "Lämnar in bilen på service", kind: "churn" },
    { text: "Min man slutade röka i mars", kind: "churn" },
    { text: "De ställde in konserten", kind: "churn" },
    { text: "Ska byta däck på lördag", kind: "churn" },
    { text: "Det går inte att byta lösenord", kind: "churn" },
    { text: "Kommer ni inte hit i dag?", kind: "churn" },
    { text: "Vi kan inte vara mer nöjda", kind: "churn" },
    { text: "Är det nån annan som har problem", kind: "competitor" },
    { text: "Jag flyttar till Malmö i höst", kind: "competitor" },
    { text: "Hos Margareta får man alltid kaffe", kind: "competitor" },
    { text: "Rekommenderar er verkligen, varmt", kind: "warning" },
    { text: "Tvekar inte att rekommendera er", kind: "warning" },
    { text: "Kan ni rekommendera en bra hjälm", kind: "warning" },
    { text: "Jag vill anmäla mig till kursen", kind: "warning" },
    { text: "Gå inte miste om solen", kind: "warning" },
  ])("'$text' carries no $kind", ({ text, kind }) => {
    expect(said(text).filter((cue) => cue.startsWith(`${kind} `))).toEqual([]);
  });
});
