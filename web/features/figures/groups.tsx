import { Link } from 'react-router';
import { ChartCard } from './chart-card.tsx';
import { groupsSentence } from './sentences.ts';

type Group = { name: string; count: number; to: string };

/** How many of each kind came in, longest bar first. */
export function Groups({ title, what, groups }: { title: string; what: string; groups: Group[] }) {
  const most = Math.max(1, ...groups.map((one) => one.count));
  return (
    <ChartCard
      title={title}
      sentence={groupsSentence(groups, what)}
      table={{ head: ['', '件数'], rows: groups.map((one) => [one.name, one.count]) }}
    >
      <ul className="groups">
        {groups.map((one) => (
          <li key={one.name}>
            <span className="cut">{one.name}</span>
            <span className="track bare">
              <i style={{ width: `${(one.count / most) * 100}%` }} />
            </span>
            <Link className="fig" to={one.to}>
              {one.count}
            </Link>
          </li>
        ))}
      </ul>
    </ChartCard>
  );
}
