import { Link } from 'react-router';
import type { MatterDetail } from '#contract/matters';

/** What carries the matter's steps (ballot, notice, meeting), who has given, and the matters it began. */
export function Carried({ matter }: { matter: MatterDetail }) {
  const { carried, children, gathering } = matter;
  if (carried.length === 0 && !children && !gathering) return null;
  return (
    <section aria-label="投票、公示、会议和分头办的事">
      <h3 className="sec">
        办到哪里
        {children && (
          <span className="r">
            分头办 {children.ended}/{children.all} 件办完
          </span>
        )}
      </h3>
      <dl className="kv">
        {gathering && (
          <div>
            <dt>大家填的</dt>
            <dd>
              已有 {gathering.count} 份{gathering.missing ? `，还差 ${gathering.missing} 份` : ''}
            </dd>
          </div>
        )}
        {carried.map(({ kind, id, title, href, deskHref, state }) => (
          <div key={`${kind}-${id}`}>
            <dt>{state}</dt>
            <dd>
              {deskHref ? (
                <Link className="fig" to={deskHref.replace(/^\/desk/, '')}>
                  {title}
                </Link>
              ) : (
                <a className="fig" href={href}>
                  {title}
                </a>
              )}
            </dd>
          </div>
        ))}
        {children?.items.map((item) => (
          <div key={item.number}>
            <dt>{item.open ? item.stepName : item.statusName}</dt>
            <dd>
              <Link className="fig" to={`/matters/${matter.areaId}/${item.number}`}>
                {item.title}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
