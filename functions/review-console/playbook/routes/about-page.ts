import type { Context } from "hono";
import type { ConsoleEnv } from "../../console-env.ts";
import { frameOf } from "../../frame.tsx";
import { isManager } from "../../login/roles.ts";
import type { About } from "../pages/about.ts";
import { playbookWords } from "../words/playbook-words.ts";

export const aboutPage = (c: Context<ConsoleEnv>): About => ({
  frame: frameOf(c),
  w: playbookWords(c.get("messages")),
  zone: c.get("published").file.account.timeZone,
  mayChange: isManager(c.get("person").role),
});

/** A number as an address or a form holds it; undefined where it is none. */
export const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
