import { type Html, html, moment, page } from "../html.ts";
import type { XStore } from "./store.ts";
import type { XMessage, XPost, XWorld } from "./world.ts";

/** The timeline with the form that plays a customer. */
export function wholePage(store: XStore, world: XWorld, query: URLSearchParams): string {
  return page({
    platform: "X",
    accent: "x",
    intro: html`<p>Accounts: ${brandsOf(store).map(({ handle, name }, i) => html`${i > 0 && ", "}<strong>${name}</strong> @${handle}`)}. Name an account with @ to reach it.</p>`,
    forms: form(store, query),
    live: livePart(store, world),
  });
}

const brandsOf = (store: XStore) => store.state.people.filter(({ brand }) => brand);

function form(store: XStore, query: URLSearchParams): Html {
  const given = (name: string) => query.get(name) ?? "";
  const act = (value: string, label: string) =>
    html`<option value="${value}"${given("act") === value && html` selected`}>${label}</option>`;
  const brands = brandsOf(store);
  const start = brands[0] === undefined ? "" : `@${brands[0].handle} `;
  return html`<form method="post" action="/_page/write">
<div class="row">
<label>Handle, without @ <input name="handle" required pattern="[A-Za-z0-9_]{1,15}" value="${given("handle")}" autocomplete="off"></label>
<label>Name <input name="name" value="${given("name")}" autocomplete="off"></label>
</div>
<div class="row">
<label>What <select name="act">${act("post", "A post")}${act("reply", "A reply to …")}${act("quote", "A quote of …")}${act("message", "A direct message to …")}</select></label>
<label>… to or of the post with id <input name="to" inputmode="numeric" value="${given("to")}" autocomplete="off"></label>
</div>
<label>Direct messages go to <select name="brand">${brands.map(({ handle, name }) => html`<option value="${handle}"${given("brand") === handle && html` selected`}>${name} @${handle}</option>`)}</select></label>
<label>Text <textarea name="text" rows="3" required>${given("act") === "" || given("act") === "post" ? start : ""}</textarea></label>
<label><input type="checkbox" name="photo"> with a picture</label>
<button>Write</button>
</form>`;
}

/** What changes: posts by conversation, newest conversation first, and the direct messages. */
export function livePart(store: XStore, world: XWorld): Html {
  const posts = world.posts();
  const roots = posts.filter(({ conversationId, firstId }) => conversationId === firstId);
  const activity = new Map<string, number>();
  for (const { conversationId, atMs } of posts)
    activity.set(conversationId, Math.max(atMs, activity.get(conversationId) ?? 0));
  roots.sort((a, b) => (activity.get(b.firstId) ?? 0) - (activity.get(a.firstId) ?? 0));
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
${roots.length === 0 && html`<p>Nobody has written yet.</p>`}
${roots.map((root) => thread(store, root, posts))}</section>
<section aria-labelledby="messages"><h2 id="messages">Direct messages</h2>${conversations(store, world.messages())}</section>`;
}

function thread(store: XStore, post: XPost, all: readonly XPost[]): Html {
  const answers = all
    .filter(({ inReplyTo }) => inReplyTo !== undefined && store.postById(inReplyTo)?.id === post.firstId)
    .sort((a, b) => a.atMs - b.atMs);
  const brand = store.personByHandle(post.handle)?.brand === true;
  const links = (act: string, label: string) =>
    html`<a href="/?act=${act}&amp;to=${post.id}#write" data-to="${JSON.stringify({ act, to: post.id })}">${label}</a>`;
  return html`<article id="${post.firstId}" class="${brand ? "brand" : ""}">
<h3>${post.name} <span class="meta">@${post.handle}${brand && " · the brand"}</span></h3>
${
  post.deleted
    ? html`<p class="gone">deleted</p>`
    : html`<p class="text">${post.text}</p>${post.photos > 0 && html`<p class="meta">[picture]</p>`}
${post.quotes !== undefined && html`<p class="meta">quotes <a href="#${store.postById(post.quotes)?.id ?? post.quotes}">${post.quotes}</a></p>`}`
}
<p class="meta">${moment(post.atMs)} · <a href="#${post.firstId}">${post.id}</a>${post.edits > 0 && " · edited"}${post.hidden && " · hidden"}${post.via === "hand" && " · by hand on X"}${post.replySetting !== "everyone" && ` · replies: ${post.replySetting}`} · ${links("reply", "Reply")} · ${links("quote", "Quote")}</p>
${answers.map((answer) => thread(store, answer, all))}
</article>`;
}

function conversations(store: XStore, messages: readonly XMessage[]): Html {
  const byPair = new Map<string, XMessage[]>();
  for (const message of messages) {
    const key = [message.from, message.to].sort().join(" and @");
    byPair.set(key, [...(byPair.get(key) ?? []), message]);
  }
  if (byPair.size === 0) return html`<p>No direct messages.</p>`;
  return html`${[...byPair].map(
    ([pair, said]) =>
      html`<div class="thread"><h3>@${pair}</h3>${said.map(
        (
          message,
        ) => html`<article id="${message.id}" class="${store.personByHandle(message.from)?.brand === true ? "brand" : ""}">
<p class="meta">@${message.from} · ${moment(message.atMs)} · ${message.id}</p><p class="text">${message.text}</p></article>`,
      )}</div>`,
  )}`;
}
