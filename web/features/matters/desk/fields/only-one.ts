/** The one known place that written words can only mean: spaces aside they are its name, or the end of no other's. */
export function onlyOne<T extends { label: string }>(places: readonly T[], words: string): T | null {
  const plain = (text: string): string => text.replace(/\s+/g, '');
  const wanted = plain(words);
  if (!wanted) return null;
  const same = places.filter(({ label }) => plain(label) === wanted);
  const found = same.length > 0 ? same : places.filter(({ label }) => plain(label).endsWith(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}
