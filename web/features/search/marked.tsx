/** A text with the words that were looked for marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return <>{cutAt(text, words).map(({ part, isHit, at }) => (isHit ? <mark key={at}>{part}</mark> : part))}</>;
}

/** A text cut where a word begins and ends; of two that begin together the longer, whatever the case of letters. */
function cutAt(text: string, words: readonly string[]): { part: string; isHit: boolean; at: number }[] {
  const plain = text.toLowerCase();
  const wanted = words.filter((word) => word !== '').toSorted((a, b) => b.length - a.length);
  const parts: { part: string; isHit: boolean; at: number }[] = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    const word = wanted.find((one) => plain.startsWith(one, at));
    if (!word) {
      at += 1;
      continue;
    }
    if (at > from) parts.push({ part: text.slice(from, at), isHit: false, at: from });
    parts.push({ part: text.slice(at, at + word.length), isHit: true, at });
    at += word.length;
    from = at;
  }
  if (from < text.length) parts.push({ part: text.slice(from), isHit: false, at: from });
  return parts;
}
