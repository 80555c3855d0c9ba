import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Radio } from 'antd';
import type { ImportPage } from '#contract/imports';
import { refusedOf } from '../../../lib/desk/api.ts';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { useImport, useMove, type Kind, type Way } from './imports-api.ts';

type Part = { areaId: string; page: ImportPage; kind: Kind };

/** One import: what was found, then how far it is, then what became of it. */
export function ImportCard({ areaId, id, kind }: { areaId: string; id: string; kind: Kind }) {
  const found = useImport(areaId, id);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting lines={4} />;
  const page = found.data;
  return (
    <section className="card import" aria-live="polite">
      <h2>
        {page.fileName}
        <span className="r">共 {page.total.toLocaleString('en-US')} 行</span>
      </h2>
      {page.state === 'checked' && <Found areaId={areaId} page={page} kind={kind} />}
      {page.state === 'running' && <Running areaId={areaId} page={page} />}
      {(page.state === 'done' || page.state === 'cancelled') && <Ended page={page} />}
      <Problems areaId={areaId} page={page} />
    </section>
  );
}

const ways: { value: Way; label: string }[] = [
  { value: 'skip', label: '跳过，不动原来的' },
  { value: 'merge', label: '只补原来空着的' },
  { value: 'update', label: '以这个文件为准' },
];

function Found({ areaId, page, kind }: Part) {
  const [way, setWay] = useState<Way>('skip');
  const move = useMove(areaId, page.id);
  const ready = page.total - page.bad;
  const refused = refusedOf(move.error);
  return (
    <div className="found">
      <p className="counts">
        <b className="n">{ready.toLocaleString('en-US')}</b> 行可以导入
        {page.bad > 0 && (
          <>
            ，<b className="n late-text">{page.bad}</b> 行有问题，不会导入
          </>
        )}
        {page.doubled > 0 && `；其中 ${page.doubled} 行已经登记过`}。
      </p>
      {page.unknown.length > 0 && <p className="sm mute">这些列不认识，不导入：{page.unknown.join('、')}。</p>}
      {page.doubled > 0 && kind.changes && (
        <div className="ways">
          <span>已经登记过的：</span>
          <Radio.Group value={way} options={ways} onChange={(event) => setWay(event.target.value as Way)} />
        </div>
      )}
      {refused && (
        <p className="refusal" role="alert">
          {refused.detail}
        </p>
      )}
      <div className="acts">
        <Button
          type="primary"
          disabled={ready === 0}
          loading={move.isPending}
          onClick={() => move.mutate({ to: 'start', duplicates: way })}
        >
          导入 {ready.toLocaleString('en-US')} 行
        </Button>
        <Button onClick={() => move.mutate({ to: 'cancel' })}>不导了</Button>
      </div>
    </div>
  );
}

function Running({ areaId, page }: Omit<Part, 'kind'>) {
  const move = useMove(areaId, page.id);
  const ready = page.total - page.bad;
  return (
    <div className="found">
      <Progress percent={ready === 0 ? 100 : Math.floor((page.done / ready) * 100)} status="active" />
      <p>
        已经导入 {page.done.toLocaleString('en-US')} / {ready.toLocaleString('en-US')}{' '}
        行。可以离开这一页，关机再开也会接着导。
      </p>
      <Button loading={move.isPending} onClick={() => move.mutate({ to: 'cancel' })}>
        停下来
      </Button>
    </div>
  );
}

function Ended({ page }: { page: ImportPage }) {
  const queries = useQueryClient();
  const [told, tell] = useState(false);
  if (!told) {
    tell(true);
    // What the new records change on other pages is read afresh.
    void queries.invalidateQueries({ queryKey: ['setup'] });
  }
  const left = page.total - page.bad - page.done;
  return (
    <div className="found">
      <p className="counts">
        {page.state === 'done' ? '导完了：' : '停在了一半：'}新增{' '}
        <b className="n">{page.added.toLocaleString('en-US')}</b>，更新{' '}
        <b className="n">{page.updated.toLocaleString('en-US')}</b>，跳过{' '}
        <b className="n">{page.skipped.toLocaleString('en-US')}</b>
        {page.bad + page.failed > 0 && (
          <>
            ，没导入 <b className="n late-text">{page.bad + page.failed}</b>
          </>
        )}
        {page.state === 'cancelled' && left > 0 && `，还有 ${left.toLocaleString('en-US')} 行没有动`}。
      </p>
    </div>
  );
}

function Problems({ areaId, page }: Omit<Part, 'kind'>) {
  const count = page.bad + page.failed;
  if (count === 0) return null;
  return (
    <div className="problems">
      <p>
        <a className="fig" href={`/api/v1/areas/${areaId}/imports/${page.id}/problems`} download>
          下载有问题的 {count} 行
        </a>
        ，还是您的原样，最后一列写着原因；改好再传这个文件就行。
      </p>
      <table className="t">
        <caption className="sr">有问题的行</caption>
        <thead>
          <tr>
            <th className="w-at">第几行</th>
            <th>错误原因</th>
          </tr>
        </thead>
        <tbody>
          {page.problems.map((one) => (
            <tr key={one.at}>
              <td>{one.at}</td>
              <td>{one.problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > page.problems.length && (
        <p className="sm mute pad">只列出前 {page.problems.length} 行，全部在下载的文件里。</p>
      )}
    </div>
  );
}
