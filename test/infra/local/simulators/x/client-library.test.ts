import http from "node:http";
import { type ITwitterApiClientPlugin, TwitterApi } from "twitter-api-v2";
import { afterEach, expect, test } from "vitest";
import { startXSimulator, type XSimulator } from "../../../../../infra/local/simulators/x/start.ts";

const oauth1 = { consumerKey: "ck", consumerSecret: "c&s", accessToken: "1-at", accessSecret: "as" };
let x: XSimulator;
afterEach(() => x.close());

const start = async (): Promise<void> => {
  x = await startXSimulator({
    port: 0,
    bearerTokens: ["app"],
    accounts: [{ userId: "100", handle: "kenttakauppa", name: "Kenttäkauppa", accessToken: "user", oauth1 }],
  });
};
const towards = (url: string): ITwitterApiClientPlugin => ({
  onBeforeRequestConfig({ params }) {
    const { pathname, search } = new URL(params.url);
    params.url = `${url}${pathname}${search}`;
  },
});
const clientWith = (appSecret: string) =>
  new TwitterApi(
    {
      appKey: oauth1.consumerKey,
      appSecret,
      accessToken: oauth1.accessToken,
      accessSecret: oauth1.accessSecret,
    },
    { httpAgent: new http.Agent(), plugins: [towards(x.url)] },
  );

test("the client library reads mentions with an app token and answers with OAuth 1.0a keys", async () => {
  await start();
  const post = x.world.post({ handle: "matti", text: "@kenttakauppa the boots & <socks> don't fit!" });
  const reader = new TwitterApi("app", { httpAgent: new http.Agent(), plugins: [towards(x.url)] });
  const page = await reader.v2.userMentionTimeline("100", {
    "tweet.fields": ["author_id", "entities"],
    max_results: 5,
  });
  expect(page.tweets.map(({ id, text }) => ({ id, text }))).toEqual([
    { id: post.id, text: "@kenttakauppa the boots &amp; &lt;socks&gt; don't fit!" },
  ]);
  const sent = await clientWith(oauth1.consumerSecret).v2.reply("I'm sorry! (Really) – Laura*", post.id);
  expect(x.world.published()).toMatchObject([{ id: sent.data.id, inReplyTo: post.id, via: "api" }]);
  const mine = await clientWith(oauth1.consumerSecret).v2.userTimeline("100", {
    since_id: post.id,
    expansions: ["referenced_tweets.id"],
  });
  expect(mine.tweets).toHaveLength(1);
});

test("a signature made with another secret is a 401", async () => {
  await start();
  const post = x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
  await expect(clientWith("other").v2.reply("Hi", post.id)).rejects.toMatchObject({ code: 401 });
  expect(x.world.published()).toEqual([]);
});

test("a refused reply reaches the client as an error that carries the problem", async () => {
  await start();
  const post = x.world.post({ handle: "matti", text: "kenttakauppa, you're hopeless" });
  await expect(clientWith(oauth1.consumerSecret).v2.reply("Hi", post.id)).rejects.toMatchObject({
    code: 403,
    data: { detail: expect.stringContaining("not been mentioned"), status: 403, type: "about:blank" },
  });
});
