import { useState } from 'react';
import { Button } from 'antd';
import type { RegisterPage } from '#contract/registers';
import { refusedOf } from '../../../lib/desk/api.ts';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { RecordDrawer } from '../../registers/desk/record-drawer.tsx';
import { RecordForm } from '../../registers/desk/record-form.tsx';
import { RecordTable } from '../../registers/desk/record-table.tsx';
import { useRegister } from '../../registers/desk/registers-api.ts';
import '../../matters/desk/detail/detail.css';
import '../../registers/desk/registers.css';
import { useSupervision, type OneFund } from './months-api.ts';
import './months.css';

/** What the supervision group looked at, and the log of the seal beside it. Source: C40, C42, N56. */
export function SupervisionTab({ fund: { areaId, id: fundId } }: { fund: OneFund }) {
  const supervision = useSupervision({ areaId, fundId });
  const refused = refusedOf(supervision.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void supervision.refetch()} />;
  if (!supervision.data) return <Waiting />;
  const { inspections, seals, hotline, opinionBox } = supervision.data;
  return (
    <>
      <p className="card pad">
        监督热线：{hotline || '还没有填'}　意见箱：{opinionBox || '还没有填'}
      </p>
      <Kept areaId={areaId} register={inspections} word="登记一次检查" />
      <Kept areaId={areaId} register={seals} word="登记一次用印" />
    </>
  );
}

/** One register within the page of a fund. */
function Kept({ areaId, register, word }: { areaId: string; register: string; word: string }) {
  const page = useRegister(areaId, register);
  const refused = refusedOf(page.error);
  if (refused) return <p className="card pad mute">{refused.detail}</p>;
  return page.data ? <Part areaId={areaId} page={page.data} word={word} /> : <Waiting lines={3} />;
}

function Part({ areaId, page, word }: { areaId: string; page: RegisterPage; word: string }) {
  const [open, show] = useState<string | null>(null);
  const [adds, add] = useState(false);
  return (
    <section className="registers fund-register" aria-label={page.name.zh}>
      <div className="page-head">
        <h2>{page.name.zh}</h2>
        <span className="sp" />
        {page.mayWrite && (
          <Button type="primary" icon={<Icon name="plus" size="xs" />} onClick={() => add(true)}>
            {word}
          </Button>
        )}
      </div>
      <RecordTable areaId={areaId} page={page} asked={{}} open={open} onOpen={show} />
      {open && <RecordDrawer key={open} areaId={areaId} register={page} id={open} onClose={() => show(null)} />}
      {adds && (
        <RecordForm
          areaId={areaId}
          register={page.id}
          title={word}
          fields={page.fields}
          known={{}}
          doing={{ id: null, act: '', version: null }}
          word="登记"
          onClose={() => add(false)}
          onDone={() => add(false)}
        />
      )}
    </section>
  );
}
