import type { RegisterPage } from '#contract/registers';
import { sourceInWords } from '../../methods/source-words.ts';

/** Where a register comes from: the words of the source, and what it left open. */
export function SourceNote({ page }: { page: RegisterPage }) {
  return (
    <footer className="register-source mute sm">
      {page.quotes.map(({ text, place }) => (
        <p key={text}>
          原文：“{text}” <span className="faint">{place}</span>
        </p>
      ))}
      <p>出处：{sourceInWords(page.source)}</p>
      {page.inferred.length > 0 && <p>原文没有写、由平台补上的：{page.inferred.join('；')}</p>}
    </footer>
  );
}
