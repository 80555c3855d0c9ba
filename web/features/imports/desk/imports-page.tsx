import { useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Button } from 'antd';
import type { Import, KindId } from '#contract/imports';
import { clockTime, dayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ImportCard } from './import-card.tsx';
import { useImports, useKinds, useUpload, type Kind } from './imports-api.ts';
import './imports.css';

/** From a person's own Excel file: the template, the check before anything changes, the run, and what became of it. */
export function ImportsPage() {
  const { area } = useSession();
  const { kind: wanted = 'residents' } = useParams();
  const [search, setSearch] = useSearchParams();
  const kinds = useKinds(area.id);
  const refused = refusedOf(kinds.error);
  if (area.level !== 'community') return <p className="pad">请在左上角选一个社区，再导入它的名册。</p>;
  if (refused) return <RefusedPage refused={refused} retry={() => void kinds.refetch()} />;
  if (!kinds.data) return <Waiting lines={6} />;
  const kind = kinds.data.find((one) => one.id === wanted) ?? kinds.data[0];
  if (!kind) return null;
  const open = search.get('id');
  return (
    <div className="imports">
      <div className="page-head">
        <h1>从 Excel 导入</h1>
        <nav className="kinds" aria-label="导入什么">
          {kinds.data.map((one) => (
            <Link key={one.id} to={`/imports/${one.id}`} aria-current={one.id === kind.id ? 'page' : undefined}>
              {one.name}
            </Link>
          ))}
        </nav>
      </div>
      <UploadCard key={kind.id} kind={kind} onRead={(id) => setSearch({ id })} />
      {open && <ImportCard key={open} areaId={area.id} id={open} kind={kind} />}
      <Past areaId={area.id} />
    </div>
  );
}

function UploadCard({ kind, onRead }: { kind: Kind; onRead: (id: string) => void }) {
  const { area } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const upload = useUpload(area.id, kind.id as KindId);
  const take = (file: File | undefined): void => {
    if (file) upload.mutate(file, { onSuccess: (page) => onRead(page.id) });
  };
  const refused = refusedOf(upload.error);
  return (
    <section className="card upload">
      <div className="ways">
        <p>
          <b>1.</b> 手头有名册，直接传；没有，先下载
          <a className="fig" href={`/api/v1/areas/${area.id}/imports/kinds/${kind.id}/template`} download>
            {kind.name}模板
          </a>
          。
        </p>
        <p>
          <b>2.</b> 列的先后没有关系，表头认得就行：
          {kind.columns.map((one) => `${one.heading}${one.required ? '（必填）' : ''}`).join('、')}。
        </p>
        <p>
          <b>3.</b> 先检查，什么都不改；看过了再导入。
        </p>
        {kind.id === 'places' && (
          <p>
            要改现有的，先
            <a className="fig" href={`/api/v1/areas/${area.id}/exports/places`} download>
              导出来
            </a>
            ，列是一样的。
          </p>
        )}
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
          take(event.dataTransfer.files[0]);
        }}
      >
        <Icon name="download" />
        <p>{upload.isPending ? '正在读、正在检查……' : '把 Excel 文件拖到这里，或者'}</p>
        <input
          ref={input}
          type="file"
          className="sr"
          aria-label="选 Excel 文件"
          accept=".xlsx,.xls"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button type="primary" loading={upload.isPending} onClick={() => input.current?.click()}>
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

const stateWords: Record<Import['state'], string> = {
  checked: '检查过，没有导入',
  running: '正在导入',
  done: '导完了',
  cancelled: '停了',
};

function Past({ areaId }: { areaId: string }) {
  const { now } = useSession();
  const past = useImports(areaId);
  if (!past.data) return null;
  return (
    <section className="card">
      <h2>导入过的</h2>
      {past.data.items.length === 0 && <Empty>还没有导入过。</Empty>}
      {past.data.items.length > 0 && (
        <table className="t">
          <thead>
            <tr>
              <th>文件</th>
              <th>什么</th>
              <th>结果</th>
              <th>谁，什么时候</th>
            </tr>
          </thead>
          <tbody>
            {past.data.items.map((one) => (
              <tr key={one.id}>
                <td className="cut">
                  <Link className="fig" to={`/imports/${one.kind}?id=${one.id}`}>
                    {one.fileName}
                  </Link>
                </td>
                <td>{one.kindName}</td>
                <td>
                  {stateWords[one.state]}
                  {one.done > 0 && `：新增 ${one.added}，更新 ${one.updated}，跳过 ${one.skipped}`}
                  {one.bad + one.failed > 0 && `，有问题 ${one.bad + one.failed} 行`}
                </td>
                <td className="mute">
                  {one.createdByName} {dayName(one.createdAt, now())} {clockTime(one.createdAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
