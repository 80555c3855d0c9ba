import { useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { valueWords } from './adopt/settings.ts';
import type { Method, Setting } from './methods-api.ts';

const shortCount = 7;
const isChanged = (one: Setting): boolean => JSON.stringify(one.value) !== JSON.stringify(one.original);

/** The few places an area may set, as they stand here; changed ones first. */
export function SettingsCard({ method }: { method: Method }) {
  const [showsAll, showAll] = useState(false);
  const sorted = [...method.settable.filter(isChanged), ...method.settable.filter((one) => !isChanged(one))];
  const shown = showsAll ? sorted : sorted.slice(0, shortCount);
  return (
    <section className="card settings">
      <h2>
        <Icon name="settings" size="xs" />
        可调的几处
        <span className="r">{method.settable.length} 处</span>
      </h2>
      {method.settable.length === 0 && <p className="sm mute pad">原文都定了，照原样采用。</p>}
      <dl>
        {shown.map((one) => (
          <div key={one.path}>
            <dt>{one.label}</dt>
            <dd className={isChanged(one) ? 'changed' : undefined}>
              {valueWords(one, one.value)}
              {isChanged(one) && <small>原为 {valueWords(one, one.original)}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {sorted.length > shortCount && (
        <p className="pad">
          <button type="button" className="plain link sm mute" onClick={() => showAll(!showsAll)}>
            {showsAll ? '收起' : `其余 ${sorted.length - shortCount} 处`}
          </button>
        </p>
      )}
    </section>
  );
}
