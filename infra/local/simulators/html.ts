/** Text that is already safe to stand in a page. */
export type Html = { readonly html: string };

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c] ?? c);

type Part = string | number | Html | undefined | false | readonly Part[];

const render = (part: Part): string => {
  if (part === undefined || part === false) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  if ("html" in part) return part.html;
  return part.map(render).join("");
};

/** A template whose every value is escaped, unless it is `Html` itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.reduce((out, text, i) => out + text + (i < parts.length ? render(parts[i]) : ""), ""),
});

/**
 * A whole page. `live` is what the poll replaces; what is being typed stands outside of it and stays.
 */
export function page(options: {
  platform: string;
  accent: string;
  intro: Html;
  forms: Html;
  live: Html;
}): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulated ${options.platform}</title>
<link rel="stylesheet" href="/_page/style.css">
<script src="/_page/live.js" defer></script>
</head>
<body class="${options.accent}">
<header><p class="banner"><strong>Simulated ${options.platform}: nothing here leaves this machine.</strong></p>
<h1>Simulated ${options.platform}</h1>${options.intro}</header>
<main>
<section aria-labelledby="write"><h2 id="write">Write as a customer</h2>${options.forms}</section>
<div id="live" aria-live="polite">${options.live}</div>
</main>
</body>
</html>`.html;
}

/** A moment as people read it, in the machine's UTC. */
export const moment = (atMs: number): Html => {
  const iso = new Date(atMs).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;
};

const pageHeaders = {
  "content-security-policy":
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};
export const htmlHeaders = { ...pageHeaders, "content-type": "text/html; charset=utf-8" };

export const redirect = (location: string) => ({ status: 303, headers: { location }, body: "" });

/** The files that pages ask for; undefined for any other path. */
export function asset(
  path: string,
): { status: number; headers: Record<string, string>; body: string } | undefined {
  if (path === "/_page/style.css")
    return {
      status: 200,
      headers: { ...pageHeaders, "content-type": "text/css; charset=utf-8" },
      body: style,
    };
  if (path === "/_page/live.js")
    return {
      status: 200,
      headers: { ...pageHeaders, "content-type": "text/javascript; charset=utf-8" },
      body: live,
    };
  if (path.startsWith("/_page/photo"))
    return { status: 200, headers: { ...pageHeaders, "content-type": "image/svg+xml" }, body: picture };
  if (path === "/favicon.ico") return { status: 204, headers: {}, body: "" };
  return undefined;
}

/** Every picture looks like this. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="#9aa5b1"/></svg>';

const live = `
const live = document.getElementById("live");
let shown = live.innerHTML;
const jump = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
setInterval(async () => {
  try {
    const answer = await fetch("/_page/live", { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const next = await answer.text();
    if (next === shown || live.contains(document.activeElement)) return;
    shown = next;
    live.innerHTML = next;
  } catch {}
}, 2000);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-to]");
  if (!link) return;
  event.preventDefault();
  for (const [name, value] of Object.entries(JSON.parse(link.dataset.to))) {
    const field = document.querySelector('[name="' + name + '"]');
    if (field) field.value = value;
  }
  document.querySelector("textarea").focus();
});
window.addEventListener("hashchange", jump);
jump();
`;

const style = `
:root { --ink: #1c1e21; --paper: #f3f4f6; --card: #fff; --line: #c9ced6; --soft: #4b5563; --accent: #1257b5; }
body.x { --accent: #0f1419; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
.banner { margin: 0; padding: .5rem 1rem; background: #fff3bf; border-bottom: 1px solid #d9b400; text-align: center; }
main, header > :not(.banner) { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
h1 { color: var(--accent); margin: 1rem 0 .25rem; } h2 { margin: 1.5rem 0 .5rem; } h3 { margin: 0; font-size: 1rem; }
form, article, .thread { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; margin: 0 0 .75rem; }
article article, article.answer { margin: .75rem 0 0 1rem; border-left: 4px solid var(--line); }
article.brand { border-left: 4px solid var(--accent); }
article:target { outline: 3px solid #d9b400; }
.text { margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.meta { margin: 0; color: var(--soft); font-size: .85rem; } .gone { color: var(--soft); font-style: italic; }
label { display: block; margin: .25rem 0; } input, textarea, select { width: 100%; font: inherit; padding: .35rem .5rem; border: 1px solid #767d89; border-radius: 6px; background: #fff; color: inherit; } input[type=checkbox] { width: auto; }
.row { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
button { font: inherit; padding: .4rem 1rem; margin-top: .5rem; border: 0; border-radius: 6px; background: var(--accent); color: #fff; cursor: pointer; }
a { color: var(--accent); } :focus-visible { outline: 3px solid #d9b400; outline-offset: 2px; }
`;
