import type { ReactNode } from 'react';
import { Note } from '../../../ui/desk/states.tsx';
import type { Preview } from '../methods-api.ts';

/** A sentence with the line of the file it belongs to, when there is one. */
export const problemLine = ({ line, zh }: Preview['problems'][number]): string =>
  line > 0 ? `第 ${line} 行：${zh}` : zh;

type FootProps = { refused: string | undefined; preview: Preview | undefined; button: ReactNode; isShort?: boolean };

/** What an adoption changes, or what keeps it from being done, above its button. */
export function AdoptFoot({ refused, preview, button, isShort = false }: FootProps) {
  return (
    <div className="adopt-foot">
      {refused && <Note tone="late">{refused}</Note>}
      {preview && (
        <div className="sm changes" aria-live="polite">
          {preview.problems.length > 0 ? (
            <b className="late-text">有 {preview.problems.length} 处不对，改好才能采用</b>
          ) : (
            <b>{preview.differences.length > 0 ? `这一次改 ${preview.differences.length} 处` : '没有改动'}</b>
          )}
          {!isShort && (
            <ul className={preview.problems.length > 0 ? 'late-text' : undefined}>
              {(preview.problems.length > 0 ? preview.problems.map(problemLine) : preview.differences).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className="row">
        <span className="sm mute sp">
          {preview &&
            (preview.running > 0 ? `在办 ${preview.running} 件不受影响，仍按原来的版本。` : '现在没有在办的事。')}
        </span>
        {button}
      </div>
    </div>
  );
}
