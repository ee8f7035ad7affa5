import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { CareStores } from "../../shared/adapters/dynamodb/stores.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { makeNoteLink, makeOrderLink } from "../../shared/runtime/order-link.ts";
import { asset, html, htmlHeaders } from "./simulators/html.ts";

/** One order or note as it came to a place: what a mail would hold, and no more. */
export type Letter = {
  readonly to: string;
  /** Of an order; a note has none. */
  readonly code?: string;
  readonly at: string;
  readonly link: string;
};

/**
 * The inbox of all stores on this machine: each order with its link, as an agent or a mail service would send it. Kept
 * in memory; after a restart open orders come again, with new links.
 *
 * @param options.origin the console's, where links lead
 */
export async function startStoreInbox(options: {
  readonly port: number;
  readonly brands: readonly BrandFile[];
  readonly stores: Pick<CareStores, "lists" | "orderLinks">;
  readonly origin: string;
  readonly pollMs: number;
  readonly onFailure: (error: unknown) => void;
}) {
  const { brands, stores, origin } = options;
  const letters = new Map<string, Letter>();
  const receive = async () => {
    for (const { brand, account, playbook } of brands) {
      const nameOf = (store: string) =>
        playbook.stores.find(({ id }) => id === store)?.name ?? `${account.name}, any store`;
      for (const order of (await stores.lists.orders(brand)).orders)
        if (!letters.has(`order ${order.approvalId}`))
          letters.set(`order ${order.approvalId}`, {
            to: nameOf(order.store),
            code: order.code,
            at: order.by,
            link: await makeOrderLink(order, stores.orderLinks, origin),
          });
      for (const note of (await stores.lists.notes(brand)).notes)
        if (!letters.has(`note ${note.approvalId}`))
          letters.set(`note ${note.approvalId}`, {
            to: nameOf(note.store),
            at: note.at,
            link: await makeNoteLink(note, stores.orderLinks, origin),
          });
    }
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://inbox");
    const file = asset(pathname);
    if (file !== undefined) return write(response, file);
    const body = pathname === "/_page/live" ? list([...letters.values()]).html : page([...letters.values()]);
    write(response, { status: 200, headers: htmlHeaders, body });
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(options.port, "127.0.0.1", done);
  });
  const timer = setInterval(() => receive().catch(options.onFailure), options.pollMs);
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    letters: () => [...letters.values()],
    close: () =>
      new Promise<void>((done) => {
        clearInterval(timer);
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === "object" ? address.port : 0;

const write = (
  response: ServerResponse,
  answer: { status: number; headers: Record<string, string>; body: string },
) => response.writeHead(answer.status, { ...answer.headers, "cache-control": "no-store" }).end(answer.body);

const list = (letters: readonly Letter[]) =>
  html`${letters.length === 0 && html`<p>No orders yet. One comes when an answer is sent that sends a customer to a store.</p>`}
${letters.toReversed().map(({ to, code, at, link }) =>
  code === undefined
    ? html`<article><p class="meta">To ${to} · ${at.slice(0, 10)}</p>
<h3>For you to know</h3><p><a href="${link}">Read what was decided</a></p></article>`
    : html`<article><p class="meta">To ${to} · by ${at.slice(0, 10)}</p>
<h3>Order ${code}</h3><p><a href="${link}">Answer it with one press</a></p></article>`,
)}`;

const page = (letters: readonly Letter[]): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The stores' inbox</title>
<link rel="stylesheet" href="/_page/style.css">
<script src="/_page/live.js" defer></script>
</head>
<body>
<header><p class="banner"><strong>Simulated inbox: nothing here leaves this machine.</strong></p>
<h1>The stores' inbox</h1></header>
<main><div id="live" aria-live="polite">${list(letters)}</div></main>
</body>
</html>`.html;
