import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { download, refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { DoorForm } from './door-form.tsx';
import { DoorTable } from './door-table.tsx';
import { squareMetres, useEstates, type Estate } from './owners-api.ts';
import './desk.css';

const percentOf = (part: number, whole: number): string => (whole === 0 ? '—' : `${Math.floor((part / whole) * 100)}%`);

/** The owners' register: per estate its buildings and doors, area, who has been verified; Excel in and out. */
export function OwnersPage() {
  const { area, can } = useSession();
  const [search, setSearch] = useSearchParams();
  const [adds, add] = useState(false);
  const review = useEstates(area.id);
  const refused = refusedOf(review.error);
  const estates = review.data?.estates ?? [];
  const estate =
    estates.find(({ id }) => id === search.get('estate')) ?? estates.find(({ doors }) => doors > 0) ?? estates[0];
  const choose = (id: string): void => setSearch({ estate: id }, { replace: true });
  return (
    <div className="organisations">
      <div className="page-head">
        <h1>业主名册</h1>
        <span className="sp" />
        {estate && estate.doors > 0 && <Export areaId={area.id} estate={estate} />}
        {can('record.import') && (
          <Button icon={<Icon name="excel" size="xs" />} href="/desk/imports/owners">
            从 Excel 导入
          </Button>
        )}
        {estate && can('owner.manage') && (
          <Button icon={<Icon name="plus" size="xs" />} onClick={() => add(true)}>
            登记一个门号
          </Button>
        )}
      </div>
      {refused && <RefusedPage refused={refused} retry={() => void review.refetch()} />}
      {!review.data && !refused && <Waiting />}
      {review.data && estates.length === 0 && <Empty>这个社区还没有小区。请先在“从 Excel 导入”里加网格和楼栋。</Empty>}
      {estate && (
        <>
          <div className="estates">
            {estates.map((one) => (
              <EstateCard key={one.id} estate={one} isOn={one.id === estate.id} onChoose={() => choose(one.id)} />
            ))}
          </div>
          <Differences estate={estate} />
          <DoorTable key={estate.id} areaId={area.id} estate={estate} />
        </>
      )}
      {adds && estate && <DoorForm areaId={area.id} estate={estate} onClose={() => add(false)} />}
    </div>
  );
}

function EstateCard({ estate, isOn, onChoose }: { estate: Estate; isOn: boolean; onChoose: () => void }) {
  return (
    <button type="button" className="plain card" aria-pressed={isOn} onClick={onChoose}>
      <b>{estate.name}</b>
      {estate.doors === 0 ? (
        <span className="mute">还没有登记门号</span>
      ) : (
        <>
          <span>
            {estate.doors} 户 · {squareMetres(estate.titleArea)} ㎡
          </span>
          <span className="mute sm">
            业主 {estate.owners} 位（几套房算一位）· 能在手机上投票 {estate.withAccount} 位
          </span>
          <span className="mute sm">已核实 {percentOf(estate.verified, estate.doors)}</span>
        </>
      )}
    </button>
  );
}

function Differences({ estate }: { estate: Estate }) {
  const differing = estate.buildings.filter(({ differs }) => differs !== null);
  if (estate.doors === 0 || differing.length === 0) return null;
  return (
    <Note tone="due">
      和{differing[0]?.stated?.source}对不上：
      {differing.map(({ name, differs }) => `${name.replace(/\s+/g, '')}${differs}`).join('；')}。表决前请补齐。
    </Note>
  );
}

function Export({ areaId, estate }: { areaId: string; estate: Estate }) {
  const [problem, setProblem] = useState<string | null>(null);
  const save = (): void => {
    download(`areas/${areaId}/estates/${estate.id}/owners-export`, {}).catch((error: Error) =>
      setProblem(error.message),
    );
  };
  return (
    <>
      {problem && <span className="problem">{problem}</span>}
      <Button icon={<Icon name="download" size="xs" />} onClick={save}>
        导出 Excel（打码）
      </Button>
    </>
  );
}
