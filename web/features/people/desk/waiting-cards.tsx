import { Link } from 'react-router';
import { useSession } from '../../../lib/desk/session.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CardRow } from './cards-part.tsx';
import { useWaitingCards } from './people-api.ts';

/** Cards used for the first time: somebody who knows the household says whether it was them. */
export function WaitingCards({ areaId }: { areaId: string }) {
  const { can } = useSession();
  const waiting = useWaitingCards(areaId, can('card.confirm'));
  if (!waiting.data || waiting.data.length === 0) return null;
  return (
    <section className="card waiting-cards">
      <h2>
        <Icon name="qr" size="xs" />
        第一次使用，等核对 {waiting.data.length} 张<span className="r">打个电话，问清是不是本人在用，再点核对</span>
      </h2>
      <ul className="card-list">
        {waiting.data.map((card) => (
          <li key={card.id} className="waiting-card">
            <Link className="link" to={`/people/${areaId}/${card.householdId}`}>
              {card.householdLabel}
            </Link>
            <ul>
              <CardRow areaId={areaId} card={card} actions={['confirm-card']} />
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
