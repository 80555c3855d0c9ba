/** A chain of hashes: each link stands on the one before it, so that nothing before the last can be changed unseen. */

/** What the first link of every chain stands on. */
export const chainStart = '0'.repeat(64);

/** The text whose SHA-256 is the hash of a link: the hash before it, its number, the SHA-256 of what it holds. */
export function linkText(before: string, n: number, contentHash: string): string {
  return `${before}\n${n}\n${contentHash}`;
}
