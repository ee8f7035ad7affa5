import * as z from "zod";

/** A clock that moves when told. */
export function testClock(at = "2026-03-02T12:00:00.000Z") {
  let nowMs = Date.parse(at);
  return {
    clock: () => new Date(nowMs),
    pass: (seconds: number) => {
      nowMs += seconds * 1000;
    },
  };
}

/** An answer with its body as plain data. */
export type Called = {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
  list: Record<string, unknown>[];
};
const Body = z.record(z.string(), z.unknown());

export async function call(url: string, init: RequestInit = {}): Promise<Called> {
  const response = await fetch(url, init);
  const body = Body.parse(await response.json());
  const list = z.array(Body).safeParse(body["data"]);
  return { status: response.status, headers: response.headers, body, list: list.success ? list.data : [] };
}

export const json = (value: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});
