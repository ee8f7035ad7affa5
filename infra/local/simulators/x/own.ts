import * as z from "zod";
import type { FaultBox } from "../faults.ts";
import { asset, htmlHeaders, redirect } from "../html.ts";
import { type Answer, parsed, type SimRequest } from "../server.ts";
import { messageOf, simRoutes, verb } from "../verbs.ts";
import { livePart, wholePage } from "./page.ts";
import { XSettings } from "./settings.ts";
import { ReplySetting } from "./state.ts";
import type { XStore } from "./store.ts";
import type { XWorld } from "./world.ts";

const text = z.string().min(1);
const optional = z.string().optional();

/** Pages for people, and the world's verbs over HTTP. */
export function xOwn(with_: {
  store: XStore;
  world: XWorld;
  faults: FaultBox;
  settings: XSettings;
}): (request: SimRequest) => Answer | undefined {
  const { world, settings } = with_;
  const write = z.strictObject({
    handle: text,
    name: optional,
    text: z.string(),
    inReplyTo: optional,
    quotes: optional,
    photo: optional,
    lang: optional,
  });
  const onId = z.strictObject({ id: text });
  const byHand = z.strictObject({ as: text, to: text, text });
  const verbs = {
    post: verb(write, (input) => world.post(input)),
    reply: verb(write.omit({ inReplyTo: true, quotes: true }).extend({ to: text }), ({ to, ...input }) =>
      world.post({ ...input, inReplyTo: to }),
    ),
    quote: verb(write.omit({ inReplyTo: true, quotes: true }).extend({ of: text }), ({ of, ...input }) =>
      world.post({ ...input, quotes: of }),
    ),
    message: verb(z.strictObject({ handle: text, name: optional, to: text, text }), (input) =>
      world.message(input),
    ),
    edit: verb(onId.extend({ text }), ({ id, text }) => world.edit(id, text)),
    remove: verb(onId, ({ id }) => world.remove(id)),
    "restrict-replies": verb(onId.extend({ setting: ReplySetting }), ({ id, setting }) =>
      world.restrictReplies(id, setting),
    ),
    protect: verb(z.strictObject({ handle: text, on: z.boolean() }), ({ handle, on }) =>
      world.protect(handle, on),
    ),
    "open-dms": verb(z.strictObject({ handle: text, on: z.boolean() }), ({ handle, on }) =>
      world.openDms(handle, on),
    ),
    "answer-by-hand": verb(byHand, (input) => world.answerByHand(input)),
    "message-by-hand": verb(byHand, (input) => world.messageByHand(input)),
    settings: verb(XSettings.partial(), (input) => Object.assign(settings, input)),
  };
  const lists = {
    posts: () => world.posts(),
    published: () => world.published(),
    messages: () => world.messages(),
    "sent-messages": () => world.sentMessages(),
    doubles: () => world.doubles(),
    settings: () => settings,
  };
  return (request) => {
    const { method, path } = request;
    const sim = simRoutes(request, { verbs, lists, faults: with_.faults });
    if (sim !== undefined) return sim;
    if (method === "POST" && path === "/_page/write") return written(world, request);
    if (method !== "GET") return undefined;
    if (path === "/")
      return { status: 200, headers: htmlHeaders, body: wholePage(with_.store, world, request.query) };
    if (path === "/_page/live")
      return { status: 200, headers: htmlHeaders, body: livePart(with_.store, world).html };
    // The address of a post on X leads to its place on the page; any version's id will do.
    const status = /^\/(?:i\/web|[A-Za-z0-9_]{1,15})\/status\/(\d{1,19})(?:\/.*)?$/.exec(path)?.[1];
    if (status !== undefined) return redirect(`/#${with_.store.postById(status)?.id ?? status}`);
    return asset(path);
  };
}

const Form = z.object({
  act: z.enum(["post", "reply", "quote", "message"]),
  handle: text,
  name: optional,
  text,
  to: z.string().default(""),
  brand: z.string().default(""),
  photo: optional,
});

function written(world: XWorld, request: SimRequest): Answer {
  try {
    const { act, to, brand, handle, name, text, photo } = Form.parse(parsed(request));
    if (act === "message") {
      world.message({ handle, name, to: brand, text });
      return redirect("/#messages");
    }
    const post = world.post({
      handle,
      name,
      text,
      ...(photo === "on" ? { photo: "" } : {}),
      ...(act === "reply" ? { inReplyTo: to } : {}),
      ...(act === "quote" ? { quotes: to } : {}),
    });
    return redirect(
      `/?handle=${encodeURIComponent(handle)}&name=${encodeURIComponent(name ?? "")}#${post.firstId}`,
    );
  } catch (error) {
    return { status: 400, headers: { "content-type": "text/plain; charset=utf-8" }, body: messageOf(error) };
  }
}
