import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { ConsoleEnv } from "./console-env.ts";
import { plain } from "./frame.tsx";
import type { Ports } from "./ports.ts";

/** Which brand the person looks at: the one last chosen, else the first they may answer for. */
export const brandChoice =
  (ports: {
    readonly brandIds: Ports["brandIds"];
    readonly brands: Pick<Ports["brands"], "active">;
  }): MiddlewareHandler<ConsoleEnv> =>
  async (c, next) => {
    const { brands } = c.get("person");
    const allowed =
      brands === undefined ? ports.brandIds : ports.brandIds.filter((id) => brands.includes(id));
    const chosen = getCookie(c, "brand");
    const brand = allowed.find((id) => id === chosen) ?? allowed[0];
    if (brand === undefined) {
      const { errors } = c.get("messages");
      return plain(c, 403, errors.forbiddenTitle, errors.noBrand);
    }
    c.set("brands", allowed);
    c.set("brand", brand);
    c.set("published", await ports.brands.active(brand));
    return next();
  };
