import type { ReactNode } from 'react';
import type { Story, StoryHop } from '#contract/links';
import { formatFen } from '#shared/money';
import { shanghaiParts } from '#shared/time';
import { BeforeAfter } from '../../ui/before-after.tsx';
import { Icon } from '../../ui/icon.tsx';
import './story.css';

/** One thread from need to result: each hop with its day, a sentence, and the record that proves it. */
export function StoryThread({ hops, now }: { hops: Story['hops']; now: string }): ReactNode {
  const years = hops.map(({ at }) => shanghaiParts(at).year);
  return (
    <ol className="story">
      {hops.map((hop, at) => (
        <Hop
          key={hopId(hop)}
          hop={hop}
          year={years[at] === (years[at - 1] ?? years[0]) ? null : (years[at] ?? null)}
          thisYear={shanghaiParts(now).year}
        />
      ))}
    </ol>
  );
}

export const hopId = ({ kind, id }: Pick<StoryHop, 'kind' | 'id'>): string => `hop-${kind}-${id}`;

function Hop({ hop, year, thisYear }: { hop: StoryHop; year: number | null; thisYear: number }): ReactNode {
  const { month, day } = shanghaiParts(hop.at);
  const look = [hop.turning ? 'key' : '', hop.coming ? 'ahead' : ''].filter(Boolean).join(' ');
  return (
    <li id={hopId(hop)} className={look || undefined}>
      {year ? <p className="year num">{year === thisYear ? '今年' : `${year} 年`}</p> : null}
      <span className="when num">
        <b>{month}月</b>
        {day}日
      </span>
      <h3>{hop.title}</h3>
      {hop.line ? <p>{hop.line}</p> : null}
      <Facts facts={hop.facts} />
      <Rows rows={hop.rows} />
      {hop.amount === null ? null : (
        <p className="paid num">
          {hop.amount < 0 ? '退回' : '付了'} <b>{formatFen(Math.abs(hop.amount))}</b> 元
        </p>
      )}
      {hop.href ? (
        <a className="proof" href={hop.href}>
          {hop.proof}
          <Icon name="chevron-right" size="xs" />
        </a>
      ) : null}
      <BeforeAfter before={undefined} after={hop.pictures[0]} title={hop.title} />
    </li>
  );
}

function Facts({ facts }: { facts: StoryHop['facts'] }): ReactNode {
  if (facts.length === 0) return null;
  return (
    <dl className="told num">
      {facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Budgets side by side, the chosen one first to the eye. */
function Rows({ rows }: { rows: StoryHop['rows'] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <ul className="quotes num">
      {rows.map(({ label, note, text, chosen }, at) => (
        <li key={`${at} ${label}`} className={chosen ? 'won' : undefined}>
          <span>
            {label}
            {note ? <small>{note}</small> : null}
          </span>
          <span>
            {chosen ? '选中 ' : ''}
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is still to come, while the matter is open. */
export function StillToCome({ line, gateText }: Pick<Story, 'line' | 'gateText'>): ReactNode {
  const coming = line.filter(({ state }) => state === 'coming').map(({ label }) => label.zh);
  const here = line.find(({ state }) => state === 'now')?.label.zh;
  if (!here) return null;
  return (
    <section className="card pad gap" aria-label="接下来">
      <p>
        现在到<b>“{here}”</b>
        {coming.length > 0 ? `，接下来：${coming.join('、')}。` : '，就快办完了。'}
      </p>
      {gateText ? <p className="soft">{gateText}</p> : null}
    </section>
  );
}
