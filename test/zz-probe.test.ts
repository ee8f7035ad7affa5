import { it } from "vitest";
import { aMachine } from "./support/machine.ts";
import { mentionId } from "../shared/complaint/ids.ts";
import { shop } from "./support/world.ts";
it("probe", async () => {
  const m = await aMachine();
  const ids = Array.from({ length: 40 }, (_, n) => mentionId("facebook", m.facebook.world.post({ page: "100100100100100", name: `P Q${n}`, text: "I bought boots one size too small and you refused to exchange them. My kanariaedit will not buy from you again." }).id.split("_")[1] ?? ""));
  await new Promise((d) => setTimeout(d, 25000));
  for (const id of ids) {
    const c = (await m.stores.mentions.assessmentOf(shop, id))?.caseId; if (!c) continue;
    const f = await m.stores.cases.load(shop, c);
    for (const d of f?.drafts ?? []) for (const x of d.findings) if (x.severity === "hard") console.log(JSON.stringify(x), d.public.text, "||", d.private?.text);
  }
  await m.close();
}, 90000);
