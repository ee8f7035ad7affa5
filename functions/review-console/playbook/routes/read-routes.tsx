import { type Context, Hono } from "hono";
import { writeBrand } from "../../../../shared/adapters/brand-file/write-brand.ts";
import { playbookDiff } from "../../../../shared/complaint/playbook-diff.ts";
import type { PublishedBrand } from "../../../../shared/ports/brand-store.ts";
import type { ConsoleEnv } from "../../console-env.ts";
import { plain } from "../../frame.tsx";
import { type Before, PlaybookPage, VersionPage, VersionsPage } from "../pages/read-pages.tsx";
import type { PlaybookPorts } from "../ports.ts";
import { playbookWords } from "../words/playbook-words.ts";
import { aboutPage, numberOf } from "./about-page.ts";

type Ctx = Context<ConsoleEnv>;

/** Looking at the playbook: for everybody of the brand. */
export function readRoutes({ versions }: PlaybookPorts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/playbook", (c) => c.html(<PlaybookPage about={aboutPage(c)} published={c.get("published")} />));

  app.get("/playbook/versions", async (c) => {
    const entries = await versions.list(c.get("brand"), numberOf(c.req.query("below")));
    const last = entries.at(-1)?.version ?? 1;
    return c.html(
      <VersionsPage
        about={aboutPage(c)}
        active={c.get("published").version}
        entries={entries}
        older={last > 1 ? last : undefined}
      />,
    );
  });

  const read = async (c: Ctx) => {
    const version = numberOf(c.req.param("version"));
    return version === undefined ? undefined : versions.get(c.get("brand"), version);
  };
  const notShown = (c: Ctx, found: "unreadable" | undefined) => {
    const w = playbookWords(c.get("messages"));
    const { errors } = c.get("messages");
    return found === undefined
      ? plain(c, 404, errors.notFoundTitle, w.change.noVersion, {
          href: "/playbook/versions",
          words: w.toVersions,
        })
      : plain(c, 409, w.versions.heading, w.versions.unreadable, {
          href: "/playbook/versions",
          words: w.toVersions,
        });
  };

  const before = async ({ file, version }: PublishedBrand): Promise<Before> => {
    if (version === 1) return { is: "first" };
    const earlier = await versions.get(file.brand, version - 1);
    if (earlier === undefined || earlier === "unreadable") return { is: "unreadable" };
    return { is: "read", file: earlier.file, differences: playbookDiff(earlier.file, file) };
  };

  app.get("/playbook/versions/:version", async (c) => {
    const found = await read(c);
    if (found === undefined || found === "unreadable") return notShown(c, found);
    return c.html(
      <VersionPage
        about={aboutPage(c)}
        published={found}
        before={await before(found)}
        isActive={found.version === c.get("published").version}
      />,
    );
  });

  app.get("/playbook/versions/:version/file", async (c) => {
    const found = await read(c);
    if (found === undefined || found === "unreadable") return notShown(c, found);
    const name = `${found.file.brand}-${found.version}.yaml`;
    return c.body(writeBrand(found.file), 200, {
      "Content-Type": "application/yaml; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    });
  });
  return app;
}
