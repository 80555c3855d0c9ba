import { useState } from 'react';
import { Button, Drawer } from 'antd';
import type { RecordDetail, RegisterPage } from '#contract/registers';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { CloseRecord } from './close-record.tsx';
import { DueMark } from './due-mark.tsx';
import { Filled } from './filled.tsx';
import { LifeLine, RecordHistory } from './life-line.tsx';
import { RecordForm } from './record-form.tsx';
import { useRecord } from './registers-api.ts';

type Props = { areaId: string; register: RegisterPage; id: string; onClose: () => void };

type Asking = Pick<Parameters<typeof RecordForm>[0], 'title' | 'fields' | 'word'> & { act: string };

/** A record: where it stands, the buttons it has now, what it holds, and what became of it. */
export function RecordDrawer({ areaId, register, id, onClose }: Props) {
  const record = useRecord(areaId, register.id, id);
  const [asking, ask] = useState<Asking | null>(null);
  const refused = refusedOf(record.error);
  const { data } = record;
  return (
    <Drawer
      open
      size={520}
      mask={false}
      onClose={onClose}
      title={data?.label ?? '台账'}
      footer={data?.mayWrite ? <Foot record={data} ask={ask} onClose={onClose} /> : null}
    >
      {refused && <RefusedPage refused={refused} retry={() => void record.refetch()} />}
      {!data && !refused && <Waiting />}
      {data && <Body record={data} register={register} ask={ask} />}
      {data && asking && (
        <RecordForm
          areaId={areaId}
          register={register.id}
          {...asking}
          known={data.values}
          doing={{ id, act: asking.act, version: asking.act.startsWith('duties/') ? null : data.version }}
          onClose={() => ask(null)}
          onDone={() => ask(null)}
        />
      )}
    </Drawer>
  );
}

type BodyProps = { record: RecordDetail; register: RegisterPage; ask: (asking: Asking) => void };

function Body({ record, register, ask }: BodyProps) {
  return (
    <div className="record">
      {record.closedAt && <Note tone="info">这一条已经撤下，只能看。</Note>}
      {record.advice.map((sentence) => (
        <Note key={sentence} tone="due">
          {sentence}
        </Note>
      ))}
      {register.states.length > 0 && <LifeLine record={record} register={register} />}
      <Filled record={record} />
      {register.publicPath && (
        <p className="sm mute">
          {record.shownNow ? (
            <Tag tone="ok" icon="eye">
              居民能看到
            </Tag>
          ) : (
            <Tag icon="lock">居民看不到</Tag>
          )}{' '}
          {record.shownNow ? '只显示这本台账公开的几项' : '本人没有同意，或者没有要公开的内容'}
        </p>
      )}
      {record.duties.map((duty) => (
        <div key={duty.id} className="row record-duty">
          <DueMark due={duty} />
          <span className="mute sm sp">{duty.last ? `上次 ${duty.last.slice(0, 10)}` : '还没有做过'}</span>
          {record.mayWrite && duty.byState === null && duty.state !== 'done' && (
            <Button
              size="small"
              onClick={() => ask({ title: duty.label, fields: duty.fields, word: '记下', act: `duties/${duty.id}` })}
            >
              做了，记下
            </Button>
          )}
        </div>
      ))}
      <RecordHistory record={record} />
    </div>
  );
}

type FootProps = { record: RecordDetail; ask: (asking: Asking) => void; onClose: () => void };

/** The ways on as buttons: the first is the main line's. */
function Foot({ record, ask, onClose }: FootProps) {
  return (
    <div className="register-foot">
      <div className="row wrap">
        {record.moves.map((move, at) => (
          <Button
            key={move.id}
            type={at === 0 ? 'primary' : 'default'}
            onClick={() =>
              ask({
                title: `${move.label}：${record.label}`,
                fields: move.fields,
                word: move.label,
                act: `moves/${move.id}`,
              })
            }
          >
            {move.label}
          </Button>
        ))}
        <span className="sp" />
        <Button
          onClick={() => ask({ title: `修改：${record.label}`, fields: record.fields, word: '保存', act: 'change' })}
        >
          修改
        </Button>
        <CloseRecord record={record} onClosed={onClose} />
      </div>
    </div>
  );
}
