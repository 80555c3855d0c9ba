import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { PublicRegister } from '#contract/registers';
import { LineList } from '../../features/registers/line-list.tsx';
import { PersonCards } from '../../features/registers/person-cards.tsx';
import { PictureCards } from '../../features/registers/picture-cards.tsx';
import { api, need } from '../../lib/api.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Empty } from '../../ui/parts.tsx';
import '../../features/registers/registers.css';

export const handle = { comfort: true };

/** What a register of a community shows to everybody: `/r/{area}/{register}`. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const [group, cursor] = [asked.get('group'), asked.get('cursor')];
  const path = { areaId: params.areaId ?? '', register: params.register ?? '' };
  const query = { ...(group ? { group } : {}), ...(cursor ? { cursor } : {}) };
  const address = '/api/v1/areas/{areaId}/public-registers/{register}';
  const register = (await need(api(context).GET(address, { params: { path, query } }), request)) as PublicRegister;
  return { register, group };
}

export const meta = ({ data: page }: { data?: { register: PublicRegister } }): { title: string }[] => [
  { title: page ? `${page.register.areaName} · ${page.register.name}` : '台账' },
];

const titles: Partial<Record<PublicRegister['face'], string>> = { people: '谁能帮忙' };

export default function RegisterPage(): ReactNode {
  const { register, group } = useLoaderData<typeof loader>();
  const { face, items, next } = register;
  const people = face === 'people';
  return (
    <>
      <Bar
        wide
        title={`${register.areaName} · ${titles[face] ?? register.name}`}
        back={`/c/${register.areaId}`}
        heading
      >
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap page">
        <p className="register-promise" data-read>
          {register.promise}
        </p>
        <Rates register={register} />
        {register.groups.length > 1 && face !== 'lines' ? <Groups words={register.groups} group={group} /> : null}
        {items.length === 0 ? (
          <Empty picture={people ? 'tea-banyan' : 'tea'} title={register.empty} line="有了新的，这里就看得到。" />
        ) : null}
        {items.length > 0 && people ? <PersonCards items={items} /> : null}
        {items.length > 0 && face === 'pictures' ? <PictureCards items={items} /> : null}
        {items.length > 0 && face === 'lines' ? <LineList register={register} /> : null}
        {next ? (
          <Link
            className="btn quiet wide gap"
            to={`?${new URLSearchParams({ ...(group ? { group } : {}), cursor: next })}`}
          >
            再看一些
          </Link>
        ) : null}
        {people ? (
          <p className="soft gap-l">
            想请哪位帮忙，跟社区说一声，社区来牵线。写在这里的都经过本人同意，不想写了随时可以撤下。
          </p>
        ) : null}
      </main>
    </>
  );
}

/** The words records belong to, as links: with scripts off they still work. */
function Groups({ words, group }: { words: string[]; group: string | null }): ReactNode {
  return (
    <nav className="chips gap" aria-label="只看一类">
      {[null, ...words].map((word) => (
        <Link
          key={word ?? ''}
          className={word === group ? 'chip on' : 'chip'}
          to={word === null ? '?' : `?group=${encodeURIComponent(word)}`}
          aria-current={word === group ? 'true' : undefined}
        >
          {word ?? '全部'}
        </Link>
      ))}
    </nav>
  );
}

const whole = 100;

function Rates({ register }: { register: PublicRegister }): ReactNode {
  return register.rates
    .filter(({ all }) => all > 0)
    .map(({ label, percent, held, all }) => (
      <p key={label} className="card register-rate gap">
        <b className={percent === whole ? 'num' : 'num short'}>{percent}%</b>
        <span>
          {label}
          <br />
          <span className="hint">
            {all} 个里有 {held} 个{held < all ? `，还差 ${all - held} 个` : '，一个不落'}
          </span>
        </span>
      </p>
    ));
}
