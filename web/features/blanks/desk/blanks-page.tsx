import { useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button } from 'antd';
import type { Blank } from '#contract/blanks';
import { clockTime, dayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useBlanks, useTake, type Filter } from './blanks-api.ts';
import './blanks.css';

/** Drop in the upper level's form and get it filled; below, those of before. */
export function BlanksPage() {
  const { area } = useSession();
  const [search] = useSearchParams();
  const filter: Filter = {
    month: search.get('month') ?? undefined,
    heading: search.get('heading') ?? undefined,
    typed: search.get('typed') === 'yes' ? 'yes' : undefined,
  };
  if (area.level !== 'community') return <p className="pad">请在左上角选一个社区，再填它的表。</p>;
  return (
    <div className="blanks">
      <div className="page-head">
        <h1>替我填表</h1>
        <nav className="kinds" aria-label="填表和减负账">
          <Link to="/blanks" aria-current="page">
            填表
          </Link>
          <Link to="/relief">减负账</Link>
        </nav>
      </div>
      <DropCard areaId={area.id} />
      <Past areaId={area.id} filter={filter} />
    </div>
  );
}

function DropCard({ areaId }: { areaId: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const navigate = useNavigate();
  const take = useTake(areaId);
  const send = (file: File | undefined): void => {
    if (file) take.mutate(file, { onSuccess: (page) => void navigate(`/blanks/${page.id}`) });
  };
  const refused = refusedOf(take.error);
  return (
    <section className="card intake">
      <div>
        <p>
          <b>1.</b> 上级发来的空表（.xlsx），原样拖进来。花名册、台账、统计表、汇总表、基本情况表都行。
        </p>
        <p>
          <b>2.</b> 看一眼：哪些列系统里有，已经替您填好；哪些列不认识，标出来。
        </p>
        <p>
          <b>3.</b> 下载。标题、合并的格子、字体、列宽、打印设置都不动，只填空着的格子。
        </p>
      </div>
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          send(event.dataTransfer.files[0]);
        }}
      >
        <Icon name="excel" />
        <p>{take.isPending ? '正在看这张表……' : '把空表拖到这里，或者'}</p>
        <input
          ref={input}
          type="file"
          className="sr"
          aria-label="选上级的空表"
          accept=".xlsx,.xls"
          onChange={(event) => {
            send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button type="primary" loading={take.isPending} onClick={() => input.current?.click()}>
          选文件
        </Button>
        {refused && (
          <p className="refusal" role="alert">
            {refused.detail}
          </p>
        )}
      </div>
    </section>
  );
}

function titleOf({ month, heading, typed }: Filter): string {
  const when = month ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : '';
  if (heading) return `要过“${heading}”的表`;
  return `${when}填过的表${typed ? '，还要动手填的' : ''}`;
}

function Past({ areaId, filter }: { areaId: string; filter: Filter }) {
  const found = useBlanks(areaId, filter);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting lines={3} />;
  return (
    <section className="card">
      <h2>
        {titleOf(filter)}
        {(filter.month || filter.heading || filter.typed) && (
          <Link className="r fig" to="/blanks">
            看全部
          </Link>
        )}
      </h2>
      {found.data.items.length === 0 && <Empty>还没有填过表。</Empty>}
      {found.data.items.length > 0 && <BlankTable blanks={found.data.items} />}
    </section>
  );
}

function BlankTable({ blanks }: { blanks: Blank[] }) {
  const { now } = useSession();
  return (
    <table className="t">
      <thead>
        <tr>
          <th>表</th>
          <th>谁要的</th>
          <th>替您填了</th>
          <th>谁，什么时候</th>
        </tr>
      </thead>
      <tbody>
        {blanks.map((one) => (
          <tr key={one.id}>
            <td className="cut">
              <Link className="fig" to={`/blanks/${one.id}`}>
                {one.title}
              </Link>
            </td>
            <td>{one.askedBy || <span className="faint">没写</span>}</td>
            <td>
              {one.filledAt
                ? `${one.filled.toLocaleString('en-US')} / ${one.asked.toLocaleString('en-US')} 格`
                : '还没有填'}
            </td>
            <td className="mute">
              {one.createdByName} {dayName(one.createdAt, now())} {clockTime(one.createdAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
