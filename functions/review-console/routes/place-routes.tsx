import { type Context, Hono } from "hono";
import * as z from "zod";
import { type PlaceSays, placeAnswers } from "../../../shared/complaint/agent-acts/place-answers.ts";
import { readNote } from "../../../shared/complaint/agent-acts/read-note.ts";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import { BrandId } from "../../../shared/complaint/ids.ts";
import { CannotBecause, MAX_QUESTION } from "../../../shared/complaint/promise.ts";
import type { PublishedBrand } from "../../../shared/ports/brand-store.ts";
import type { OrderLink } from "../../../shared/ports/order-links.ts";
import { findOrderLink } from "../../../shared/runtime/order-link.ts";
import type { ConsoleEnv } from "../console-env.ts";
import { formOf, readForm } from "../form.ts";
import { catalogues } from "../messages/choose.ts";
import { placeWords } from "../messages/place-words.ts";
import { orderInWords, overturnedInWords, placeLang } from "../order-words.ts";
import { NotePage, NowherePage, PlacePage } from "../pages/place-page.tsx";
import { perform } from "../perform.ts";
import type { Ports } from "../ports.ts";
import { inTime } from "../words.ts";

type Ctx = Context<ConsoleEnv>;
/** What the link in an address opens. */
type Opened = { readonly link: OrderLink; readonly published: PublishedBrand };

const Says = z.discriminatedUnion("says", [
  z.object({ says: z.literal("done") }),
  z.object({ says: z.literal("cannot"), because: CannotBecause }),
  z.object({ says: z.literal("asks"), text: z.string().trim().min(1).max(MAX_QUESTION) }),
]);
const Read = z.object({ says: z.literal("read") });
type Said = PlaceSays | z.infer<typeof Read>;
const STATUS_OF = { unreadable: 422, busy: 409 } as const;
/** A delivery's outcome may be saved at the same moment: the answer is made again from what stands then. */
const TRIES = 4;

/**
 * What a place sees under its link, and its answer. No login: the link is the key. Looking changes nothing, so that a
 * mail filter that follows links answers for nobody.
 */
export function placeRoutes(ports: Ports): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  const opened = async (c: Ctx): Promise<Opened | undefined> => {
    const brand = BrandId.safeParse(c.req.param("brand"));
    const token = c.req.param("token");
    if (!brand.success || token === undefined || !ports.brandIds.includes(brand.data)) return undefined;
    const link = await findOrderLink(brand.data, token, ports.orderLinks, ports.clock.now());
    return link === undefined ? undefined : { link, published: await ports.brands.active(link.brand) };
  };
  const nowhere = (c: Ctx) => {
    const m = c.get("messages");
    c.status(404);
    return c.html(<NowherePage lang={m.lang} brand={m.appName} />);
  };
  const show = async (c: Ctx, { link, published }: Opened, refused?: "unreadable" | "busy") => {
    const file = await ports.cases.load(link.brand, link.caseId);
    if (link.opens === "note") return showNote(c, file?.notes, { link, published }, refused);
    const order = file?.orders.find((each) => each.approvalId === link.approvalId);
    if (order === undefined) return nowhere(c);
    const { account, playbook } = published.file;
    const lang = placeLang(order, playbook);
    const now = ports.clock.now();
    if (refused !== undefined) c.status(STATUS_OF[refused]);
    return c.html(
      <PlacePage
        order={order}
        lang={lang}
        brand={account.name}
        store={playbook.stores.find(({ id }) => id === order.store)?.name}
        what={orderInWords(order, playbook.priceList, lang)}
        by={inTime(order.by, account.timeZone, now, catalogues[lang])}
        isLate={order.by <= now}
        overturned={
          order.overturned === true
            ? overturnedInWords({ ...order, goods: order.handOver }, playbook.priceList, lang)
            : undefined
        }
        refused={refused === undefined ? undefined : placeWords[lang][refused]}
      />,
    );
  };

  const showNote = (
    c: Ctx,
    notes: CaseFile["notes"],
    { link, published }: Opened,
    refused?: "unreadable" | "busy",
  ) => {
    const note = notes?.find((each) => each.approvalId === link.approvalId);
    if (note === undefined) return nowhere(c);
    const { account, playbook } = published.file;
    const lang = placeLang(note, playbook);
    if (refused !== undefined) c.status(STATUS_OF[refused]);
    return c.html(
      <NotePage
        note={note}
        lang={lang}
        store={playbook.stores.find(({ id }) => id === note.store)?.name ?? account.name}
        refused={refused === undefined ? undefined : placeWords[lang][refused]}
        says={overturnedInWords(note, playbook.priceList, lang)}
      />,
    );
  };

  app.get("/place/:brand/:token", async (c) => {
    const found = await opened(c);
    return found === undefined ? nowhere(c) : show(c, found);
  });
  app.post("/place/:brand/:token", async (c) => {
    const found = await opened(c);
    if (found === undefined) return nowhere(c);
    const form = await formOf(c);
    const { opens } = found.link;
    const said = opens === "order" ? readForm(Says, form) : readForm(Read, form);
    if (said === undefined) return show(c, found, "unreadable");
    return (await isSaid(ports, found, said)) ? c.redirect(c.req.path, 303) : show(c, found, "busy");
  });
  return app;
}

/** False when others kept saving the case. An order that is over, or has a question open, shows how it stands. */
async function isSaid(ports: Ports, { link, published }: Opened, said: Said): Promise<boolean> {
  const { timeZone } = published.file.account;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const done = await perform(ports, link.brand, link.caseId, (file, { now }) =>
      said.says === "read"
        ? readNote(file, { noteOf: link.approvalId, now })
        : placeAnswers(file, { orderOf: link.approvalId, said, now, timeZone }),
    );
    if (done.ok || done.why === "no-such-case" || done.why.refused !== "conflict") return true;
  }
  return false;
}
