import type { ReactNode } from 'react';
import type { PublicRecord } from '#contract/registers';

const tones = ['cinnabar', 'bamboo', 'apricot'] as const;
const identity = '亮身份';

const toneOf = (name: string): string => tones[(name.codePointAt(0) ?? 0) % tones.length] ?? 'bamboo';

/** Neighbours with a gift, each in her own words: face, name, what she can help with. */
export function PersonCards({ items }: { items: PublicRecord[] }): ReactNode {
  return (
    <ul className="neighbours gap">
      {items.map((one) => (
        <li key={one.id} className="card neighbour">
          <Person one={one} />
        </li>
      ))}
    </ul>
  );
}

function Person({ one }: { one: PublicRecord }): ReactNode {
  const name = one.name ?? '';
  const shown = one.facts.filter(({ label }) => label !== identity);
  const badges = one.facts.find(({ label }) => label === identity)?.text.split('、') ?? [];
  return (
    <>
      {one.picture ? (
        <span className="portrait">
          <img src={one.picture} alt="" width="84" height="84" loading="lazy" />
        </span>
      ) : (
        <span className={`portrait ${toneOf(name)}`} aria-hidden="true">
          {name.slice(0, 1)}
        </span>
      )}
      <div>
        <h3>
          {name} <small>{one.group}</small>
        </h3>
        {one.story ? <p className="offer">“{one.story}”</p> : null}
        <p className="gifts">
          {one.tags.map((tag) => (
            <span key={tag} className="tag ok">
              {tag}
            </span>
          ))}
          {badges.map((badge) => (
            <span key={badge} className="tag wait">
              {badge}
            </span>
          ))}
        </p>
        {shown.map(({ label, text }) => (
          <p key={label} className="hint">
            {label}：{text}
          </p>
        ))}
      </div>
    </>
  );
}
