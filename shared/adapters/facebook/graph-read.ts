import { Malformed, NotConfigured, Unavailable } from "../../runtime/errors.ts";
import { DoorClosed } from "../door-closed.ts";
import type { GraphClient } from "./graph-client.ts";
import { failureCode, type GraphFailure } from "./graph-failure.ts";
import { type GraphPage, readPage } from "./graph-objects.ts";
import type { GraphBucket } from "./usage.ts";

/** Codes that say a permission is missing or was taken back (Graph API, "Handling Errors"). */
const isPermission = (code: number): boolean => code === 3 || code === 10 || (code >= 200 && code <= 299);

/** What a failed read means to the collector, with who acts. `place` names the secret and the page. */
export function readError(failure: GraphFailure, place: string): Error {
  switch (failure.kind) {
    case "closed":
    case "throttled":
    case "blocked":
      return new DoorClosed(failure.until);
    case "token":
      return new NotConfigured(
        `Facebook refuses the token of ${place} (code ${failure.code}). Make a new Page token and put it into the secret; "shopkeeper doctor" says what it may do.`,
      );
    case "lost":
      return new Unavailable(`Facebook did not answer (${failure.why})`);
    case "no":
      return isPermission(failure.code)
        ? new NotConfigured(
            `Facebook says that the token of ${place} lacks a permission (code ${failureCode(failure)}). Grant it in the app's settings and make a new Page token.`,
          )
        : new Malformed("facebook request", [
            `refused with code ${failureCode(failure)}, status ${failure.status}`,
          ]);
    default:
      return failure satisfies never;
  }
}

/** Empty pages in a row that do not say where they stand. */
const MAX_STALLED = 3;

/** The pages of a list, to its end. @throws what `readError` makes of a failure, and {Malformed} for a page that is none */
export async function* listPages<T>(
  graph: GraphClient,
  list: {
    contract: string;
    entry: Parameters<typeof readPage<T>>[1];
    path: string;
    bucket: GraphBucket;
    params: Readonly<Record<string, string>>;
    place: string;
    isGone?: (failure: GraphFailure) => boolean;
  },
): AsyncGenerator<GraphPage<T> | "gone"> {
  let after: string | undefined;
  let stalled = 0;
  for (;;) {
    const params = after === undefined ? list.params : { ...list.params, after };
    const answer = await graph.get(list.path, params, list.bucket);
    if (!answer.ok) {
      if (list.isGone?.(answer.failure) === true) return yield "gone";
      throw readError(answer.failure, list.place);
    }
    const page = readPage(list.contract, list.entry, answer.body);
    yield page;
    if (!page.more) return;
    // An empty page in the middle may not say where it stands: the same place is asked for again.
    stalled = page.after === undefined ? stalled + 1 : 0;
    if (stalled > MAX_STALLED) throw new Unavailable("Facebook gives empty pages and says that more follow");
    after = page.after ?? after;
  }
}
