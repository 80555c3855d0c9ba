/** A text with the words that were looked for marked in it, whatever the case of letters and the spaces between signs. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return <>{cutAt(text, words).map(({ part, isHit, at }) => (isHit ? <mark key={at}>{part}</mark> : part))}</>;
}

type Part = { part: string; isHit: boolean; at: number };

/** A text cut where a word begins and ends; of two that begin together the longer. */
function cutAt(text: string, words: readonly string[]): Part[] {
  const places = [...text].flatMap((sign, at) => (sign === ' ' ? [] : [{ sign: sign.toLowerCase(), at }]));
  const plain = places.map(({ sign }) => sign).join('');
  const wanted = words
    .map((word) => word.replaceAll(' ', '').toLowerCase())
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  const signs = [...text];
  const parts: Part[] = [];
  let [from, i] = [0, 0];
  const take = (until: number, isHit: boolean): void => {
    if (until > from) parts.push({ part: signs.slice(from, until).join(''), isHit, at: from });
    from = until;
  };
  while (i < plain.length) {
    const word = wanted.find((one) => plain.startsWith(one, i));
    if (word) {
      take(places[i]?.at ?? from, false);
      take((places[i + word.length - 1]?.at ?? from) + 1, true);
    }
    i += word?.length ?? 1;
  }
  take(signs.length, false);
  return parts;
}
