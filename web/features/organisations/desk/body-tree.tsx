import { Empty } from '../../../ui/desk/states.tsx';
import type { Body, BodyReview } from './bodies-api.ts';

const levels = ['街道', '社区', '网格', '楼栋', '中心户'];

type Props = { review: BodyReview; open: string | null; onOpen: (id: string) => void };

/** The party tree of exactly five levels, each body under the one above it. */
export function BodyTree({ review, open, onOpen }: Props) {
  const placed = review.items.filter(({ level }) => level !== null);
  const tops = placed.filter(({ level }) => (level ?? 0) <= 2);
  return (
    <section className="card">
      <h2>
        党组织五级<span className="mute">{levels.join(' — ')}</span>
      </h2>
      {placed.length === 0 && <Empty>还没有登记。从社区大党委开始，一级接一级往下登。</Empty>}
      {review.above && (
        <p className="above">
          <span className="level">街道</span> {review.above.name}
          <span className="mute">{review.above.head ? ` · ${review.above.head}` : ''}</span>
        </p>
      )}
      {!review.above && tops.length > 0 && tops[0]?.level === 2 && (
        <p className="above mute">街道大工委还没有登记，由街道来登。</p>
      )}
      <ul className="tree">
        {tops.map((body) => (
          <Branch key={body.id} body={body} placed={placed} open={open} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function Branch({ body, placed, open, onOpen }: { body: Body; placed: Body[] } & Omit<Props, 'review'>) {
  const below = placed.filter(({ level, parentId }) =>
    body.level !== null && body.level >= 2 ? parentId === body.id : level === 2,
  );
  const head = body.members[0];
  return (
    <li>
      <button
        type="button"
        className={body.id === open ? 'plain node on' : 'plain node'}
        onClick={() => onOpen(body.id)}
      >
        <span className="level">{levels[(body.level ?? 1) - 1]}</span> {body.name}
        <span className="mute">{head ? ` · ${head.post} ${head.name}` : ' · 空缺'}</span>
      </button>
      {below.length > 0 && (
        <ul>
          {below.map((one) => (
            <Branch key={one.id} body={one} placed={placed} open={open} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </li>
  );
}
