/** Tokens and keys by name. */
export type Secrets = {
  /** The secret's JSON, still to be parsed. @throws {NotConfigured} when it does not exist or may not be read */
  read(name: string): Promise<unknown>;
};
