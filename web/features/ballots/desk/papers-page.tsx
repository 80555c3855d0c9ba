import { useState } from 'react';
import { Button, InputNumber, Select } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import type { PaperSheet } from '#contract/ballots/papers';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { areaName, inFours, sentenceOf } from '../ballot-words.ts';
import { useBallot, useMakeSlips, usePapers, useTurnout } from './ballots-api.ts';
import './papers.css';

/** Ballot papers, two to a sheet: one per household with its code, or slips of a secret ballot that belong to nobody. */
export function PapersPage() {
  const { areaId = '', id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const buildingId = search.get('building');
  const ballot = useBallot(areaId, id);
  const turnout = useTurnout(areaId, id);
  const papers = usePapers(areaId, id, buildingId, ballot.data !== undefined);
  const [codes, setCodes] = useState<string[] | null>(null);
  const refused = refusedOf(ballot.error ?? papers.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void papers.refetch()} />;
  if (!ballot.data || !papers.data) return <Waiting />;
  const sheet = papers.data;
  const isSecret = ballot.data.secret;
  const shown: (Shown & { key: string })[] = isSecret
    ? (codes ?? []).map((code) => ({ key: code, number: null, label: '', area: 0, code }))
    : sheet.papers.map((one) => ({ ...one, key: one.code }));
  return (
    <main className="ballot-papers">
      <h1 className="sr">纸质票</h1>
      <div className="paper-bar no-print">
        <Link className="link" to={`/ballots/${areaId}/${id}`}>
          回表决
        </Link>
        {isSecret ? (
          <SlipMaker areaId={areaId} id={id} onMade={setCodes} />
        ) : (
          <Select
            aria-label="哪一栋"
            value={buildingId ?? ''}
            options={[
              { value: '', label: '全部楼栋' },
              ...(turnout.data?.buildings ?? []).flatMap(({ id: one, name }) =>
                one ? [{ value: one, label: name }] : [],
              ),
            ]}
            onChange={(one: string) => setSearch(one ? { building: one } : {})}
          />
        )}
        {shown.length > 0 && (
          <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
            打印 {shown.length} 张票
          </Button>
        )}
        <span className="mute">A4 竖向，一页两张，从中间裁开。打印框里边距选“无”。</span>
      </div>
      {shown.length === 0 && (
        <Empty>{isSecret ? '先定打几张。每张的编码只显示这一次，打不出来就作废重打。' : '这里没有要打的票。'}</Empty>
      )}
      {pairs(shown).map((pair) => (
        <section key={pair[0]?.key} className="paper-page">
          {pair.map((one) => (
            <Paper key={one.key} sheet={sheet} paper={one} isSecret={isSecret} />
          ))}
        </section>
      ))}
    </main>
  );
}

function pairs<T>(items: readonly T[]): T[][] {
  const made: T[][] = [];
  for (let at = 0; at < items.length; at += 2) made.push(items.slice(at, at + 2));
  return made;
}

function SlipMaker({ areaId, id, onMade }: { areaId: string; id: string; onMade: (codes: string[]) => void }) {
  const [count, setCount] = useState(20);
  const make = useMakeSlips(areaId, id);
  const refused = refusedOf(make.error);
  return (
    <>
      <InputNumber
        aria-label="打几张"
        min={1}
        max={500}
        precision={0}
        value={count}
        onChange={(value) => setCount(value ?? 1)}
      />
      <Button loading={make.isPending} onClick={() => make.mutate(count, { onSuccess: ({ codes }) => onMade(codes) })}>
        做 {count} 张无记名票
      </Button>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </>
  );
}

type Shown = { number: number | null; label: string; area: number; code: string };

function Paper({ sheet, paper, isSecret }: { sheet: PaperSheet; paper: Shown; isSecret: boolean }) {
  const { demo, area } = useSession();
  const asks = sheet.question || sheet.title;
  return (
    <article className={asks.length > 90 || sheet.choices.length > 4 ? 'ballot-paper dense' : 'ballot-paper'}>
      <header>
        <p>
          {sheet.estateName || area.name} · {isSecret ? '无记名' : '记名'}表决票
          {demo && <small>演示数据</small>}
        </p>
        {paper.number !== null && <p className="no">第 {paper.number} 号</p>}
      </header>
      <h2>{asks}</h2>
      <ul className="boxes">
        {sheet.choices.map(({ id, label }) => (
          <li key={id}>
            <i /> {label}
          </li>
        ))}
      </ul>
      <div className="how">
        <p>
          {sheet.pick > 1 ? `最多选 ${sheet.pick} 个，在方框里打 ✓。` : '只选一个，在方框里打 ✓。'}
          {sentenceOf(sheet.ruleSentences)}
        </p>
        {!isSecret && (
          <p className="sign">
            {paper.label}
            {paper.area > 0 && ` · ${areaName(paper.area)}`}
            <span>业主签名</span>
            <span>日期</span>
          </p>
        )}
      </div>
      <footer>
        <QrCode text={sheet.url} label="扫码在手机上投" />
        <div>
          <p className="until">{sheet.closesName} 前交回</p>
          <p>交给楼栋长，或者社区服务大厅的票箱。扫码也能在手机上投。</p>
          <p className="code">
            编码 <b>{inFours(paper.code).toUpperCase()}</b>
          </p>
        </div>
      </footer>
    </article>
  );
}
