import { Link } from 'react-router';
import { momentName } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { useRecords } from './records-api.ts';

const shown = 8;

/** What was held lately, each to be held again in one press. */
export function LastOnes({ areaId }: { areaId: string }) {
  const { now } = useSession();
  const to = now().toISOString().slice(0, 10);
  const last = useRecords(areaId, { state: 'published', to, limit: 40 });
  const titles = new Set<string>();
  const items = (last.data?.items ?? []).filter(({ title }) => {
    const name = title.split('：')[0] ?? title;
    return titles.has(name) ? false : titles.add(name);
  });
  if (items.length === 0) return null;
  return (
    <aside className="card">
      <h2>照上次的再办一次</h2>
      <ul className="last-ones">
        {items.slice(0, shown).map((one) => (
          <li key={one.id}>
            <Link className="link" to={`/activities/new?again=${one.id}`}>
              {one.title}
            </Link>
            <span className="z">
              {momentName(one.startsAt, now())} · {one.place}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
