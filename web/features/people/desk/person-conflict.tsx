import { useEffect } from 'react';
import type { Refused } from '../../../lib/desk/api.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { MaskedPerson } from './people-api.ts';

const names: Record<string, string> = {
  name: '姓名',
  phone: '电话',
  birthYear: '出生年',
  gender: '性别',
  tags: '标签',
  householdId: '住户',
};

/** Somebody saved first: their side and mine beside each other, masked alike. Saving again is then a decision. */
export function PersonConflict({ refused, onSeen }: { refused: Refused; onSeen: (version: number) => void }) {
  const details = refused.details as { current?: MaskedPerson; yours?: Partial<MaskedPerson>; version?: number };
  const { current, yours = {}, version } = details;
  useEffect(() => {
    if (version) onSeen(version);
  }, [version, onSeen]);
  if (!current) return null;
  const shown = Object.keys(names).filter((name) => name in yours) as (keyof MaskedPerson)[];
  return (
    <section className="person-conflict" role="alert">
      <p>
        <Icon name="warn" size="xs" /> {refused.detail}
      </p>
      <table>
        <thead>
          <tr>
            <th />
            <th>现在的</th>
            <th>我填的</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => (
            <tr key={name}>
              <th>{names[name]}</th>
              <td>{words(current[name])}</td>
              <td>{words(yours[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="sm">您填的是身份证号或备注，两边都不显示内容。</p>}
    </section>
  );
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.join('、') || '空';
  return value === null || value === undefined || value === '' ? '空' : String(value);
}
