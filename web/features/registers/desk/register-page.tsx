import { useState } from 'react';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import type { RegisterPage as Page } from '#contract/registers';
import { queryText, refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Figures } from './figures.tsx';
import { QueryBar } from './query-bar.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import { RecordForm } from './record-form.tsx';
import { RecordTable } from './record-table.tsx';
import { SourceNote } from './source-note.tsx';
import { useRegister, type ListAsked } from './registers-api.ts';
import '../../matters/desk/detail/detail.css';
import './registers.css';

const asks = ['q', 'state', 'where', 'count', 'part', 'due', 'closed'] as const;

/** What the address asks of the list. */
function askedIn(search: URLSearchParams): ListAsked {
  const set = asks.flatMap((name) => {
    const value = search.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(set) as ListAsked;
}

/** One register: its figures, its records, and a drawer for the one that is open. */
export function RegisterPage() {
  const { area } = useSession();
  const { id = '' } = useParams();
  const register = useRegister(area.id, id);
  const refused = refusedOf(register.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void register.refetch()} />;
  if (!register.data) return <Waiting lines={9} />;
  return <Register key={`${area.id}${id}`} areaId={area.id} page={register.data} />;
}

function Register({ areaId, page }: { areaId: string; page: Page }) {
  const [search, setSearch] = useSearchParams();
  const [adds, add] = useState(false);
  const asked = askedIn(search);
  const open = search.get('open');
  const change = (changes: Record<string, string | null>): void =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(changes))
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const show = (id: string | null): void => {
    add(false);
    change({ open: id });
  };
  return (
    <div className="registers">
      <Head page={page} areaId={areaId} asked={asked} onAdd={() => add(true)} />
      <Figures page={page} asked={asked} onAsk={change} />
      <QueryBar page={page} asked={asked} onAsk={change} />
      <RecordTable areaId={areaId} page={page} asked={asked} open={open} onOpen={show} />
      <SourceNote page={page} />
      {open && <RecordDrawer key={open} areaId={areaId} register={page} id={open} onClose={() => show(null)} />}
      {adds && (
        <RecordForm
          areaId={areaId}
          register={page.id}
          title={`登记到${page.name.zh}`}
          fields={page.fields}
          known={{}}
          doing={{ id: null, act: '', version: null }}
          word="登记"
          onClose={() => add(false)}
          onDone={show}
        />
      )}
    </div>
  );
}

type HeadProps = { page: Page; areaId: string; asked: ListAsked; onAdd: () => void };

function Head({ page, areaId, asked, onAdd }: HeadProps) {
  const sheet = `/api/v1/areas/${areaId}/registers/${page.id}/records.xlsx${queryText(asked)}`;
  return (
    <div className="page-head">
      <Link className="mute" to="/registers">
        台账
      </Link>
      <h1>{page.name.zh}</h1>
      <span className="mute">{page.records} 条</span>
      <span className="sp" />
      {page.publicPath && (
        <a className="tool row" href={page.publicPath} target="_blank" rel="noreferrer">
          <Icon name="globe" size="xs" />
          居民看到的
        </a>
      )}
      <button type="button" className="tool plain row" onClick={() => window.print()}>
        <Icon name="print" size="xs" />
        打印
      </button>
      <a className="tool row" href={sheet} download>
        <Icon name="excel" size="xs" />
        导出 Excel
      </a>
      {page.mayWrite && (
        <Button type="primary" icon={<Icon name="plus" size="xs" />} onClick={onAdd}>
          登记一条
        </Button>
      )}
    </div>
  );
}
