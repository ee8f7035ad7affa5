import { expect, it } from "vitest";
import { parseSearch } from "../../../infra/local/simulators/x/search-query.ts";
import { searchQueries } from "../../../shared/adapters/x/search-queries.ts";

it("asks for names and hashtags at once, without reposts and own posts", () => {
  expect(searchQueries(["Kenttäkauppa", "#kenttäkauppa", "Kenttä Kauppa"], "kenttakauppa")).toEqual([
    '(Kenttäkauppa OR #kenttäkauppa OR "Kenttä Kauppa") -is:retweet -from:kenttakauppa',
  ]);
});

it("takes search operators out of what an operator of the shop typed", () => {
  expect(searchQueries(['shop" OR (from:other)', "a:b", '""'], "shop")).toEqual([
    '("shop OR from:other" OR "a:b") -is:retweet -from:shop',
  ]);
});

it("stays under X's length, however many names there are, and every query can be read", () => {
  const terms = Array.from({ length: 80 }, (_, n) => `Kenttäkauppa numero ${n}`);
  const queries = searchQueries(terms, "kenttakauppa");
  expect(queries.length).toBeGreaterThan(1);
  for (const query of queries) {
    expect(query.length).toBeLessThanOrEqual(512);
    expect(typeof parseSearch(query)).toBe("function");
  }
  for (const term of terms) expect(queries.join(" ")).toContain(`"${term}"`);
});

it("asks for nothing where nothing is to be sought", () => {
  expect(searchQueries([], "shop")).toEqual([]);
});
