import { useState } from 'react';
import { Button, Switch } from 'antd';
import type { DutySetSummary } from '#contract/duties';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { sourceInWords } from '../../methods/source-words.ts';
import { useAdopt } from './duties-api.ts';

/** The sets of duties of the library: who does what how often, where it comes from, and whether it runs here. */
export function SetsCard({ areaId, sets }: { areaId: string; sets: DutySetSummary[] }) {
  return (
    <section className="card sets">
      <h2>
        任务是怎么定的 <span className="mute">{sets.length} 组，来自工作法库</span>
      </h2>
      <ul>
        {sets.map((set) => (
          <li key={set.id}>
            <SetLine areaId={areaId} set={set} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SetLine({ areaId, set }: { areaId: string; set: DutySetSummary }) {
  const { can } = useSession();
  const adopt = useAdopt(areaId);
  const [key, setKey] = useState(newKey);
  const refused = refusedOf(adopt.error);
  const take = (settings: Record<string, unknown>): void =>
    adopt.mutate({ set: set.id, settings, key }, { onSettled: () => setKey(newKey()) });
  const [quote] = set.quotes;
  return (
    <>
      <div className="row">
        <b>{set.name.zh}</b>
        {set.adopted ? (
          <Tag tone="ok" icon="check">
            在用
          </Tag>
        ) : null}
        <span className="sp" />
        {can('method.adopt') && !set.adopted ? (
          <Button size="small" loading={adopt.isPending} onClick={() => take({})}>
            采用
          </Button>
        ) : null}
      </div>
      <p className="sm">{set.duties.map((duty) => `${duty.name.zh}（${duty.often}，${duty.who}）`).join('、')}</p>
      {quote ? (
        <p className="mute sm">
          原文：“{quote.text}” <span className="faint">出处：{sourceInWords(set.source)}</span>
        </p>
      ) : null}
      {can('method.adopt') && set.adopted
        ? set.settable
            .filter(({ kind }) => kind === 'yesno')
            .map((one) => (
              <label key={one.path} className="row sm">
                <Switch
                  aria-label={one.label}
                  size="small"
                  checked={one.value === true}
                  loading={adopt.isPending}
                  onChange={(isOn) => take({ ...settingsOf(set), [one.path]: isOn })}
                />
                {one.label}
              </label>
            ))
        : null}
      {refused && <Note tone="late">{refused.detail}</Note>}
    </>
  );
}

/** What is set differently here than in the library. */
function settingsOf(set: DutySetSummary): Record<string, unknown> {
  const changed = set.settable.filter(({ value, original }) => JSON.stringify(value) !== JSON.stringify(original));
  return Object.fromEntries(changed.map(({ path, value }) => [path, value]));
}
