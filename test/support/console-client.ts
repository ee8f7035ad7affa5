/** Somebody at the console without a browser: real requests, real login, cookies kept per host. */
export type ConsoleClient = {
  get(path: string): Promise<{ status: number; body: string }>;
  post(
    path: string,
    form: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: string; location: string }>;
};

/** Follows the code flow from the console to the issuer and back, choosing the person. */
export async function logIn(origin: string, person: string): Promise<ConsoleClient> {
  const jar = new Map<string, Map<string, string>>();
  const send = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const cookies = jar.get(url.host) ?? new Map<string, string>();
    const headers = new Headers(init.headers);
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    jar.set(url.host, cookies);
    return response;
  };
  const form = (fields: Readonly<Record<string, string>>, from: URL): RequestInit => ({
    method: "POST",
    headers: {
      origin: from.origin,
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(fields).toString(),
  });
  let url = new URL("/login/start", origin);
  let response = await send(url);
  for (let hop = 0; hop < 12; hop++) {
    const next = response.headers.get("location");
    if (next !== null) {
      url = new URL(next, url);
      if (url.origin === new URL(origin).origin && url.pathname === "/") break;
      response = await send(url);
      continue;
    }
    const page = await response.text();
    const action = new RegExp(`action="([^"]+/${person})"`).exec(page)?.[1];
    if (action === undefined)
      throw new Error(`no way to log in as ${person}: ${response.status} ${url.pathname}`);
    url = new URL(action, url);
    response = await send(url, form({}, url));
  }
  return {
    async get(path) {
      const answer = await send(new URL(path, origin));
      return { status: answer.status, body: await answer.text() };
    },
    async post(path, fields) {
      const at = new URL(path, origin);
      const answer = await send(at, form(fields, at));
      return {
        status: answer.status,
        body: await answer.text(),
        location: answer.headers.get("location") ?? "",
      };
    },
  };
}
