import { Link } from 'react-router';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty } from '../../../ui/desk/states.tsx';
import type { BrandDesk } from './brand-api.ts';

type Counts = BrandDesk['survey']['resources'];

/** What the survey has found: resources and talents, kind by kind, from their registers. Source: N03. */
export function SurveyCard({ desk }: { desk: BrandDesk }) {
  const { can } = useSession();
  const { resources, talents } = desk.survey;
  return (
    <section className="card">
      <h2>
        摸排到的
        {can('method.read') && (
          <span className="r">
            <Link to="/methods/brand-building">怎么一步步做</Link>
          </span>
        )}
      </h2>
      <div className="survey">
        <Found title="资源" register="resources" counts={resources} />
        <Found title="人才" register="talents" counts={talents} />
      </div>
    </section>
  );
}

function Found({ title, register, counts }: { title: string; register: string; counts: Counts }) {
  return (
    <div>
      <h3>
        <Link to={`/registers/${register}`}>{title}台账</Link>
      </h3>
      {counts.length === 0 ? (
        <Empty>还没有登记</Empty>
      ) : (
        <ul>
          {counts.map(({ kind, count }) => (
            <li key={kind}>
              {kind}
              <b>{count}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
