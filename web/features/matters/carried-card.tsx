import type { ReactNode } from 'react';
import type { CarriedLink, MatterDetail } from '#contract/matters';
import type { IconName } from '../../icons/icons.ts';
import { Icon } from '../../ui/icon.tsx';

const icons: Record<string, IconName> = { vote: 'ballot', publicity: 'megaphone', session: 'people', pay: 'ledger' };

/** Ballots, notices, meetings and payments of a matter, each with its page. */
export function CarriedCard({ carried }: { carried: Omit<CarriedLink, 'deskHref'>[] }): ReactNode {
  if (carried.length === 0) return null;
  return (
    <section className="card gap" aria-label="投票、公示、会议和付款">
      {carried.map(({ kind, id, title, href, state }) => (
        <a key={`${kind}-${id}`} className="row" href={href}>
          <span className="disc bamboo">
            <Icon name={icons[kind] ?? 'flag'} />
          </span>
          <span>
            <span className="t">{title}</span>
            <br />
            <span className="d">{state}</span>
          </span>
          <Icon name="chevron-right" size="s" />
        </a>
      ))}
    </section>
  );
}

/** How many have given theirs, and what one gave oneself. */
export function GatheringCard({ gathering }: { gathering: MatterDetail['gathering'] }): ReactNode {
  if (!gathering) return null;
  const { count, missing, own } = gathering;
  return (
    <section className="card pad gap" aria-label="大家填的">
      <p>
        已有 <b className="num">{count}</b> 人填了{missing ? `，还差 ${missing} 人` : ''}。
      </p>
      {own ? <p className="soft">您填的：{own.map(({ label, text }) => `${label.zh} ${text}`).join('；')}</p> : null}
    </section>
  );
}

/** The matters this one began, and how far they are. */
export function ChildrenCard({ matter }: { matter: Pick<MatterDetail, 'areaId' | 'children'> }): ReactNode {
  const { children } = matter;
  if (!children) return null;
  return (
    <section className="card gap" aria-label="分头办的事">
      <p className="pad">
        分头办：<b className="num">{children.ended}</b>/<span className="num">{children.all}</span> 件办完
      </p>
      {children.items.map((item) => (
        <a key={item.number} className="row" href={`/m/${matter.areaId}/${item.number}`}>
          <span>
            <span className="t">{item.title}</span>
            <br />
            <span className="d">{item.open ? `现在到“${item.stepName}”` : item.statusName}</span>
          </span>
          <Icon name="chevron-right" size="s" />
        </a>
      ))}
    </section>
  );
}
