import { Icon } from '../../ui/icon.tsx';
import type { Method } from './methods-api.ts';
import { sourceInWords } from './source-words.ts';

/** What the source says in its own words, and what it leaves open. */
export function SourceCard({ method }: { method: Method }) {
  const { quotes, inferred, source } = method;
  return (
    <section className="card source">
      <h2>
        <Icon name="book" size="xs" />
        {quotes.length > 0 ? '原文这样写' : '出处'}
      </h2>
      {quotes.map((quote) => (
        <blockquote key={quote.text}>
          <p>“{quote.text}”</p>
          {quote.place && <footer>{sourceInWords(quote.place)}</footer>}
        </blockquote>
      ))}
      {quotes.length === 0 && <p className="source-line">{sourceInWords(source)}</p>}
      {inferred.length > 0 && (
        <p className="xs mute open-list">
          本平台推定的：{inferred.map((one) => one.reason).join('；')}。图表里带
          <span className="open-text">虚线</span>，采用时可以改。
        </p>
      )}
      {inferred.length === 0 && <p className="xs mute open-list">步骤、时限都照原文，没有推定的地方。</p>}
    </section>
  );
}
