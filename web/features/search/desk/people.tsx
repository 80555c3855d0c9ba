import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from 'antd';
import type { PersonList } from '#contract/people';
import { refusedOf, send } from '../../../lib/desk/api.ts';

type By = { name: string } | { phone: string } | { idNumber: string };

/** What a text may be of a person: a telephone, a citizen number, or a whole name. Null for anything else. */
function readBy(q: string): By | null {
  const plain = q.replaceAll(/[\s-]/g, '');
  if (/^1[0-9]{10}$/.test(plain)) return { phone: plain };
  if (/^[0-9]{17}[0-9xX]$/.test(plain)) return { idNumber: plain };
  return /^[\p{Script=Han}·]{2,12}$/u.test(plain) ? { name: plain } : null;
}

/** Residents are looked up only when it is asked for, by the whole of one thing; that somebody looked is written down. */
export function People({ areaId, q }: { areaId: string; q: string }) {
  const by = readBy(q);
  const found = useMutation({
    mutationFn: () => send<PersonList>(`areas/${areaId}/people/search`, { body: by }),
  });
  if (!by) return null;
  const problem = refusedOf(found.error)?.detail;
  return (
    <section className="card search-group">
      <h2>居民</h2>
      {!found.data && (
        <p className="search-people">
          <Button size="small" loading={found.isPending} onClick={() => found.mutate()}>
            在居民里找“{q}”
          </Button>
          <span className="mute">{problem ?? '要写全名、11 位手机号或身份证号；谁找过会留下记录。'}</span>
        </p>
      )}
      {found.data?.items.length === 0 && <p className="search-people">没有登记这样的居民。要写全，一个字也不能差。</p>}
      <ul>
        {found.data?.items.map((person) => (
          <li key={person.id}>
            {person.householdId ? (
              <Link className="hit" to={`/people/${areaId}/${person.householdId}`}>
                <span className="hit-title">{person.name}</span>
                <span>{person.householdLabel}</span>
              </Link>
            ) : (
              <span className="hit">
                <span className="hit-title">{person.name}</span>没有登记住处
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
