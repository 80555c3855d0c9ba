import { useState } from 'react';
import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { EntryForm } from './entry-form.tsx';
import type { FundPage } from './funds-api.ts';
import { useSupervision, type KeptPart, type WhichFund } from './months-api.ts';
import './months.css';

/** What the supervision group looked at, and the log of the seal beside it. Source: C40, C42, N56. */
export function SupervisionTab({ fund }: { fund: FundPage }) {
  const { areaId, id: fundId, place } = fund;
  const supervision = useSupervision({ areaId, fundId });
  const refused = refusedOf(supervision.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void supervision.refetch()} />;
  if (!supervision.data) return <Waiting />;
  const { inspections, seals, hotline, opinionBox } = supervision.data;
  const which = { areaId, fundId, place };
  return (
    <>
      <p className="card fund-reach">
        监督热线：{hotline || '还没有填'}　意见箱：{opinionBox || '还没有填'}
      </p>
      <Part
        which={which}
        part="inspections"
        kept={inspections}
        name="监督检查"
        word="登记一次检查"
        empty="还没有检查过。监督小组至少两方面的人一起去查，查到什么、改没改，登记在这里，居民都看得到。"
      />
      <Part
        which={which}
        part="seals"
        kept={seals}
        name="用印登记"
        word="登记一次用印"
        empty="还没有用过印。“用印申请”办完一件，会自己记在这里；纸上批的，在这里补记。"
      />
    </>
  );
}

type PartProps = {
  which: WhichFund & { place: string };
  part: 'inspections' | 'seals';
  kept: KeptPart | null;
  name: string;
  word: string;
  empty: string;
};

/** One register within the page of a fund. */
function Part({ which, part, kept, name, word, empty }: PartProps) {
  const [adds, add] = useState(false);
  return (
    <section className="card fund-register" aria-label={name}>
      <h2>
        {kept?.page.name.zh ?? name} {kept && <span className="mute sm">{kept.page.records} 条</span>}
        <span className="sp" />
        {kept?.page.publicPath && (
          <a className="fig" href={kept.page.publicPath} target="_blank" rel="noreferrer">
            居民看到的
          </a>
        )}
        {kept?.page.mayWrite && (
          <Button type="primary" size="small" icon={<Icon name="plus" size="xs" />} onClick={() => add(true)}>
            {word}
          </Button>
        )}
      </h2>
      {!kept && <p className="mute">社区还没有启用这本台账。书记在“台账”里启用以后，这里就能登记。</p>}
      {kept && kept.records.length === 0 && <p className="mute">{empty}</p>}
      {kept && kept.records.length > 0 && <Records kept={kept} />}
      {kept && adds && <EntryForm which={which} part={part} page={kept.page} title={word} onClose={() => add(false)} />}
    </section>
  );
}

function Records({ kept: { page, records } }: { kept: KeptPart }) {
  const hasLife = page.states.length > 0;
  return (
    <table className="t">
      <caption className="sr">{page.name.zh}</caption>
      <thead>
        <tr>
          <th>{page.fields[0]?.label.zh ?? '名称'}</th>
          {page.columns.map(({ id, label }) => (
            <th key={id}>{label}</th>
          ))}
          {hasLife && <th>状态</th>}
        </tr>
      </thead>
      <tbody>
        {records.map((one) => (
          <tr key={one.id}>
            <td>{one.label}</td>
            {page.columns.map(({ id }) => (
              <td key={id}>{one.cells[id] ?? ''}</td>
            ))}
            {hasLife && <td>{one.state?.label}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
