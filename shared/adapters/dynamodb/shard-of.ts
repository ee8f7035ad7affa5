/**
 * Which of so many shards an id falls into; for the same id always the same. Stored keys are made of it: another hash
 * would look for them in another place.
 */
export function shardOf(id: string, shards: number): number {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) >>> 0;
  return hash % shards;
}
