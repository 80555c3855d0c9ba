import { useState } from 'react';
import type { StandardParam, StandardSheet } from '#contract/assessment';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { sourceInWords } from '../../methods/source-words.ts';
import { useAdoptStandard } from './assessment-api.ts';

/** How the standard is read here: what the source left open, and what an adopting area has set. */
export function ReadingCard({ sheet }: { sheet: StandardSheet }) {
  const adopt = useAdoptStandard(sheet.areaId);
  const [key, setKey] = useState(newKey);
  const refused = refusedOf(adopt.error);
  const isMine = sheet.actions.includes('adopt');
  const set = (param: StandardParam, value: string): void => {
    const settings = Object.fromEntries(
      sheet.params.map((one) => [one.id, one.id === param.id ? value : one.value] as const),
    );
    adopt.mutate({ standard: sheet.standard.id, settings, key }, { onSettled: () => setKey(newKey()) });
  };
  return (
    <section className="card reading">
      <h2>
        标准在这里怎么读
        <span className="r">出处：{sourceInWords(sheet.standard.source)}</span>
      </h2>
      <dl>
        {sheet.params.map((param) => (
          <div key={param.id}>
            <dt>{param.name}</dt>
            <dd>
              {param.of.length > 0 ? (
                <span className="tabs" role="group" aria-label={param.name}>
                  {param.of.map((word) => (
                    <button
                      key={word}
                      type="button"
                      aria-pressed={param.value === word}
                      disabled={!isMine || adopt.isPending}
                      onClick={() => set(param, word)}
                    >
                      {word}
                    </button>
                  ))}
                </span>
              ) : (
                [param.value].flat().join('、')
              )}
            </dd>
          </div>
        ))}
      </dl>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <p className="mute sm">原文没有说定、由平台补上的：{sheet.inferred.join('；')}。</p>
    </section>
  );
}
