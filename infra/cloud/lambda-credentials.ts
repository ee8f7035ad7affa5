/**
 * Takes the place of `@aws-sdk/credential-provider-node` in the bundles (infra/cloud/bundle.ts). In Lambda the role's
 * credentials always are in the environment; the SDK's own chain brings 90 KB of single sign-on, assumed roles and
 * instance metadata that can never be used there.
 *
 * @throws {Error} when they are not there
 */
export const defaultProvider =
  () =>
  async (): Promise<{
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken?: string;
  }> => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    } = process.env;
    if (accessKeyId === undefined || secretAccessKey === undefined)
      throw new Error("There are no credentials in the environment: this bundle is made for Lambda.");
    return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  };
