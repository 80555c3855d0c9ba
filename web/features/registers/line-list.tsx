import type { ReactNode } from 'react';
import type { PublicRecord, PublicRegister } from '#contract/registers';
import { Section } from '../../ui/parts.tsx';

/** Records as lines under the words they belong to. */
export function LineList({ register }: { register: PublicRegister }): ReactNode {
  const here = new Set(register.items.map(({ group }) => group ?? ''));
  const groups = [...register.groups.filter((word) => here.has(word)), ...(here.has('') ? [''] : [])];
  return (
    <>
      {groups.map((group) => {
        const own = register.items.filter((one) => (one.group ?? '') === group);
        return (
          <section key={group}>
            {group ? <Section title={group} note={`${own.length} 项`} /> : null}
            <ul className={group ? 'card' : 'card gap'}>
              {own.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Line({ one }: { one: PublicRecord }): ReactNode {
  return (
    <li className="register-line">
      <b>{one.name}</b>
      {one.story ? <p className="soft">{one.story}</p> : null}
      {one.facts.length > 0 ? (
        <p className="hint">{one.facts.map(({ label, text }) => `${label}：${text}`).join('　')}</p>
      ) : null}
    </li>
  );
}
