import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Select } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { useBlank, useChoice, type Page, type Time } from './blanks-api.ts';
import { FillCard } from './fill-card.tsx';
import { ItemTable } from './item-table.tsx';
import { SheetPreview } from './sheet-preview.tsx';
import './blanks.css';

/** One form: what of it is known, how it will look, and the file. */
export function BlankPage() {
  const { area } = useSession();
  const { blankId = '' } = useParams();
  const [time, setTime] = useState<Time>({});
  const found = useBlank(area.id, blankId, time);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting lines={8} />;
  const page = found.data;
  return (
    <div className="blanks">
      <div className="page-head">
        <h1>{page.title}</h1>
        <Link className="fig" to="/blanks">
          换一张表
        </Link>
      </div>
      <div className="blank">
        <div className="left">
          <Verdict page={page} />
          {(page.unclear !== '' || page.listScope !== null) && <ScopeCard areaId={area.id} page={page} />}
          <ItemTable areaId={area.id} page={page} />
        </div>
        <FillCard areaId={area.id} page={page} time={time} onTime={setTime} />
      </div>
      <SheetPreview page={page} />
    </div>
  );
}

function Verdict({ page }: { page: Page }) {
  const known = page.items.filter((one) => one.state !== 'unknown' && one.state !== 'left');
  const unknown = page.items.filter((one) => one.state === 'unknown');
  return (
    <section className="card verdict" aria-live="polite">
      <p>
        要 <b className="n">{page.items.length}</b> 项，<b className="n ok-text">{known.length}</b> 项系统里有
        {unknown.length > 0 && (
          <>
            ，<b className="n due-text">{unknown.length}</b> 项不认识，要您自己填，或者告诉系统它是什么
          </>
        )}
        。
      </p>
      {page.listOf && page.unclear === '' && (
        <p className="sm mute">
          这是一张{page.listOf}名单，一行一条，共 {page.rows.toLocaleString('en-US')} 行
          {page.grows > 0 && `；原表的空行不够，会照原来的格式加 ${page.grows.toLocaleString('en-US')} 行`}。
        </p>
      )}
    </section>
  );
}

function ScopeCard({ areaId, page }: { areaId: string; page: Page }) {
  const choice = useChoice(areaId, page.id);
  const refused = refusedOf(choice.error);
  return (
    <section className="card scope">
      <p>
        {page.unclear === '' ? (
          '您说这张表填的是：'
        ) : (
          <>
            表名里的“<b>{page.unclear}</b>”系统不懂，不敢替您猜。这张表填的是哪些人、哪些事？
          </>
        )}
      </p>
      <Select
        aria-label="这张表填的是谁"
        placeholder="请选"
        value={page.listScope}
        options={page.scopes}
        loading={choice.isPending}
        style={{ width: 240 }}
        onChange={(listScope: string) => choice.mutate({ listScope })}
      />
      {refused && (
        <p className="refusal" role="alert">
          {refused.detail}
        </p>
      )}
    </section>
  );
}
