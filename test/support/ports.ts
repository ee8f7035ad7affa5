import { createServer } from "node:net";

/** Below the ports that Linux, macOS and Windows hand out by themselves: no connection takes one by chance. */
const FROM = 20_000;
const TO = 32_000;

/**
 * The first of so many ports in a row that nobody has. They stay free while a program that was stopped is started
 * again: the system gives them to no connection, as it would a port that was asked for with 0.
 */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = FROM + Math.floor(Math.random() * (TO - FROM - count));
    const free = await Promise.all(Array.from({ length: count }, (_, more) => isFree(first + more)));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((done) => {
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });
}
