import { useState } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { RegisterSummary } from '#contract/registers';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { sourceInWords } from '../../methods/source-words.ts';
import { flagText } from './figure-words.ts';
import { useAdopt, useRegisters } from './registers-api.ts';
import './registers.css';

/** The registers an area keeps, with what each holds and what wants attention; below, those it could begin to keep. */
export function RegistersPage() {
  const { area } = useSession();
  const registers = useRegisters(area.id);
  const refused = refusedOf(registers.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void registers.refetch()} />;
  if (!registers.data) return <Waiting lines={8} />;
  const kept = registers.data.filter((one) => one.kept);
  const others = registers.data.filter((one) => !one.kept);
  return (
    <div className="registers">
      <div className="page-head">
        <h1>台账</h1>
        <span className="mute">{kept.length} 本在用</span>
      </div>
      {kept.length === 0 && <Empty>{area.name}还没有用台账。下面是能用的，点“开始用”就有了。</Empty>}
      <ul className="register-cards">
        {kept.map((one) => (
          <li key={one.id}>
            <KeptCard one={one} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <section className="card">
          <h2>
            还可以用的 <span className="mute">来自工作法库</span>
          </h2>
          <ul className="register-others">
            {others.map((one) => (
              <li key={one.id}>
                <OtherLine areaId={area.id} one={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function KeptCard({ one }: { one: RegisterSummary }) {
  return (
    <Link className="card register-card" to={`/registers/${one.id}`}>
      <b>{one.name.zh}</b>
      <span className="count">
        {one.records} <small>条</small>
      </span>
      <span className="mute sm cut">{one.promise}</span>
      <span className="row">
        {one.late > 0 && (
          <Tag tone="late" icon="warn">
            {one.late} 条到期没做
          </Tag>
        )}
        {one.flagged.map((count) => (
          <Tag key={count.id} tone="due" icon="flag">
            {flagText(count)}
          </Tag>
        ))}
        {one.late === 0 && one.flagged.length === 0 && (
          <Tag tone="ok" icon="check">
            没有要催的
          </Tag>
        )}
      </span>
    </Link>
  );
}

function OtherLine({ areaId, one }: { areaId: string; one: RegisterSummary }) {
  const { can } = useSession();
  const adopt = useAdopt(areaId);
  const [key, setKey] = useState(newKey);
  const refused = refusedOf(adopt.error);
  return (
    <>
      <div className="row">
        <b>{one.name.zh}</b>
        <span className="mute sm sp">{one.promise}</span>
        {can('method.adopt') && (
          <Button
            size="small"
            loading={adopt.isPending}
            onClick={() => adopt.mutate({ register: one.id, key }, { onSettled: () => setKey(newKey()) })}
          >
            开始用
          </Button>
        )}
      </div>
      {one.quote && (
        <p className="mute sm">
          原文：“{one.quote.text}” <span className="faint">出处：{sourceInWords(one.source)}</span>
        </p>
      )}
      {refused && <Note tone="late">{refused.detail}</Note>}
    </>
  );
}
