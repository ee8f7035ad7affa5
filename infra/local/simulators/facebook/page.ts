import { type Html, html, moment, page } from "../html.ts";
import type { FacebookStore } from "./store.ts";
import type { FacebookWorld, FbEntry, FbMessage } from "./world.ts";

/** Each page's wall and inbox, with the form that plays a customer. */
export function wholePage(store: FacebookStore, world: FacebookWorld, query: URLSearchParams): string {
  return page({
    platform: "Facebook",
    accent: "facebook",
    intro: html`<p>Pages: ${store.pages.map(({ pageId, name }, i) => html`${i > 0 && ", "}<a href="#wall-${pageId}">${name}</a>`)}.</p>`,
    forms: form(store, query),
    live: livePart(store, world),
  });
}

function form(store: FacebookStore, query: URLSearchParams): Html {
  const given = (name: string) => query.get(name) ?? "";
  const act = (value: string, label: string) =>
    html`<option value="${value}"${given("act") === value && html` selected`}>${label}</option>`;
  return html`<form method="post" action="/_page/write">
<div class="row">
<label>Your name <input name="name" required value="${given("name")}" autocomplete="off"></label>
<label>Page <select name="page">${store.pages.map(({ pageId, name }) => html`<option value="${pageId}"${given("page") === pageId && html` selected`}>${name}</option>`)}</select></label>
</div>
<div class="row">
<label>What <select name="act">${act("post", "A post on the page's wall")}${act("comment", "A comment under …")}${act("message", "A private message to the page")}${act("tagging", "A post elsewhere that names the page")}</select></label>
<label>… under the post or comment with id <input name="on" value="${given("on")}" autocomplete="off"></label>
</div>
<label>Text <textarea name="text" rows="3" required></textarea></label>
<label><input type="checkbox" name="photo"> with a picture</label>
<button>Write</button>
</form>`;
}

/** What changes: walls and inboxes. */
export function livePart(store: FacebookStore, world: FacebookWorld): Html {
  const [posts, comments, messages] = [world.posts(), world.comments(), world.messages()];
  return html`${store.pages.map(({ pageId, name }) => {
    const wall = posts.filter((post) => post.pageId === pageId);
    return html`<section aria-labelledby="wall-${pageId}"><h2 id="wall-${pageId}">${name}</h2>
${wall.length === 0 && html`<p>Nobody has written yet.</p>`}
${wall.map((post) => entry(post, comments))}</section>`;
  })}
<section aria-labelledby="inbox"><h2 id="inbox">Private messages</h2>${inbox(store, messages)}</section>`;
}

function entry(one: FbEntry, comments: readonly FbEntry[]): Html {
  const isPost = one.id === one.postId;
  const below = comments
    .filter((comment) =>
      isPost ? comment.postId === one.id && comment.parentId === undefined : comment.parentId === one.id,
    )
    .reverse();
  const to = JSON.stringify({ act: "comment", on: one.id, page: one.pageId });
  return html`<article id="${one.id}" class="${one.byPage ? "brand" : ""}">
<h3>${one.author}${one.byPage && html` <span class="meta">the page</span>`}</h3>
${one.deleted ? html`<p class="gone">deleted</p>` : html`<p class="text">${one.message}</p>${one.photo && html`<p class="meta">[picture]</p>`}`}
<p class="meta">${moment(one.atMs)} · <a href="#${one.id}">${one.id}</a>${one.edited && " · edited"}${one.hidden && " · hidden"}${one.via === "hand" && one.byPage && " · by hand on Facebook"}${one.privatelyAnswered && " · answered privately"} · <a href="/?act=comment&amp;on=${one.id}&amp;page=${one.pageId}#write" data-to="${to}">Comment</a></p>
${below.map((comment) => entry(comment, comments))}
</article>`;
}

function inbox(store: FacebookStore, messages: readonly FbMessage[]): Html {
  const threads = new Map<string, FbMessage[]>();
  for (const message of messages)
    threads.set(message.threadId, [...(threads.get(message.threadId) ?? []), message]);
  if (threads.size === 0) return html`<p>No private messages.</p>`;
  return html`${[...threads.values()].map((said) => {
    const page = store.nameOf(said[0]?.pageId ?? "") ?? "";
    return html`<div class="thread"><h3>${said[0]?.person} and ${page}</h3>${said.map(
      (
        message,
      ) => html`<article id="${message.id}" class="${message.direction === "from-page" ? "brand" : ""}">
<p class="meta">${message.direction === "from-page" ? page : message.person} · ${moment(message.atMs)}${message.about !== undefined && html` · about <a href="#${message.about}">${message.about}</a>`}</p>
<p class="text">${message.text}</p></article>`,
    )}</div>`;
  })}`;
}
