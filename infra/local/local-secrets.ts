import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { Plain } from "./plain.ts";
import { writeWhole } from "./whole-file.ts";

export const NAME_KEY_SECRET = "shopkeeper/name-key";
export const OIDC_SECRET = "shopkeeper/oidc-client";

const Kept = z.object({ key: z.string().min(32) });

/** Secrets of one machine: made up at the first start, kept beside the data so that a restart still fits it. */
export function localSecrets(brands: readonly BrandFile[], keyFile: string | undefined) {
  const key = readOrMake(keyFile);
  const made = (what: string): string => `${what}-${key.slice(0, 24)}`;
  const facebook = (pageId: string) => ({
    pageToken: made(`page-${pageId}`),
    appSecret: made(`app-${pageId}`),
  });
  const x = (userId: string) => ({
    bearerToken: made(`bearer-${userId}`),
    apiKey: made(`key-${userId}`),
    apiSecret: made(`secret-${userId}`),
    accessToken: made(`token-${userId}`),
    accessSecret: made(`token-secret-${userId}`),
  });
  const values: Record<string, unknown> = {
    [NAME_KEY_SECRET]: { nameKey: made("name-key") },
    [OIDC_SECRET]: { clientSecret: made("client") },
  };
  for (const { account } of brands) {
    const { channels } = account;
    if (channels.facebook !== undefined)
      values[channels.facebook.secret] = facebook(channels.facebook.pageId);
    if (channels.x !== undefined) values[channels.x.secret] = x(channels.x.userId);
  }
  return { values, facebook, x, clientSecret: made("client") };
}

function readOrMake(keyFile: string | undefined): string {
  if (keyFile !== undefined && existsSync(keyFile)) return readKey(keyFile);
  const key = randomBytes(24).toString("hex");
  if (keyFile !== undefined) writeWhole(keyFile, JSON.stringify({ key }), 0o600);
  return key;
}

/** A new key in place of a lost one would find none of the customers that were filed under the old one. */
function readKey(keyFile: string): string {
  try {
    return Kept.parse(JSON.parse(readFileSync(keyFile, "utf8"))).key;
  } catch {
    throw new Plain(
      `${keyFile} cannot be read, and the kept customers are found only with the key in it.\nPut the file back from a copy, or begin anew: rm -rf ${path.dirname(keyFile)}`,
    );
  }
}
