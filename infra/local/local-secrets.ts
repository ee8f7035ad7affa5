import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import type { BrandFile } from "../../shared/complaint/playbook.ts";

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
  if (keyFile === undefined) return randomBytes(24).toString("hex");
  try {
    return Kept.parse(JSON.parse(readFileSync(keyFile, "utf8"))).key;
  } catch {
    const key = randomBytes(24).toString("hex");
    writeFileSync(keyFile, JSON.stringify({ key }), { mode: 0o600 });
    return key;
  }
}
