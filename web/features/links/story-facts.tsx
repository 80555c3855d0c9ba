import type { ReactNode } from 'react';
import type { Story } from '#contract/links';
import { formatFen } from '#shared/money';
import { dayName, limitName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { statusWords } from '../matters/matter-words.ts';
import { hopId } from './story-thread.tsx';

type Fact = { name: string; value: string; unit: string; href?: string };

/** Three facts at most, each leading to the hop that proves it; an open matter says until when. */
export function StoryFacts({ story, now }: { story: Story; now: string }): ReactNode {
  const facts = factsOf(story, now);
  return (
    <section className="card gap">
      <div className="figs">
        {facts.map(({ name, value, unit, href }) => {
          const said = (
            <>
              <span className="k">{name}</span>
              <span className="v">
                {value}
                {unit ? <small>{unit}</small> : null}
              </span>
            </>
          );
          return href ? (
            <a key={name} className="fig" href={href}>
              {said}
            </a>
          ) : (
            <div key={name} className="fig">
              {said}
            </div>
          );
        })}
      </div>
      {facts.some(({ href }) => href) ? (
        <p className="src">
          <Icon name="eye" size="s" />
          <span>数字能点开，看到原始记录和凭证。</span>
        </p>
      ) : null}
    </section>
  );
}

function factsOf(story: Story, now: string): Fact[] {
  const { agreed, hops, open, spent } = story;
  const asked = { name: '反映', value: dayName(story.createdAt, now), unit: '' };
  const stands = open
    ? { name: '现在到', value: story.stepName, unit: '' }
    : { name: '办好用了', value: String(Math.max(1, Math.round(story.daysUsed ?? 1))), unit: '天' };
  const last = story.stars
    ? { name: '提出的人打了', value: String(story.stars), unit: '星' }
    : open && story.dueAt
      ? { name: '最晚', value: limitName(story.dueAt, now).replace(/ .*$/, ''), unit: '' }
      : { name: '现在', value: statusWords[story.status], unit: '' };
  const vote = hops.findLast((hop) => hop.agreed !== null);
  const payment = hops.findLast((hop) => hop.kind === 'payment');
  const proven: Fact[] = [];
  if (agreed && vote)
    proven.push({
      ...{ name: '同意', value: String(agreed.number), unit: `/ ${agreed.of} ${agreed.unit}` },
      href: `#${hopId(vote)}`,
    });
  if (spent !== null && payment) proven.push({ name: '花了', ...moneyOf(spent), href: `#${hopId(payment)}` });
  return [...(proven.length < 2 ? [asked] : []), stands, ...proven, ...(proven.length === 0 ? [last] : [])];
}

/** 24.86 万元 where that is exact, else to the fen. */
function moneyOf(fen: number): { value: string; unit: string } {
  const isExact = fen >= 1_000_000 && fen % 10_000 === 0;
  if (!isExact) return { value: formatFen(fen).replace(/\.00$/, ''), unit: '元' };
  return { value: (fen / 1_000_000).toFixed(2).replace(/\.?0+$/, ''), unit: '万元' };
}
