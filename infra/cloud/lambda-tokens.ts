/**
 * Stands in for `@aws-sdk/token-providers` in what is deployed: a function's role signs its calls, and tokens of a
 * single sign-on have no place there (docs/decisions/0009-environment-credentials-in-bundles.md).
 */
const noToken = () => async (): Promise<never> => {
  throw new Error("A function signs with its role; it has no tokens.");
};
export const fromEnvSigningName = noToken;
export const nodeProvider = noToken;
