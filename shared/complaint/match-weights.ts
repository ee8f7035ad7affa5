/**
 * What each agreement and each contradiction is worth (`match-score.ts`). `m` is set by hand, so that each can be read
 * out and defended; `u` is counted from the register (`match-shares.ts`) where none stands here. A change is a new
 * version, and the version is measured by `test/eval/match-recall.ts` and `test/eval/match-electronics.ts`.
 * A fact that the post or the record does not hold is worth nothing either way.
 */
export const MATCH_WEIGHTS = {
  version: 2,
  /** Before any evidence: how often a writer stands in the purchase history at all; shared out over all customers. */
  writerIsCustomer: 0.5,
  /** A register smaller than this is not all who buy: most writers are outside it, namesakes of customers too. */
  smallestClientele: 2000,
  name: {
    /** `u` of an exact word is the share of customers who bear it (term frequency). */
    exact: { m: 0.85, why: "people write under the name on their receipt" },
    /** For these two `u` is a share of the term frequency. */
    variant: { m: 0.05, ofFrequency: 0.2, why: "another spelling of the same name" },
    nickname: { m: 0.07, ofFrequency: 0.3, why: "a short form, borne by others as well" },
    /** Of the frequency of the name on file, and at least `least`: names a letter apart that nobody here bears. */
    similar: { m: 0.03, ofFrequency: 0.3, least: 0.0004, why: "one slip of the finger in a long word" },
    initial: { m: 0.05, u: 0.0035, why: "one in fourteen names begins with a given letter" },
    contradicted: { m: 0.02, u: 0.95, why: "a married name, or another person" },
    leftOver: { m: 0.3, u: 0.5, why: "a second name or a double name left out" },
    /** One full name is never worth more than this: first and last names go together in families. */
    capBits: 17,
  },
  product: {
    exact: { m: 0.75, why: "the product of the complaint" },
    weak: { m: 0.12, why: "another product of its sort: people mistake the name" },
    against: { m: 0.1, why: "not in the history; perhaps bought by another of the family" },
    mentionedAgainst: {
      m: 0.25,
      why: "the same, of words that no cue carries: they may speak of something else",
    },
  },
  category: {
    exact: { m: 0.85, why: "the sort of goods that the post names" },
    against: { m: 0.15, why: "never bought that sort here" },
  },
  /** One sort of goods beside "everything from you", looked for in the whole history. */
  sortEver: {
    exact: { m: 0.85, u: 0.3, why: "buys that sort here" },
    against: { m: 0.15, u: 0.7, why: "never bought that sort here" },
  },
  /** Where all sorts that are named agree, `u` is that of one to the power of how many they are. */
  breadth: {
    exact: { m: 0.6, uOfEach: 0.34, why: "three sorts of goods or more, all in the history" },
    close: { m: 0.6, uOfEach: 0.34, why: "two sorts of goods, both in the history" },
    weak: { m: 0.25, u: 0.25, why: "half of what the post names: says nothing" },
    against: { m: 0.1, u: 0.65, why: "less than half of what the post names" },
  },
  /** "All our equipment", without a word on which. */
  wide: {
    weak: { m: 0.6, u: 0.35, why: "a wide history; many have one" },
    against: { m: 0.4, u: 0.65, why: "a narrow history; people exaggerate" },
  },
  date: {
    exact: { m: 0.75, why: "bought in the days that the post says" },
    close: { m: 0.15, why: "bought within a week of those days" },
    against: { m: 0.1, why: "bought at another time" },
  },
  /** No day is said: the chance that the purchase is of the last ninety days. */
  lately: { m: 0.85, why: "complaints follow purchases; some goods break late" },
  amount: {
    exact: { m: 0.6, u: 0.06, why: "the sum to the cent" },
    close: { m: 0.25, u: 0.12, why: "the sum within a tenth: people round" },
    against: { m: 0.15, u: 0.82, why: "another sum" },
  },
  /** The price follows from the product: where the product agrees, the sum says little more. */
  amountOfProduct: {
    exact: { m: 0.7, u: 0.5, why: "the price of the product that already agrees" },
    close: { m: 0.2, u: 0.2, why: "people round" },
    against: { m: 0.1, u: 0.3, why: "a price that this product did not have" },
  },
  store: {
    exact: { m: 0.8, why: "bought in the store that the post names" },
    against: { m: 0.12, why: "bought, but elsewhere; people name the store where they returned it" },
  },
  place: {
    exact: { m: 0.6, u: 0.25, why: "lives in the town that the post names" },
    against: { m: 0.3, u: 0.65, why: "lives elsewhere; people travel" },
  },
  tenure: {
    exact: { m: 0.6, u: 0.1, why: "a customer for as long as the post says, within a fifth or a year" },
    close: { m: 0.25, u: 0.25, why: "longer than the post says" },
    against: { m: 0.15, u: 0.65, why: "much shorter; registers begin late" },
  },
} as const;

/** Link only at this posterior or above; from `grey` the candidates are shown. Design: "Matching". */
export const LINK_POSTERIOR = 0.99;
export const GREY_POSTERIOR = 0.5;
/** The next candidate must be twenty times less likely. */
export const LINK_MARGIN_BITS = Math.log2(20);
/** Facts from the purchase history must make it at least four times more likely by themselves. */
export const LINK_PURCHASE_BITS = 2;
