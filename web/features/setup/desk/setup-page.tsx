import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, message } from 'antd';
import type { Check, CheckId, Pack, SetupPage as Setup } from '#contract/setup';
import { ask, newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import './setup.css';

const doors: Record<CheckId, { to: string; word: string }[]> = {
  places: [
    { to: '/imports/places', word: '从 Excel 导入' },
    { to: '/settings', word: '一个一个添加' },
  ],
  people: [
    { to: '/imports/residents', word: '从 Excel 导入' },
    { to: '/people', word: '一户一户登记' },
  ],
  methods: [{ to: '/methods', word: '看工作法库' }],
  colleagues: [{ to: '/accounts', word: '开账号' }],
  cards: [
    { to: '/people?card=none', word: '整栋印卡' },
    { to: '/door-notices', word: '印楼道告示' },
  ],
  'first-matter': [{ to: '/matters/new', word: '登记一件事' }],
};

/** What a new community still lacks, in the order in which it is best put in. */
export function SetupPage() {
  const { area } = useSession();
  const setup = useQuery({
    queryKey: ['setup', area.id],
    queryFn: () => ask<Setup>(`areas/${area.id}/setup`),
    enabled: area.level === 'community',
  });
  const refused = refusedOf(setup.error);
  if (area.level !== 'community') return <p className="pad">请在右上角选一个社区，再看它的开工清单。</p>;
  if (refused) return <RefusedPage refused={refused} retry={() => void setup.refetch()} />;
  if (!setup.data) return <Waiting lines={6} />;
  const { checks, packs, areaName } = setup.data;
  const left = checks.filter((check) => !check.done).length;
  return (
    <div className="setup">
      <div className="page-head">
        <h1>{areaName}开工清单</h1>
        <span className="mute sm">
          {left === 0 ? '都齐了，可以开工。' : `还差 ${left} 样。先后没有关系，做完一样少一样。`}
        </span>
      </div>
      <ol className="card checks">
        {checks.map((check, at) => (
          <Line key={check.id} check={check} at={at + 1}>
            {check.id === 'methods' && !check.done && <Packs packs={packs} />}
          </Line>
        ))}
      </ol>
    </div>
  );
}

function Line({ check, at, children }: { check: Check; at: number; children: ReactNode }) {
  const [first, ...more] = doors[check.id];
  return (
    <li className={check.done ? 'check done' : 'check'}>
      <span className="mark" aria-hidden="true">
        {check.done ? <Icon name="check" size="xs" /> : at}
      </span>
      <div className="what">
        <b>{check.label}</b> <span className="mute sm">{check.has}</span>
        {check.missing && <p className="sm">{check.missing}</p>}
        {children}
      </div>
      <div className="go">
        {first && (
          <Link className={check.done ? 'fig' : 'fig strong'} to={first.to}>
            {first.word}
          </Link>
        )}
        {more.map((door) => (
          <Link key={door.to} className="fig" to={door.to}>
            {door.word}
          </Link>
        ))}
      </div>
    </li>
  );
}

function Packs({ packs }: { packs: Pack[] }) {
  const { area } = useSession();
  const queries = useQueryClient();
  const adopt = useMutation({
    mutationFn: (pack: string) =>
      send<{ adopted: number }>(`areas/${area.id}/setup/packs`, { body: { pack }, key: newKey() }),
    onSuccess: ({ adopted }) => {
      void message.success(adopted === 0 ? '这些都采用过了。' : `采用了 ${adopted} 个工作法。`);
      void queries.invalidateQueries();
    },
    onError: (error) => void message.error(refusedOf(error)?.detail),
  });
  return (
    <ul className="packs">
      {packs.map((pack) => {
        const isWhole = pack.items.every((item) => item.adopted);
        return (
          <li key={pack.id} className="pack">
            <h3>{pack.name}</h3>
            <p className="sm mute">{pack.fits}</p>
            <ul>
              {pack.items.map((item) => (
                <li key={item.id}>
                  <Link to={item.kind === 'method' ? `/methods/${item.id}` : '/duties'}>{item.name}</Link>
                  {item.adopted && <span className="mute sm"> 已采用</span>}
                  <br />
                  <span className="sm mute">{item.why}</span>
                </li>
              ))}
            </ul>
            <Button
              type={isWhole ? 'default' : 'primary'}
              disabled={isWhole}
              loading={adopt.isPending && adopt.variables === pack.id}
              onClick={() => adopt.mutate(pack.id)}
            >
              {isWhole ? '已经采用' : '采用这一包'}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
