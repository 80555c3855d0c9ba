import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useBodies, type Body, type BodyReview } from './bodies-api.ts';
import { BodyDrawer } from './body-drawer.tsx';
import { BodyFormDrawer } from './body-form.tsx';
import { BodyTree } from './body-tree.tsx';
import './desk.css';

/** The bodies of a community: the party tree, committees, who holds two posts, what is missing, whose term ends. */
export function BodiesPage() {
  const { area } = useSession();
  const [search, setSearch] = useSearchParams();
  const [founding, found] = useState<{ body: string | null; estateId: string | null } | null>(null);
  const review = useBodies(area.id);
  const refused = refusedOf(review.error);
  const open = search.get('open');
  const show = (id: string | null): void => setSearch(id ? { open: id } : {}, { replace: true });
  const opened = review.data?.items.find(({ id }) => id === open);
  return (
    <div className="organisations">
      <div className="page-head">
        <h1>组织与任职</h1>
        <span className="sp" />
        <Button icon={<Icon name="print" size="xs" />} href="/desk/bodies/print" target="_blank">
          打印上墙名单
        </Button>
        <Button icon={<Icon name="plus" size="xs" />} onClick={() => found({ body: null, estateId: null })}>
          登记一个组织
        </Button>
      </div>
      {refused && <RefusedPage refused={refused} retry={() => void review.refetch()} />}
      {!review.data && !refused && <Waiting />}
      {review.data && (
        <>
          {review.data.prompts.map(({ text, body, estateId }) => (
            <Note
              key={text}
              tone="due"
              action={
                body && (
                  <button type="button" className="plain fig" onClick={() => found({ body, estateId })}>
                    现在登记
                  </button>
                )
              }
            >
              {text}
            </Note>
          ))}
          <Lists review={review.data} open={open} onOpen={show} />
        </>
      )}
      {opened && review.data && (
        <BodyDrawer key={opened.id} body={opened} review={review.data} onClose={() => show(null)} />
      )}
      {founding && review.data && (
        <BodyFormDrawer body={null} start={founding} review={review.data} onClose={() => found(null)} />
      )}
    </div>
  );
}

type Opening = { open: string | null; onOpen: (id: string) => void };

function Lists({ review, open, onOpen }: { review: BodyReview } & Opening) {
  const others = review.items.filter(({ level }) => level === null);
  const groups = [...new Set(others.map(({ estateName }) => estateName ?? ''))];
  return (
    <div className="two">
      <div>
        {groups.map((estate) => (
          <section key={estate} className="card">
            <h2>{estate === '' ? '全社区' : estate}</h2>
            <BodyTable
              items={others.filter(({ estateName }) => (estateName ?? '') === estate)}
              open={open}
              onOpen={onOpen}
            />
          </section>
        ))}
        {others.length === 0 && <Empty>还没有登记组织。先把社区两委登记进来，物管会主任要从里面选。</Empty>}
      </div>
      <div>
        <BodyTree review={review} open={open} onOpen={onOpen} />
        <Duals review={review} />
        <Grids review={review} />
      </div>
    </div>
  );
}

function BodyTable({ items, open, onOpen }: { items: Body[] } & Opening) {
  return (
    <table className="t">
      <thead>
        <tr>
          <th>组织</th>
          <th className="w-short">成员</th>
          <th className="w-term">任期到</th>
          <th>还缺</th>
        </tr>
      </thead>
      <tbody>
        {items.map((body) => (
          <tr key={body.id} className={body.id === open ? 'open' : undefined}>
            <td>
              <button type="button" className="plain link a" onClick={() => onOpen(body.id)}>
                {body.name}
              </button>
              <div className="z">{body.kind}</div>
            </td>
            <td>
              {body.members.length} 人
              <div className="z">党员 {body.members.filter(({ partyMember }) => partyMember).length}</div>
            </td>
            <td>
              <TermTag body={body} />
            </td>
            <td className="mute">{body.vacancies.join('，') || '齐了'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function TermTag({ body }: { body: Pick<Body, 'term' | 'termTo'> }) {
  if (body.term === 'none') return <span className="mute">没有写</span>;
  if (body.term === 'running') return <span>{body.termTo}</span>;
  return (
    <Tag tone={body.term === 'over' ? 'late' : 'due'} icon={body.term === 'over' ? 'warn' : 'clock'}>
      {body.termTo} {body.term === 'over' ? '已满' : '快满了'}
    </Tag>
  );
}

function Duals({ review }: { review: BodyReview }) {
  return (
    <section className="card">
      <h2>
        交叉任职<span className="mute">{review.duals.length} 人</span>
      </h2>
      {review.duals.length === 0 && <Empty>还没有人在两个组织里任职。</Empty>}
      <ul className="lines">
        {review.duals.map(({ name, posts }) => (
          <li key={posts.join()}>
            <b>{name}</b> <span className="mute">{posts.join('；')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Grids({ review }: { review: BodyReview }) {
  const vacant = review.grids.filter(({ workers }) => workers.length === 0).length;
  return (
    <section className="card">
      <h2>
        网格队伍<span className="mute">{vacant === 0 ? '格格有人' : `${vacant} 个网格缺人`}</span>
      </h2>
      <ul className="lines">
        {review.grids.map(({ id, name, heads, workers }) => (
          <li key={id}>
            <b>{name}</b> <span className="mute">网格长 {heads.join('、') || '没有'}；网格员 </span>
            {workers.length > 0 ? (
              workers.join('、')
            ) : (
              <Tag tone="late" icon="warn">
                空缺
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
