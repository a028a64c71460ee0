/** About how many rules a shard holds: few enough to be read for one host, many enough for the shards to be few. */
const rulesInShard = 100;
/** More items than these for one ruleset would slow storage down more than larger shards do. */
const mostShards = 4096;

/** How many shards so many rules are spread over: a power of two. */
export const shardCountFor = (rules: number): number => {
  let count = 1;
  while (count * rulesInShard < rules && count < mostShards) count *= 2;
  return count;
};

/**
 * The shard that the rules of a host are in: by the 32-bit hash FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
 */
export const shardOf = (host: string, shardCount: number): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < host.length; index++) {
    hash = Math.imul(hash ^ host.charCodeAt(index), 0x01000193);
  }
  // The low bits of this hash are its weakest.
  return ((hash >>> 16) ^ hash) & (shardCount - 1);
};

/** A host and every domain above it, down to the last label. */
export const hostAndDomains = (host: string): readonly string[] => {
  const hosts = [host];
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) hosts.push(host.slice(dot + 1));
  return hosts;
};
