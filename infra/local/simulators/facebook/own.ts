import * as z from "zod";
import type { FaultBox } from "../faults.ts";
import { asset, htmlHeaders, redirect } from "../html.ts";
import { type Answer, parsed, type SimRequest } from "../server.ts";
import { messageOf, simRoutes, verb } from "../verbs.ts";
import { livePart, wholePage } from "./page.ts";
import { FacebookSettings } from "./settings.ts";
import type { FacebookStore } from "./store.ts";
import type { FacebookWorld } from "./world.ts";

const text = z.string().min(1);
const optional = z.string().optional();
const flag = z.boolean().optional();

/** Pages for people, and the world's verbs over HTTP. */
export function facebookOwn(with_: {
  store: FacebookStore;
  world: FacebookWorld;
  faults: FaultBox;
  settings: FacebookSettings;
}): (request: SimRequest) => Answer | undefined {
  const { world, settings, store } = with_;
  const who = { name: text, personId: optional, withoutFrom: flag };
  const onId = z.strictObject({ id: text });
  const onIdAndOff = onId.extend({ on: flag });
  const byHand = z.strictObject({ page: text, to: text, text });
  const verbs = {
    post: verb(
      z.strictObject({ page: text, text: z.string(), photo: flag, tagging: flag, ...who }),
      (input) => world.post(input),
    ),
    comment: verb(z.strictObject({ on: text, text: z.string(), photo: flag, ...who }), (input) =>
      world.comment(input),
    ),
    message: verb(z.strictObject({ page: text, name: text, personId: optional, text }), (input) =>
      world.message(input),
    ),
    "page-post": verb(z.strictObject({ page: text, text: z.string(), photo: flag }), (input) =>
      world.pagePost(input),
    ),
    edit: verb(onId.extend({ text }), ({ id, text }) => world.edit(id, text)),
    remove: verb(onId, ({ id }) => world.remove(id)),
    "restrict-replies": verb(onIdAndOff, ({ id, on }) => world.restrictReplies(id, on)),
    "hide-from": verb(onIdAndOff, ({ id, on }) => world.hideFrom(id, on)),
    unavailable: verb(z.strictObject({ personId: text, on: flag }), ({ personId, on }) =>
      world.unavailable(personId, on),
    ),
    "answer-by-hand": verb(byHand, (input) => world.answerByHand(input)),
    "message-by-hand": verb(byHand, (input) => world.messageByHand(input)),
    "kill-token": verb(z.strictObject({ page: text, subcode: z.int().optional() }), ({ page, subcode }) =>
      world.killToken(page, subcode),
    ),
    settings: verb(FacebookSettings.partial(), (input) => Object.assign(settings, input)),
  };
  const lists = {
    posts: () => world.posts(),
    comments: () => world.comments(),
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
      return { status: 200, headers: htmlHeaders, body: wholePage(store, world, request.query) };
    if (path === "/_page/live")
      return { status: 200, headers: htmlHeaders, body: livePart(store, world).html };
    return asset(path);
  };
}

const Form = z.object({
  act: z.enum(["post", "comment", "message", "tagging"]),
  name: text,
  text,
  page: text,
  on: z.string().default(""),
  photo: optional,
});

function written(world: FacebookWorld, request: SimRequest): Answer {
  try {
    const { act, name, text, page, on, photo } = Form.parse(parsed(request));
    const back = `/?name=${encodeURIComponent(name)}&page=${encodeURIComponent(page)}`;
    if (act === "message") {
      world.message({ page, name, text });
      return redirect(`${back}#inbox`);
    }
    const picture = photo === "on";
    const entry =
      act === "comment"
        ? world.comment({ on, name, text, photo: picture })
        : world.post({ page, name, text, photo: picture, tagging: act === "tagging" });
    return redirect(`${back}#${entry.id}`);
  } catch (error) {
    return { status: 400, headers: { "content-type": "text/plain; charset=utf-8" }, body: messageOf(error) };
  }
}
